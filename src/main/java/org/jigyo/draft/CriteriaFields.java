package org.jigyo.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.ValueKind;

/** Proposes fields for tables of criteria, a row each: a grade or an answer, and beside it the reason. */
final class CriteriaFields {

    /** Average length of what is a text. */
    private static final int LONG = 25;

    private final DraftParts parts;
    private final CellFields cells;

    CriteriaFields(DraftParts parts, CellFields cells) {
        this.parts = parts;
        this.cells = cells;
    }

    /** Proposes a table. Returns false if it is none. */
    boolean propose(FormTable table, List<TableColumn> columns) {
        boolean rated = table.labelled().keySet().stream()
                .anyMatch(word -> parts.lexicon()
                        .exactly(Group.FIELDS, word)
                        .filter(key -> key.startsWith("ratings/"))
                        .isPresent());
        List<List<String>> texts = new ArrayList<>();
        List<Found> all = rows(table);
        for (int c = 0; c < columns.size(); c++) {
            texts.add(FormTable.texts(all, c));
        }
        boolean graded = rated
                || texts.stream()
                        .anyMatch(t -> !t.isEmpty()
                                && (ValueKind.grades(t) || ValueKind.of(t).marks()));
        if (!graded || columns.stream().anyMatch(c -> c.year() != null)) {
            return false;
        }
        if (columns.size() > 2) {
            columns(table, columns, texts);
            return true;
        }
        table.labelled().forEach((word, rows) -> {
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                List<FormCell.Found> found = rows.stream()
                        .filter(f -> column < f.row().cells().size())
                        .map(f -> new FormCell.Found(
                                f.sheet(), f.row().label(), f.row().cells().get(column)))
                        .toList();
                Relation where = c == 0 ? Relation.RIGHT : Relation.SECOND;
                cells.propose(new FormCell(where, 0, word, null, table.part(), found));
            }
        });
        return true;
    }

    private static List<Found> rows(FormTable table) {
        return table.labelled().values().stream().flatMap(List::stream).toList();
    }

    /** Proposes the columns of a table of criteria, each as a field: the grade, its reason, and whatever else is printed there. */
    private void columns(FormTable table, List<TableColumn> columns, List<List<String>> texts) {
        List<Found> all = rows(table);
        boolean graded = false;
        for (int c = 0; c < columns.size(); c++) {
            List<String> own = texts.get(c);
            String header = columns.get(c).words().get(0);
            boolean grade = !graded && ValueKind.grades(own);
            boolean reason = graded
                    && (parts.lexicon().meaning(Group.REASONS, header).isPresent()
                            || own.stream().mapToInt(String::length).average().orElse(0) > LONG);
            String group = grade || reason ? "ratings" : ValueKind.codes(own).isEmpty() ? "texts" : "attributes";
            List<Object> rows = new ArrayList<>();
            for (String word : table.labelled().keySet()) {
                String key = grade || reason ? criterion(word) : parts.ownKey(group, word + header);
                Map<String, Object> row = TableColumn.map("label", word, "is", key, "type", grade ? "code" : "text");
                if (grade) {
                    row.put("codes", parts.codeList("ratings/" + key, ValueKind.codes(own)));
                }
                rows.add(row);
            }
            if (!own.isEmpty()) {
                Map<String, Object> crossing = TableColumn.map(
                        "columns",
                        List.of(TableColumn.map("under", columns.get(c).under())),
                        "rows",
                        rows);
                Map<String, Object> field = TableColumn.map("to", group + "/{row}" + (reason ? "/reason" : ""));
                field.put("crossing", crossing);
                parts.add(table.proposal(field, table.labelled().keySet(), 0.6, FormTable.texts(all)));
                graded |= grade;
            }
        }
    }

    private String criterion(String word) {
        return parts.lexicon()
                .exactly(Group.FIELDS, word)
                .filter(CellMeanings::rating)
                .map(k -> k.replaceFirst("^ratings/", ""))
                .orElseGet(() -> parts.ownKey("ratings", word));
    }
}
