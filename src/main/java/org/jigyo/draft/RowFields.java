package org.jigyo.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.page.Box;

/** Proposes fields for tables whose rows have no labels: indicators, one a row; or single cells below their labels. */
final class RowFields {

    private static final Set<String> OF_NAME = Set.of("name", "unit", "kind", "description");

    private final DraftParts parts;
    private final CellFields cells;
    private final GivenAnswers answers;

    RowFields(DraftParts parts, CellFields cells, GivenAnswers answers) {
        this.answers = answers;
        this.parts = parts;
        this.cells = cells;
    }

    /** Proposes the rows of a table. Returns false if it is not known what they say. */
    boolean propose(FormTable table, List<TableColumn> columns) {
        List<Found> rows =
                table.beside().values().stream().flatMap(List::stream).toList();
        boolean named = property(columns.get(0)).filter("name"::equals).isPresent();
        if (named && !table.part()) {
            indicators(table, columns, rows);
            return true;
        }
        long several =
                rows.size() - rows.stream().mapToInt(Found::sheet).distinct().count();
        if (several > 0 && !table.part()) {
            return false;
        }
        for (int c = 0; c < columns.size(); c++) {
            below(table, columns.get(c), c, rows);
        }
        return true;
    }

    private Optional<String> property(TableColumn column) {
        return parts.lexicon().meaning(Group.INDICATORS, column.words().get(0)).map(FormLexicon.Meaning::key);
    }

    private void indicators(FormTable table, List<TableColumn> columns, List<Found> rows) {
        List<Object> texts = new ArrayList<>();
        List<Object> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean words = false;
        for (int c = 0; c < columns.size(); c++) {
            TableColumn column = columns.get(c);
            String is = column.year() == null
                    ? property(column).filter(OF_NAME::contains).orElse(null)
                    : figure(column);
            is = answers.of("column:" + String.join(" ", column.under()))
                    .filter(a -> !a.equals("ignore"))
                    .map(a -> a.replaceFirst("^indicators/[^/]*/", "").replaceFirst("/.*", ""))
                    .orElse(is);
            if (is == null || !seen.add(is + column.year())) {
                ask(column, FormTable.texts(rows, c));
            } else if (column.year() == null) {
                texts.add(TableColumn.map("under", column.under(), "is", is));
            } else {
                figures.add(TableColumn.map("under", column.under(), "is", is, "year", column.year()));
                words |= FormTable.texts(rows, c).stream().anyMatch(t -> !t.matches(".*[0-9０-９].*"));
            }
        }
        String first = columns.get(0).under().get(columns.get(0).under().size() - 1);
        add(
                table,
                TableColumn.map("to", "indicators/{n}/{is}", "rows", TableColumn.map("below", first, "columns", texts)),
                rows);
        if (!figures.isEmpty()) {
            String type = words ? "value" : "measure";
            Map<String, Object> field = TableColumn.map("to", "indicators/{n}/{is}/{year}", "type", type);
            field.put("rows", TableColumn.map("below", first, "columns", figures));
            add(table, field, rows);
        }
    }

    private String figure(TableColumn column) {
        return column.words().stream()
                .flatMap(w -> parts.lexicon().meaning(Group.INDICATORS, w).stream())
                .map(FormLexicon.Meaning::key)
                .filter(k -> !OF_NAME.contains(k))
                .findFirst()
                .orElse("actual");
    }

    private void ask(TableColumn column, List<String> texts) {
        if (!texts.isEmpty()) {
            String label = String.join(" ", column.under());
            parts.ask(new Question(
                    "column:" + label,
                    "指標の表の列「" + label + "」は何ですか。",
                    "What does the column «" + label + "» of the table of indicators say?",
                    "ignore",
                    List.of(),
                    texts.stream().distinct().limit(5).toList(),
                    0.4));
        }
    }

    private void add(FormTable table, Map<String, Object> field, List<Found> rows) {
        List<String> words = table.columns().stream().map(c -> c.get(0)).toList();
        parts.add(new Proposal(
                field,
                words.get(0),
                words,
                table.context(),
                table.headers(),
                table.part(),
                0.9,
                table.sheets(),
                FormTable.texts(rows).stream().limit(5).toList()));
    }

    /** A column of which each sheet has one cell: the cell below its label. */
    private void below(FormTable table, TableColumn column, int c, List<Found> rows) {
        List<FormCell.Found> found = new ArrayList<>();
        Map<Integer, PrintedPiece> headers = new TreeMap<>(table.headers());
        for (Found row : rows) {
            if (c < row.row().cells().size()) {
                PrintedPiece value = row.row().cells().get(c);
                PrintedPiece label = header(headers.get(row.sheet()), column, value);
                found.add(new FormCell.Found(row.sheet(), label, value));
            }
        }
        cells.propose(new FormCell(Relation.BELOW, 0, column.words().get(0), table.context(), table.part(), found));
    }

    /** The label of a column: as the table's first one, over the value. */
    private static PrintedPiece header(PrintedPiece first, TableColumn column, PrintedPiece value) {
        var box = new Box(
                value.box().x(),
                first.box().y(),
                value.box().width(),
                first.box().height());
        String word = column.words().get(0);
        return new PrintedPiece(first.page(), true, box, word, word, word, false);
    }
}
