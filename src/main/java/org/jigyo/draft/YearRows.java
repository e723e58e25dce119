package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.sums.CostItems;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.ValueKind;

/** Proposes tables whose rows are years: amounts, whose columns are items, and values of indicators. */
final class YearRows {

    private static final int SAMPLES = 5;

    private final DraftParts parts;
    private final int current;
    private final GivenAnswers answers;

    /** @param current how far the year that the form calls the current one is from the evaluated one */
    YearRows(DraftParts parts, int current, GivenAnswers answers) {
        this.parts = parts;
        this.current = current;
        this.answers = answers;
    }

    /** True if each of these rows prints a year, or says it in a word. */
    boolean dated(Collection<String> rows) {
        return rows.stream().allMatch(r -> TableColumn.year(r, current) != null);
    }

    /** Proposes a table of values of numbered indicators (指標①: 目標, 実績), a year each row. Returns false if it is none. */
    boolean indicators(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        Map<String, List<Object>> figures = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            String outer = column.words().get(column.words().size() - 1);
            Optional<Integer> n = column.words().size() > 1 ? parts.indicator(outer) : Optional.empty();
            Optional<String> is = parts.lexicon()
                    .exactly(FormLexicon.Group.INDICATORS, column.words().get(0))
                    .filter(CellMeanings.FIGURES::contains);
            if (n.isPresent() && is.isPresent()) {
                figures.computeIfAbsent(is.get(), k -> new ArrayList<>())
                        .add(TableColumn.map(
                                "under", List.of(outer, column.words().get(0)), "is", n.get()));
            }
        }
        figures.forEach((is, heads) -> {
            List<Object> lines = new ArrayList<>();
            rows.forEach((word, found) -> lines.add(TableColumn.map(
                    "label", word, "is", is, "year", TableColumn.year(word, current), "type", "value")));
            add(table, "indicators/{is}/{row}/{year}", heads, lines, rows, 0.9);
        });
        return !figures.isEmpty();
    }

    private void add(
            FormTable table,
            String to,
            List<Object> columns,
            List<Object> lines,
            Map<String, List<Found>> rows,
            double certainty) {
        parts.add(table.proposal(
                TableColumn.map("to", to, "crossing", TableColumn.map("columns", columns, "rows", lines)),
                rows.keySet(),
                certainty,
                FormTable.texts(rows.values().stream().flatMap(List::stream).toList())));
    }

    void propose(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        List<Object> lines = new ArrayList<>();
        rows.forEach((word, found) -> {
            int year = TableColumn.year(word, current);
            Map<String, Object> line = TableFields.row(word, phase(word, year), ValueKind.of(FormTable.texts(found)));
            line.put("year", year);
            lines.add(line);
        });
        List<String> heads = columns.stream().map(c -> c.words().get(0)).toList();
        Map<String, String> items = CostItems.of(heads, table.sumsAcross(), parts.lexicon());
        List<Object> all = new ArrayList<>();
        List<Object> staff = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            String word = heads.get(c);
            Optional<String> persons = staff(word, items);
            if (persons.isPresent()) {
                staff.add(TableColumn.map("under", columns.get(c).under(), "is", persons.get()));
                continue;
            }
            String known = answers.of("row:" + word)
                    .map(a -> a.replaceFirst("^costs/", "").replaceFirst("/.*", ""))
                    .orElse(items.get(word));
            if (!"ignore".equals(known)) {
                String key = known == null ? parts.ownKey("costs", word) : known;
                all.add(TableColumn.map("under", columns.get(c).under(), "is", key));
                if (known == null) {
                    ask(word, key, table, c);
                }
            }
        }
        if (!staff.isEmpty()) {
            add(table, "staffing/{is}/{year}", staff, closed(rows), rows, 0.8);
        }
        add(table, "costs/{is}/{row}/{year}", all, lines, rows, Math.max(0.5, (double) items.size() / heads.size()));
    }

    /** The kind of staff that a column counts, with a key of its own where it is not known; empty for amounts. */
    private Optional<String> staff(String word, Map<String, String> items) {
        Optional<String> known = parts.lexicon().exactly(FormLexicon.Group.STAFFING, word);
        return items.containsKey(word)
                ? Optional.empty()
                : known.or(() -> TableFields.PERSONS.matcher(word).find()
                        ? Optional.of(parts.ownKey("staffing", word))
                        : Optional.empty());
    }

    /** The rows without phases, one for each year: the settled one before others. */
    private List<Object> closed(Map<String, List<Found>> rows) {
        Map<Integer, String> words = new LinkedHashMap<>();
        rows.keySet().forEach(word -> {
            int year = TableColumn.year(word, current);
            if (!words.containsKey(year) || phase(word, year).equals("settled")) {
                words.put(year, word);
            }
        });
        List<Object> closed = new ArrayList<>();
        words.forEach((year, word) -> closed.add(TableColumn.map("label", word, "is", "settled", "year", year)));
        return closed;
    }

    private String phase(String row, int year) {
        return parts.lexicon().phase(row).orElse(year > 0 ? "budget" : "settled");
    }

    private void ask(String word, String key, FormTable table, int column) {
        List<Found> rows =
                table.labelled().values().stream().flatMap(List::stream).toList();
        parts.ask(new Question(
                "row:" + word,
                "表の列「" + word + "」は何ですか。",
                "What does the column «" + word + "» of the table say?",
                "costs/" + key,
                List.of(),
                FormTable.texts(rows, column).stream().limit(SAMPLES).toList(),
                0.7));
    }
}
