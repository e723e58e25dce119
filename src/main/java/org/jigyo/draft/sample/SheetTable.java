package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of one sheet: rows of values below a row of headers.
 *
 * @param headers the header of each column from left to right, innermost label first
 * @param rows its rows from top to bottom
 */
public record SheetTable(List<List<PrintedPiece>> headers, List<Row> rows) {

    /**
     * A row.
     *
     * @param label the label directly left of its first value; null if a value or nothing stands there
     * @param beside the next label to the left, which may span several rows; null for none
     * @param names cells that are no labels, left of the first value and under no header, or left of the label
     * @param cells the value under each header; null where a row has none
     */
    public record Row(PrintedPiece label, PrintedPiece beside, List<PrintedPiece> names, List<PrintedPiece> cells) {}

    /** The words of the innermost headers. */
    public String key() {
        return headers.stream().map(h -> h.get(0).word()).collect(Collectors.joining("|"));
    }

    /** The tables of a sheet, and which values they take. */
    public static List<SheetTable> of(LabelledSheet sheet, Set<PrintedPiece> taken) {
        Map<PrintedPiece, List<PrintedPiece>> headers = new HashMap<>();
        List<PrintedPiece> values = sheet.sheet()
                .cells()
                .filter(p -> !sheet.label(p) && !taken.contains(p))
                .toList();
        for (PrintedPiece value : values) {
            List<PrintedPiece> header = sheet.header(value);
            if (!header.isEmpty()) {
                headers.put(value, header);
            }
        }
        List<List<PrintedPiece>> rows = new ArrayList<>();
        Set<PrintedPiece> seen = new HashSet<>();
        for (PrintedPiece value : values) {
            if (headers.containsKey(value) && seen.add(value)) {
                List<PrintedPiece> row = row(value, values, headers);
                seen.addAll(row);
                rows.add(row);
            }
        }
        Map<List<Integer>, List<List<PrintedPiece>>> tables = new LinkedHashMap<>();
        for (List<PrintedPiece> row : parted(printed(sheet, rows, headers), headers)) {
            if (row.size() > 1) {
                tables.computeIfAbsent(columns(row, headers), k -> new ArrayList<>())
                        .add(row);
                taken.addAll(row);
            }
        }
        return tables.values().stream()
                .map(r -> table(sheet, r, headers, taken))
                .toList();
    }

    /**
     * The rows without those that only look like some, as the cells between two parts of a worksheet do: a blank row has a label, and
     * goes on from its header or from another row.
     */
    private static List<List<PrintedPiece>> printed(
            LabelledSheet sheet, List<List<PrintedPiece>> rows, Map<PrintedPiece, List<PrintedPiece>> headers) {
        List<List<PrintedPiece>> printed = new ArrayList<>();
        for (List<PrintedPiece> row : rows) {
            PrintedPiece first = row.get(0);
            boolean goesOn = headers.get(first).get(0).above(first)
                    || printed.stream().anyMatch(p -> p.get(0).above(first) && p.size() == row.size());
            boolean labelled = sheet.sheet().leftOf(first).stream().limit(1).anyMatch(sheet::label);
            if (row.stream().anyMatch(v -> !v.blank()) || (labelled && goesOn)) {
                printed.add(row);
            }
        }
        return printed;
    }

    private static List<Integer> columns(List<PrintedPiece> row, Map<PrintedPiece, List<PrintedPiece>> headers) {
        return row.stream()
                .map(v -> System.identityHashCode(headers.get(v).get(0)))
                .toList();
    }

    /** Tables that stand side by side have rows of the same height: a row that holds the columns of another one is parted there. */
    private static List<List<PrintedPiece>> parted(
            List<List<PrintedPiece>> rows, Map<PrintedPiece, List<PrintedPiece>> headers) {
        List<List<Integer>> all =
                rows.stream().map(r -> columns(r, headers)).distinct().toList();
        List<List<PrintedPiece>> parted = new ArrayList<>();
        for (List<PrintedPiece> row : rows) {
            List<Integer> own = columns(row, headers);
            List<Integer> part = all.stream()
                    .filter(c -> c.size() > 1 && c.size() < own.size() && own.containsAll(c))
                    .max(Comparator.comparingInt(List::size))
                    .orElse(null);
            if (part == null) {
                parted.add(row);
            } else {
                Map<Boolean, List<PrintedPiece>> parts = new TreeMap<>(row.stream()
                        .collect(Collectors.partitioningBy(v -> part.contains(
                                System.identityHashCode(headers.get(v).get(0))))));
                parted.addAll(parted(List.of(parts.get(true), parts.get(false)), headers));
            }
        }
        return parted;
    }

    /** The values of the same height as one, whose headers stand on one line. */
    private static List<PrintedPiece> row(
            PrintedPiece value, List<PrintedPiece> values, Map<PrintedPiece, List<PrintedPiece>> headers) {
        PrintedPiece header = headers.get(value).get(0);
        Set<PrintedPiece> used = new HashSet<>();
        return values.stream()
                .filter(v -> headers.containsKey(v)
                        && v.page() == value.page()
                        && PrintedPiece.touch(v.box().y(), value.box().y())
                        && PrintedPiece.touch(v.box().bottom(), value.box().bottom())
                        && PrintedPiece.touch(
                                headers.get(v).get(0).box().bottom(),
                                header.box().bottom()))
                .filter(v -> used.add(headers.get(v).get(0)))
                .sorted(Comparator.comparingDouble(v -> v.box().x()))
                .toList();
    }

    private static SheetTable table(
            LabelledSheet sheet,
            List<List<PrintedPiece>> rows,
            Map<PrintedPiece, List<PrintedPiece>> headers,
            Set<PrintedPiece> taken) {
        List<List<PrintedPiece>> columns =
                rows.get(0).stream().map(headers::get).toList();
        List<Row> found = new ArrayList<>();
        for (List<PrintedPiece> cells : rows) {
            List<PrintedPiece> names = new ArrayList<>();
            PrintedPiece label = null;
            PrintedPiece beside = null;
            for (PrintedPiece left : sheet.sheet().leftOf(cells.get(0))) {
                if (sheet.label(left)) {
                    boolean own = names.isEmpty()
                            && left.box().height() < 1.5 * cells.get(0).box().height();
                    label = own ? left : null;
                    beside = own ? outer(sheet, left) : left;
                    break;
                }
                if (taken.contains(left)) {
                    break;
                }
                names.add(left);
            }
            taken.addAll(names);
            found.add(new Row(label, beside, names, cells));
        }
        return new SheetTable(columns, lines(sheet, found, taken));
    }

    /**
     * The rows, with the cells left of their labels where a label comes several times: such rows are the lines of a thing that those
     * cells name, as target and actual value of an indicator.
     */
    private static List<Row> lines(LabelledSheet sheet, List<Row> rows, Set<PrintedPiece> taken) {
        Map<String, Long> times = rows.stream()
                .filter(r -> r.label() != null)
                .collect(Collectors.groupingBy(r -> r.label().word(), Collectors.counting()));
        List<Row> lines = new ArrayList<>();
        for (Row row : rows) {
            boolean line = row.label() != null && times.get(row.label().word()) > 1;
            List<PrintedPiece> names = !line
                    ? row.names()
                    : sheet.sheet().leftOf(row.label()).stream()
                            .takeWhile(p -> !sheet.label(p))
                            .filter(p ->
                                    p.box().height() > 1.5 * row.label().box().height())
                            .toList();
            lines.add(new Row(row.label(), row.beside(), names, row.cells()));
        }
        lines.forEach(line -> taken.addAll(line.names()));
        return lines;
    }

    /** The label that touches another one from the left; null for none. */
    private static PrintedPiece outer(LabelledSheet sheet, PrintedPiece label) {
        return sheet.sheet().leftOf(label).stream()
                .limit(1)
                .filter(p -> sheet.label(p) && p.leftOf(label))
                .findFirst()
                .orElse(null);
    }
}
