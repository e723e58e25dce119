package org.jigyo.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PartBlock;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.sample.SheetTable;
import org.jigyo.draft.sums.SumSearch;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.sheet.Printed;

/**
 * A table of the form: what the sheets print below one row of headers.
 *
 * @param context the word of the label that its first header belongs to, where that is printed several times; else null
 * @param part true if it is repeated for each part of a project
 * @param columns the words of each column's header, innermost first
 * @param headers the first header on each sheet, by index of the sheet
 * @param labelled rows by the word of the label left of them
 * @param lines rows that are lines of things with a name, by the word of their label, each of which comes once for each thing
 * @param named the headers over the names of these things, from the right to the left
 * @param beside rows whose names vary, by the word of the label left of the names; an empty word for none
 */
record FormTable(
        String context,
        boolean part,
        List<List<String>> columns,
        Map<Integer, PrintedPiece> headers,
        Map<String, List<Found>> labelled,
        Map<String, List<Found>> lines,
        List<String> named,
        Map<String, List<Found>> beside) {

    private static final int MOST_ROWS = 16;
    private static final int SAMPLES = 5;

    /**
     * A row of one sheet.
     *
     * @param sheet index of the sheet
     * @param row the row
     */
    record Found(int sheet, SheetTable.Row row) {}

    /** Adds the tables of a sheet to those of the sheets before. */
    static void add(
            int index, LabelledSheet sheet, PartBlock block, List<SheetTable> tables, Map<String, FormTable> all) {
        for (SheetTable table : tables) {
            PrintedPiece first = table.headers().get(0).get(0);
            PrintedPiece context = corner(sheet, block, table, first);
            String key = block.holds(sheet, first) + table.key() + "|" + (context == null ? "" : context.word());
            FormTable form = all.computeIfAbsent(
                    key,
                    k -> new FormTable(
                            context == null ? null : context.word(),
                            block.holds(sheet, first),
                            table.headers().stream()
                                    .map(h -> h.stream().map(PrintedPiece::word).toList())
                                    .toList(),
                            new TreeMap<>(),
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            new ArrayList<>(),
                            new LinkedHashMap<>()));
            form.headers.putIfAbsent(index, first);
            for (SheetTable.Row row : table.rows()) {
                if (row.label() != null && !row.names().isEmpty()) {
                    form.lines
                            .computeIfAbsent(row.label().word(), k -> new ArrayList<>())
                            .add(new Found(index, row));
                    if (form.named.isEmpty()) {
                        row.names().stream()
                                .map(sheet::header)
                                .forEach(h -> form.named.add(
                                        h.isEmpty() ? "" : h.get(0).word()));
                    }
                    continue;
                }
                boolean named = row.label() != null && row.names().isEmpty();
                String word = named
                        ? row.label().word()
                        : row.beside() == null ? "" : row.beside().word();
                (named ? form.labelled : form.beside)
                        .computeIfAbsent(word, k -> new ArrayList<>())
                        .add(new Found(index, row));
            }
        }
    }

    /** The label, printed once, left of the headers of a table, over all of them, or above them, the nearest one; null for none. */
    private static PrintedPiece corner(LabelledSheet sheet, PartBlock block, SheetTable table, PrintedPiece first) {
        boolean part = block.holds(sheet, first);
        Predicate<PrintedPiece> once = p -> part ? block.once(p) : sheet.once(p);
        Set<PrintedPiece> headers = new HashSet<>();
        table.headers().forEach(headers::addAll);
        List<PrintedPiece> outer = table.headers().stream()
                .map(h -> h.get(h.size() - 1))
                .distinct()
                .toList();
        boolean one = outer.size() == 1 && table.headers().size() > 1 && once.test(outer.get(0));
        PrintedPiece beside = sheet.labels().stream()
                .filter(p -> !headers.contains(p) && once.test(p))
                .filter(p -> p.box().y() <= first.box().y() + 3
                        && p.box().x() <= first.box().x())
                .max(Comparator.<PrintedPiece>comparingDouble(p -> p.box().y())
                        .thenComparingDouble(p -> p.box().x()))
                .orElse(null);
        return one && (beside == null || beside.box().y() < outer.get(0).box().bottom() - 3) ? outer.get(0) : beside;
    }

    /** The texts of one column in these rows, without blank ones. */
    static List<String> texts(List<Found> rows, int column) {
        return rows.stream()
                .map(f -> f.row().cells())
                .filter(cells -> column < cells.size() && !cells.get(column).blank())
                .map(cells -> cells.get(column).text())
                .toList();
    }

    /** The texts of all columns in these rows, without blank ones. */
    static List<String> texts(List<Found> rows) {
        return rows.stream()
                .flatMap(f -> f.row().cells().stream())
                .filter(c -> !c.blank())
                .map(PrintedPiece::text)
                .toList();
    }

    /** The sums among its columns. */
    List<Sum> sumsAcross() {
        List<String> words = columns.stream().map(c -> c.get(0)).toList();
        List<BigDecimal[]> rows = new ArrayList<>();
        labelled.values().stream()
                .flatMap(List::stream)
                .map(f -> f.row().cells())
                .filter(cells -> cells.size() == words.size())
                .forEach(cells -> rows.add(cells.stream()
                        .map(c -> Printed.number(c.text()).orElse(null))
                        .toArray(BigDecimal[]::new)));
        boolean one = words.size() <= MOST_ROWS && words.stream().distinct().count() == words.size();
        return !one ? List.of() : SumSearch.of(words, rows);
    }

    /** The sums among its labelled rows. */
    List<Sum> sums() {
        List<String> words = labelled.keySet().stream().limit(MOST_ROWS).toList();
        Map<String, BigDecimal[]> figures = new LinkedHashMap<>();
        for (int r = 0; r < words.size(); r++) {
            for (Found found : labelled.get(words.get(r))) {
                List<PrintedPiece> cells = found.row().cells();
                for (int c = 0; c < cells.size(); c++) {
                    String column = found.sheet() + "|" + c;
                    BigDecimal[] values = figures.computeIfAbsent(column, k -> new BigDecimal[words.size()]);
                    values[r] = Printed.number(cells.get(c).text()).orElse(values[r]);
                }
            }
        }
        return part ? List.of() : SumSearch.of(words, List.copyOf(figures.values()));
    }

    /**
     * A field of the table.
     *
     * @param rows the words of the rows that it takes; those of the headers belong to it, too
     * @param texts values as printed, of which some become its samples
     */
    Proposal proposal(Map<String, Object> field, Collection<String> rows, double certainty, List<String> texts) {
        List<String> words = new ArrayList<>(rows);
        columns.forEach(c -> words.add(c.get(0)));
        return new Proposal(
                field,
                words.get(0),
                words,
                context,
                headers,
                part,
                certainty,
                sheets(),
                texts.stream().limit(SAMPLES).toList());
    }

    /** On how many sheets it is printed. */
    int sheets() {
        return headers.size();
    }
}
