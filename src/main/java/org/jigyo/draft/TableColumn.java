package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** The columns of a table. */
    static List<TableColumn> of(FormTable table) {
        List<TableColumn> columns = new ArrayList<>();
        for (List<String> words : table.columns()) {
            long alike = table.columns().stream()
                    .filter(c -> c.get(0).equals(words.get(0)))
                    .count();
            int labels = 1;
            while (labels < words.size()
                    && (alike > 1 || year(words.subList(0, labels)) == null)
                    && ((alike > 1 && labels < 2) || (year(words) != null && year(words.subList(0, labels)) == null))) {
                labels++;
            }
            List<String> under = new ArrayList<>(words.subList(0, labels));
            Collections.reverse(under);
            columns.add(new TableColumn(words, under, year(words)));
        }
        return columns;
    }

    private static Integer year(List<String> words) {
        for (String word : words) {
            Matcher m = YearTemplate.PLACE.matcher(word);
            if (m.find()) {
                return YearTemplate.offset(m.group(1));
            }
        }
        return null;
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
            if (column.year() != null && seen.add(column.phase(lexicon) + column.year())) {
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
                    && (!byYear.containsKey(column.year())
                            || column.phase(lexicon).equals("settled"))) {
                byYear.put(column.year(), column);
            }
        }
        List<Object> closed = new ArrayList<>();
        byYear.values().forEach(c -> closed.add(map("under", c.under(), "year", c.year())));
        return closed;
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
