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
import org.jigyo.draft.words.ValueKind;
import org.jigyo.page.Box;
import org.jigyo.sheet.Printed;

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
        int name = 0;
        while (name < columns.size() && !named(columns.get(name))) {
            name++;
        }
        boolean counted = name < columns.size()
                && FormTable.texts(rows, 0).stream()
                        .allMatch(t -> Printed.key(t).matches("\\d{1,2}"));
        if ((name == 0 || (name == 1 && counted)) && name < columns.size() && !table.part()) {
            indicators(table, columns, name, rows);
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

    /** Proposes indicators of several lines each: target and actual value below each other, left of them the name. */
    boolean lines(FormTable table, List<TableColumn> columns) {
        List<Object> texts = new ArrayList<>();
        List<Found> rows = table.lines().values().iterator().next();
        String first = null;
        for (int n = 0; n < table.named().size(); n++) {
            String header = table.named().get(n);
            String is = property(header).filter(OF_NAME::contains).orElse(null);
            if (is != null && !header.isEmpty()) {
                int index = n;
                texts.add(name(
                        header,
                        is,
                        rows.stream()
                                .filter(f -> index < f.row().names().size())
                                .map(f -> f.row().names().get(index).text())
                                .toList()));
                first = is.equals("name") ? header : first;
            }
        }
        List<Object> figures = new ArrayList<>();
        for (TableColumn column : columns) {
            for (String line : table.lines().keySet()) {
                String is = property(line).filter(k -> !OF_NAME.contains(k)).orElse(null);
                if (is != null && column.year() != null) {
                    figures.add(
                            TableColumn.map("under", column.under(), "line", line, "is", is, "year", column.year()));
                }
            }
        }
        if (first == null || figures.isEmpty()) {
            return false;
        }
        List<Found> all = table.lines().values().stream().flatMap(List::stream).toList();
        add(table, first, texts, figures, words(FormTable.texts(all)), all);
        return true;
    }

    /** True if some of the values are words without a digit. */
    private static boolean words(List<String> texts) {
        return texts.stream().anyMatch(t -> !t.matches(".*[0-9０-９].*"));
    }

    /**
     * Proposes names and figures of indicators.
     *
     * @param first the label over the names
     * @param texts columns of names, units and the like
     * @param figures columns of figures
     * @param words whether words stand in the place of figures
     */
    private void add(
            FormTable table, String first, List<Object> texts, List<Object> figures, boolean words, List<Found> rows) {
        Map<String, Object> names = TableColumn.map("to", "indicators/{n}/{is}");
        names.put("rows", TableColumn.map("below", first, "columns", texts));
        add(table, names, rows);
        if (!figures.isEmpty()) {
            Map<String, Object> values =
                    TableColumn.map("to", "indicators/{n}/{is}/{year}", "type", words ? "value" : "measure");
            values.put("rows", TableColumn.map("below", first, "columns", figures));
            add(table, values, rows);
        }
    }

    private static Map<String, Object> name(String header, String is, List<String> texts) {
        Map<String, Object> column = TableColumn.map("under", List.of(header), "is", is);
        if (is.equals("name") && ValueKind.withUnits(texts)) {
            column.put("pattern", "{}（{unit}）");
            column.put("with", Map.of("unit", Map.of("to", "indicators/{n}/unit")));
        }
        return column;
    }

    private boolean named(TableColumn column) {
        return property(column.words().get(0)).filter("name"::equals).isPresent();
    }

    private Optional<String> property(String word) {
        return parts.lexicon().meaning(Group.INDICATORS, word).map(FormLexicon.Meaning::key);
    }

    /** @param name index of the column of names; only numbers of the rows stand left of it */
    private void indicators(FormTable table, List<TableColumn> columns, int name, List<Found> rows) {
        List<Object> texts = new ArrayList<>();
        List<Object> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean words = false;
        for (int c = name; c < columns.size(); c++) {
            TableColumn column = columns.get(c);
            String is = column.year() == null
                    ? property(column.words().get(0)).filter(OF_NAME::contains).orElse(null)
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
                words |= words(FormTable.texts(rows, c));
            }
        }
        String first = columns.get(name).words().get(0);
        add(table, first, texts, figures, words, rows);
    }

    private String figure(TableColumn column) {
        return column.words().stream()
                .flatMap(w -> property(w).stream())
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
        parts.add(table.proposal(field, List.of(), 0.9, FormTable.texts(rows)));
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
