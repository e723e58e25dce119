package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.layout.YearTemplate;

/**
 * A column of a table.
 *
 * @param words its header, innermost first
 * @param under the labels that tell it from the other columns, outermost first
 * @param year distance of its year from the evaluated one; null if the header prints none
 */
record TableColumn(List<String> words, List<String> under, Integer year) {

    private static final Pattern DERIVED = Pattern.compile("増減|執行率|前年度?比|比較|差引|差額|伸び率|不用額|繰越額|残額|補正(?:予算)?額?$");

    /**
     * The columns of a table.
     *
     * @param current how far the year that the form calls the current one is from the evaluated one
     */
    static List<TableColumn> of(FormTable table, int current) {
        List<TableColumn> columns = new ArrayList<>();
        for (List<String> words : table.columns()) {
            long alike = table.columns().stream()
                    .filter(c -> c.get(0).equals(words.get(0)))
                    .count();
            int labels = 1;
            while (labels < words.size()
                    && (alike > 1 || year(words.subList(0, labels), current) == null)
                    && ((alike > 1 && labels < 2)
                            || (year(words, current) != null && year(words.subList(0, labels), current) == null))) {
                labels++;
            }
            List<String> under = new ArrayList<>(words.subList(0, labels));
            Collections.reverse(under);
            columns.add(new TableColumn(words, under, year(words, current)));
        }
        return columns;
    }

    private static Integer year(List<String> words, int current) {
        return words.stream()
                .map(word -> year(word, current))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How far the year that a label prints, or says as seen from the current one, is from the evaluated one; null for none. */
    static Integer year(String word, int current) {
        Matcher m = YearTemplate.PLACE.matcher(word);
        Integer relative = YearTemplate.relative(word);
        return m.find()
                ? (Integer) YearTemplate.offset(m.group(1))
                : relative == null ? null : (Integer) (relative + current);
    }

    /** True for a column of a change, a rate or a part of a budget: none of the amounts of its year. */
    private boolean derived() {
        return DERIVED.matcher(words.get(0)).find();
    }

    /** All words of its header. */
    String header() {
        return String.join(" ", words);
    }

    /** Its phase: as its header tells it, else settled up to the evaluated year, and budget after it. */
    String phase(FormLexicon lexicon) {
        return lexicon.phase(header()).orElse(year > 0 ? "budget" : "settled");
    }

    /** The columns with a year, for amounts: with their phases. */
    static List<Object> dated(List<TableColumn> columns, FormLexicon lexicon) {
        List<Object> dated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TableColumn column : columns) {
            if (column.year() != null && !column.derived() && seen.add(column.phase(lexicon) + column.year())) {
                Map<String, Object> map =
                        map("under", column.under(), "is", column.phase(lexicon), "year", column.year());
                if (column.header().contains("見込")) {
                    map.put("estimate", true);
                }
                dated.add(map);
            }
        }
        return dated;
    }

    /** The columns with a year, one for each year: the settled one before others. */
    static List<Object> closedYears(List<TableColumn> columns, FormLexicon lexicon) {
        Map<Integer, TableColumn> byYear = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            if (column.year() != null
                    && !column.derived()
                    && (!byYear.containsKey(column.year())
                            || column.phase(lexicon).equals("settled"))) {
                byYear.put(column.year(), column);
            }
        }
        List<Object> closed = new ArrayList<>();
        byYear.values().forEach(c -> closed.add(map("under", c.under(), "year", c.year())));
        return closed;
    }

    /** The columns with a year, one for each year, for rows of one phase: settled amounts end with the evaluated year. */
    static List<Object> years(List<TableColumn> columns, FormLexicon lexicon, String phase) {
        return closedYears(
                columns.stream()
                        .filter(c -> !phase.equals("settled") || c.year() == null || c.year() <= 0)
                        .toList(),
                lexicon);
    }

    /** A map of a layout in this order. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
