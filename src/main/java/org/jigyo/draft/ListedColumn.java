package org.jigyo.draft;

import java.util.List;
import java.util.regex.Matcher;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.YearWords;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;

/**
 * A column of an unknown list.
 *
 * @param words the words of its labels, outermost first, with years as distances from the evaluated one
 * @param label its innermost label on the first page
 * @param texts what its rows print, without blank cells
 * @param numbers index of the row of each of these texts
 */
record ListedColumn(List<String> words, PrintedPiece label, List<String> texts, List<Integer> numbers) {

    static ListedColumn of(List<ListTable> tables, int column, int evaluated) {
        List<PrintedPiece> labels = tables.get(0).band().columns().get(column).labels();
        List<String> words = labels.stream()
                .map(l -> YearWords.template(l.key(), evaluated, Era.REIWA))
                .toList();
        List<PrintedPiece[]> rows =
                tables.stream().flatMap(t -> t.rows().stream()).toList();
        List<Integer> numbers = java.util.stream.IntStream.range(0, rows.size())
                .filter(r -> rows.get(r)[column] != null && !rows.get(r)[column].blank())
                .boxed()
                .toList();
        List<String> texts =
                numbers.stream().map(r -> rows.get(r)[column].text()).toList();
        return new ListedColumn(words, labels.get(labels.size() - 1), texts, numbers);
    }

    String inner() {
        return words.get(words.size() - 1);
    }

    /** The words over the innermost one. */
    List<String> outer() {
        return words.subList(0, words.size() - 1);
    }

    /** All words. */
    String path() {
        return String.join(" ", words);
    }

    /** Distance of the year that its labels print from the evaluated one; null if they print none. */
    Integer year() {
        for (String word : words) {
            Matcher m = YearTemplate.PLACE.matcher(word);
            if (m.find()) {
                return YearTemplate.offset(m.group(1));
            }
        }
        return null;
    }

    /** Its words with the year left open: the same for the columns of each year. */
    List<String> eachYear() {
        return words.stream()
                .map(w -> YearTemplate.PLACE.matcher(w).replaceAll(Matcher.quoteReplacement("{each year}")))
                .toList();
    }
}
