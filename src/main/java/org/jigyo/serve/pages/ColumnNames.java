package org.jigyo.serve.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.Static;

/**
 * The headings of the columns of stored queries in the reader's language, from {@code web/columns.json}: by variable, or
 * by query and variable where queries use a variable differently.
 */
final class ColumnNames {

    private static final Map<String, Map<String, String>> NAMES = load();

    private ColumnNames() {}

    private static Map<String, Map<String, String>> load() {
        try {
            return new ObjectMapper()
                    .readValue(Static.bytes("columns.json"), new TypeReference<Map<String, Map<String, String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The headings of a query's columns. A variable without a heading stands for itself.
     *
     * @param query name of the stored query
     * @param variables its result variables
     * @param language ja or en
     */
    static List<String> of(String query, List<String> variables, String language) {
        return variables.stream().map(v -> of(query, v, language)).toList();
    }

    private static String of(String query, String variable, String language) {
        Map<String, String> names = NAMES.getOrDefault(query + "/" + variable, NAMES.get(variable));
        return names == null ? variable : names.get(language);
    }
}
