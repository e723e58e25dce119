package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jigyo.query.Column;

/**
 * A query's answer as a page shows it.
 *
 * @param headings heading of each column, and whether it has numbers
 * @param rows the cells of the rows shown
 * @param total number of rows in the whole answer, without the notes
 * @param about values that all rows share and that are not shown in each; empty if there are none
 * @param notes why there are no rows, each with the cities and years that have none, in words
 */
public record Table(List<Heading> headings, List<List<TableCell>> rows, int total, String about, List<String> notes) {

    /** How many characters a text that stays on one line has at most. */
    private static final int MOST_UNBROKEN = 12;

    /** A table without columns. */
    public static final Table NONE = new Table(List.of(), List.of(), 0, "", List.of());

    /**
     * The heading of a column.
     *
     * @param variable the column's variable; null in a table of texts
     * @param text with the unit
     * @param number whether its cells are numbers
     * @param href where the table is sorted by this column; null if it cannot be
     * @param order how the table is sorted by this column, ascending or descending; null if it is not
     */
    public record Heading(String variable, String text, boolean number, String href, String order) {

        /** A heading that does not sort. */
        public Heading(String variable, String text, boolean number) {
            this(variable, text, number, null, null);
        }
    }

    /** A table of texts. */
    public static Table of(List<String> headings, List<List<TableCell>> rows, int total) {
        return new Table(
                headings.stream().map(text -> new Heading(null, text, false)).toList(), rows, total, "", List.of());
    }

    /**
     * Shows an answer.
     *
     * @param columns its columns by variable
     * @param limit how many rows to show
     */
    public static Table of(Rows answer, Map<String, Column> columns, Display display, int limit) {
        return of(answer, columns, Set.of(), display, limit);
    }

    /** Shows an answer. Facets that all rows share are said once, beside the table. */
    public static Table compact(Rows answer, Map<String, Column> columns, Display display, int limit) {
        Set<String> shared = Picture.with(columns, Column.Role.FACET).keySet().stream()
                .filter(variable -> answer.rows().stream()
                                .filter(row -> note(row, columns).isEmpty())
                                .map(row -> Optional.ofNullable(row.get(variable)))
                                .distinct()
                                .count()
                        == 1)
                .collect(Collectors.toSet());
        return of(answer, columns, shared, display, limit);
    }

    private static Table of(Rows answer, Map<String, Column> columns, Set<String> shared, Display display, int limit) {
        Map<String, Column> shown = shown(columns);
        // a column that is empty in all rows says nothing, e.g. printed values where nothing was corrected
        if (!answer.rows().isEmpty()) {
            shown.keySet().removeIf(variable -> answer.rows().stream().noneMatch(row -> row.containsKey(variable)));
        }
        Map<String, Column> each = new LinkedHashMap<>(shown);
        each.keySet().removeAll(shared);
        Map<String, Column> once = new LinkedHashMap<>(shown);
        once.keySet().retainAll(shared);
        String about = "";
        List<List<TableCell>> rows = new ArrayList<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        int total = 0;
        for (Map<String, Rows.Term> row : answer.rows()) {
            Optional<Rows.Term> note = note(row, columns);
            if (note.isPresent()) {
                notes.computeIfAbsent(note.get().text(), any -> new ArrayList<>())
                        .add(texts(row, shown, display));
            } else if (++total <= limit) {
                about = texts(row, once, display);
                rows.add(row(row, each, display));
            }
        }
        return new Table(headings(each, answer, display), rows, total, about, said(notes, display));
    }

    /** Whether the texts of each column are long, so that they may break, or stay on one line; null for numbers. */
    public List<String> lengths() {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> headings.get(column).number()
                        ? null
                        : rows.stream().anyMatch(row -> row.get(column).text().length() > MOST_UNBROKEN)
                                ? "long"
                                : "short")
                .toList();
    }

    /** The rows, neighbours together whose first cells have the same text. */
    public List<List<List<TableCell>>> grouped() {
        List<List<List<TableCell>>> groups = new ArrayList<>();
        String last = null;
        for (List<TableCell> row : rows) {
            String first = row.get(0).text();
            if (!first.equals(last)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(row);
            last = first;
        }
        return groups;
    }

    /** The table with headings that sort it. */
    public Table with(Sorting sorting) {
        return new Table(
                headings.stream()
                        .map(heading -> new Heading(
                                heading.variable(),
                                heading.text(),
                                heading.number(),
                                sorting.by(heading.variable(), heading.number()),
                                sorting.order(heading.variable())))
                        .toList(),
                rows,
                total,
                about,
                notes);
    }

    private static String texts(Map<String, Rows.Term> row, Map<String, Column> columns, Display display) {
        return row(row, columns, display).stream()
                .map(TableCell::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Each reason with all that it holds for. */
    private static List<String> said(Map<String, List<String>> notes, Display display) {
        return notes.entrySet().stream()
                .map(note -> {
                    String of = note.getValue().stream()
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(display.say("、", ", ")));
                    String reason = Character.toUpperCase(note.getKey().charAt(0))
                            + note.getKey().substring(1);
                    return of.isEmpty() ? reason : reason + display.say("：", ": ") + of;
                })
                .toList();
    }

    /** The columns that a table shows. */
    private static Map<String, Column> shown(Map<String, Column> columns) {
        Map<String, Column> shown = new LinkedHashMap<>();
        columns.forEach((variable, column) -> {
            if (!column.hidden() && column.role() != Column.Role.NOTE) {
                shown.put(variable, column);
            }
        });
        return shown;
    }

    private static Optional<Rows.Term> note(Map<String, Rows.Term> row, Map<String, Column> columns) {
        return row.entrySet().stream()
                .filter(value -> columns.get(value.getKey()).role() == Column.Role.NOTE)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Heading> headings(Map<String, Column> shown, Rows answer, Display display) {
        return shown.entrySet().stream()
                .map(entry -> {
                    Column column = entry.getValue();
                    boolean number = column.unit() != null
                            || answer.rows().stream()
                                    .map(row -> row.get(entry.getKey()))
                                    .anyMatch(term -> term != null && term.number());
                    return new Heading(
                            entry.getKey(), column.heading(display.language(), display.unit(column)), number);
                })
                .toList();
    }

    private static List<TableCell> row(Map<String, Rows.Term> row, Map<String, Column> shown, Display display) {
        return shown.entrySet().stream()
                .map(entry -> cell(row.get(entry.getKey()), entry.getValue(), row, display))
                .toList();
    }

    private static TableCell cell(Rows.Term term, Column column, Map<String, Rows.Term> row, Display display) {
        if (term == null) {
            return TableCell.EMPTY;
        }
        String href = Display.address(column, term, row).map(display.href()).orElse(null);
        if (column.named() && (column.link() != null || !term.number())) {
            // a code without a name is none of the things that it could lead to
            return display.named(column, term, row)
                    .map(name -> TableCell.text(name, href, null))
                    .orElseGet(() -> TableCell.text(term.text(), term.iri() ? href : null, term.language()));
        }
        if (!term.number()) {
            return TableCell.text(term.text(), href, term.language());
        }
        Rows.Term cell = row.get(column.cell());
        return new TableCell(
                display.number(new BigDecimal(term.text()), column),
                term.text(),
                href,
                cell == null ? null : display.printed().apply(cell.text()),
                null);
    }
}
