package org.jigyo.serve.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jigyo.query.Column;

/** Columns of an answer that nobody, or only in part, described. */
public final class PlainColumns {

    private PlainColumns() {}

    /**
     * The columns of an answer. One that is not described has the name of its variable as heading, and names in place of
     * IRIs. If none is described, the first numbers are drawn as bars, one for each value of the first column before or after
     * them whose values all differ.
     *
     * @param described columns by variable
     */
    public static Map<String, Column> of(Rows answer, Map<String, Column> described) {
        Optional<String> value = described.isEmpty()
                ? answer.variables().stream()
                        .filter(variable -> numbers(answer, variable))
                        .findFirst()
                : Optional.empty();
        Optional<String> category = value.flatMap(number -> answer.variables().stream()
                .filter(variable -> distinguishes(answer, variable))
                .findFirst());
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String variable : answer.variables()) {
            Column.Role role = category.isEmpty()
                    ? null
                    : value.get().equals(variable)
                            ? Column.Role.VALUE
                            : category.get().equals(variable) ? Column.Role.CATEGORY : null;
            columns.put(
                    variable,
                    described.getOrDefault(
                            variable,
                            new Column(variable, variable, null, null, null, null, null, null, true, role, false)));
        }
        return columns;
    }

    private static List<Rows.Term> values(Rows answer, String variable) {
        return answer.rows().stream()
                .map(row -> row.get(variable))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean numbers(Rows answer, String variable) {
        List<Rows.Term> values = values(answer, variable);
        return !values.isEmpty() && values.stream().allMatch(Rows.Term::number);
    }

    private static boolean distinguishes(Rows answer, String variable) {
        List<Rows.Term> values = values(answer, variable);
        return values.size() > 1
                && values.size() == answer.rows().size()
                && values.stream().noneMatch(Rows.Term::number)
                && values.stream().map(Rows.Term::text).distinct().count() == values.size();
    }
}
