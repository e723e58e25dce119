package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;

/**
 * The indicators of a form that have a label each: one that is numbered (成果指標①), or one beside or above a block of labels that the form
 * prints again for the next indicator (活動指標 | 指標名, 単位, 目標, 実績).
 *
 * @param numbers the word of such a label → number of the indicator
 */
record IndicatorBlocks(Map<String, Integer> numbers) {

    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)([1-9①-⑨])");

    /** The indicators of a form with these sheets and single cells. */
    static IndicatorBlocks of(List<LabelledSheet> sheets, List<FormCell> cells, FormLexicon lexicon) {
        List<FormCell> named = cells.stream()
                .filter(c -> !c.part() && c.relation() != FormCell.Relation.FURTHER)
                .filter(c ->
                        numbered(c.word(), lexicon).isPresent() || (c.context() != null && names(c.word(), lexicon)))
                .sorted(Comparator.comparingInt((FormCell c) -> place(sheets.get(0), c)))
                .toList();
        List<String> words = new ArrayList<>();
        named.forEach(c -> {
            String word = numbered(c.word(), lexicon).isPresent() ? c.word() : c.context();
            if (!words.contains(word)) {
                words.add(word);
            }
        });
        List<Integer> printed =
                words.stream().map(w -> numbered(w, lexicon).orElse(0)).toList();
        boolean told = !printed.contains(0) && printed.stream().distinct().count() == printed.size();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), told ? printed.get(i) : (Integer) (i + 1));
        }
        return new IndicatorBlocks(numbers);
    }

    private static int place(LabelledSheet sheet, FormCell cell) {
        PrintedPiece label = cell.found().get(0).label();
        List<PrintedPiece> pieces = sheet.sheet().pieces();
        return pieces.contains(label) ? pieces.indexOf(label) : pieces.size();
    }

    private static boolean names(String word, FormLexicon lexicon) {
        return lexicon.exactly(Group.INDICATORS, word).filter("name"::equals).isPresent();
    }

    /** The number that a label prints behind a word for indicators. */
    private static Optional<Integer> numbered(String word, FormLexicon lexicon) {
        Matcher m = NUMBERED.matcher(word);
        if (!m.matches() || !names(m.group(1), lexicon)) {
            return Optional.empty();
        }
        char digit = m.group(2).charAt(0);
        return Optional.of(digit > '9' ? digit - '①' + 1 : digit - '0');
    }

    /** The number of the indicator that a label stands for. */
    Optional<Integer> number(String word, FormLexicon lexicon) {
        return word == null
                ? Optional.empty()
                : Optional.ofNullable(numbers.get(word)).or(() -> numbered(word, lexicon));
    }
}
