package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.words.FormLexicon.Group;

/** Proposes tables of criteria in which a mark stands below one of several grades, with a reason beside it. */
final class GradeTable {

    private final DraftParts parts;
    private final GivenAnswers answers;

    GradeTable(DraftParts parts, GivenAnswers answers) {
        this.parts = parts;
        this.answers = answers;
    }

    /** Proposes a table. Returns false if it is none of these. */
    boolean propose(FormTable table, List<TableColumn> columns) {
        List<Found> rows =
                table.labelled().values().stream().flatMap(List::stream).toList();
        List<Integer> grades = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            List<String> texts = FormTable.texts(rows, c);
            if (!texts.isEmpty()
                    && texts.stream()
                            .allMatch(t -> SheetCells.MARK.matcher(t.strip()).matches())) {
                grades.add(c);
            }
        }
        if (grades.size() < 2 || columns.stream().anyMatch(c -> c.year() != null)) {
            return false;
        }
        Map<String, String> criteria = new LinkedHashMap<>();
        table.labelled().keySet().forEach(word -> criteria.put(word, criterion(word)));
        criteria.values().removeIf("ignore"::equals);
        add(
                table,
                "ratings/{row}",
                grades.stream()
                        .map(c -> (Object) TableColumn.map(
                                "under",
                                columns.get(c).under(),
                                "is",
                                columns.get(c).words().get(0)))
                        .toList(),
                "mark",
                criteria,
                FormTable.texts(rows, grades.get(0)));
        for (int c = 0; c < columns.size(); c++) {
            boolean reason = parts.lexicon()
                    .meaning(Group.REASONS, columns.get(c).words().get(0))
                    .isPresent();
            if (!grades.contains(c) && reason) {
                add(
                        table,
                        "ratings/{row}/reason",
                        List.of(TableColumn.map("under", columns.get(c).under())),
                        "text",
                        criteria,
                        FormTable.texts(rows, c));
                break;
            }
        }
        return true;
    }

    private String criterion(String word) {
        return answers.of("row:" + word)
                .map(a -> a.replaceFirst("^ratings/", ""))
                .or(() -> parts.lexicon()
                        .exactly(Group.FIELDS, word)
                        .filter(CellMeanings::rating)
                        .map(k -> k.replaceFirst("^ratings/", "")))
                .filter(k -> parts.free("ratings/" + k))
                .orElseGet(() -> parts.ownKey("ratings", word));
    }

    private void add(
            FormTable table,
            String to,
            List<Object> columns,
            String type,
            Map<String, String> criteria,
            List<String> samples) {
        List<Object> rows = new ArrayList<>();
        criteria.forEach((word, key) -> rows.add(TableColumn.map("label", word, "is", key, "type", type)));
        double known = (double) criteria.values().stream()
                        .filter(k -> !k.startsWith("x."))
                        .count()
                / criteria.size();
        parts.add(table.proposal(
                TableColumn.map("to", to, "crossing", TableColumn.map("columns", columns, "rows", rows)),
                criteria.keySet(),
                Math.max(0.5, known),
                samples));
        criteria.forEach((word, key) -> {
            if (key.startsWith("x.") && to.endsWith("{row}")) {
                parts.ask(new Question(
                        "row:" + word,
                        "評価の表の行「" + word + "」は何ですか。",
                        "What does the row «" + word + "» of the table of grades say?",
                        "ratings/" + key,
                        List.of(),
                        samples.stream().limit(5).toList(),
                        0.7));
            }
        });
    }
}
