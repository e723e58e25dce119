package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.draft.words.FormLexicon;

/**
 * What a form repeats for each part of a project, on some sheets more often than on others.
 *
 * @param heading the word of the label that begins it; null if the form repeats nothing
 * @param words the words of its labels, and how often each block prints them
 */
public record PartBlock(String heading, Map<String, Integer> words) {

    /** Labels that make a block. */
    private static final int ENOUGH = 3;

    /** The block of a form: the largest group of labels that are printed equally often on each sheet, not always once. */
    public static PartBlock of(List<LabelledSheet> sheets, FormLexicon lexicon) {
        Map<String, List<Integer>> times = new HashMap<>();
        Set<String> all = new HashSet<>();
        sheets.forEach(s -> all.addAll(s.times().keySet()));
        for (String word : all) {
            List<Integer> own = new ArrayList<>();
            sheets.forEach(s -> own.add(s.times().getOrDefault(word, 0)));
            times.put(word, own);
        }
        Map<List<Integer>, Set<String>> groups = new HashMap<>();
        times.forEach((word, own) -> {
            if (own.stream().distinct().count() > 1 && own.stream().anyMatch(n -> n > 1)) {
                groups.computeIfAbsent(own, k -> new HashSet<>()).add(word);
            }
        });
        Map.Entry<List<Integer>, Set<String>> largest = groups.entrySet().stream()
                .max(Comparator.comparingInt(e -> e.getValue().size()))
                .filter(e -> e.getValue().size() >= ENOUGH)
                .orElse(null);
        if (largest == null) {
            return new PartBlock(null, Map.of());
        }
        List<Integer> one = largest.getKey();
        String heading = heading(sheets, largest.getValue(), lexicon);
        Map<String, Integer> words = new HashMap<>();
        times.keySet().forEach(word -> {
            List<Integer> own =
                    sheets.stream().map(s -> below(s, heading, word)).toList();
            int factor = factor(own, one);
            if (factor > 0) {
                words.put(word, factor);
            }
        });
        return new PartBlock(heading, words);
    }

    /** How often every block prints a word; 0 if that differs. */
    private static int factor(List<Integer> own, List<Integer> one) {
        int factor = 0;
        for (int i = 0; i < own.size(); i++) {
            int blocks = one.get(i);
            boolean whole = blocks == 0 ? own.get(i) == 0 : own.get(i) % blocks == 0;
            if (!whole || (blocks > 0 && factor > 0 && own.get(i) / blocks != factor)) {
                return 0;
            }
            factor = blocks == 0 ? factor : own.get(i) / blocks;
        }
        return factor;
    }

    /** How often a sheet prints a word at or below the first heading. */
    private static int below(LabelledSheet sheet, String heading, String word) {
        double top = sheet.labels().stream()
                .filter(p -> p.word().equals(heading))
                .mapToDouble(p -> p.box().y())
                .min()
                .orElse(Double.MAX_VALUE);
        return (int) sheet.labels().stream()
                .filter(p -> p.word().equals(word) && p.box().y() >= top - 1)
                .count();
    }

    /** The first label; of those on one line the one that names the part. */
    private static String heading(List<LabelledSheet> sheets, Set<String> words, FormLexicon lexicon) {
        LabelledSheet sheet = sheets.stream()
                .filter(s -> s.labels().stream().anyMatch(p -> words.contains(p.word())))
                .findFirst()
                .orElseThrow();
        List<PrintedPiece> labels = sheet.sheet().pieces().stream()
                .filter(p -> sheet.label(p) && words.contains(p.word()))
                .toList();
        PrintedPiece first = labels.get(0);
        return labels.stream()
                .filter(p -> PrintedPiece.touch(p.box().y(), first.box().y()))
                .filter(p -> lexicon.exactly(FormLexicon.Group.FIELDS, p.word())
                        .filter("name"::equals)
                        .isPresent())
                .findFirst()
                .orElse(first)
                .word();
    }

    /** True for a label that each block prints once. */
    public boolean once(PrintedPiece label) {
        return words.getOrDefault(label.word(), 0) == 1;
    }

    /** True for a label that stands in the block: at or below its heading. */
    public boolean holds(LabelledSheet sheet, PrintedPiece label) {
        return words.containsKey(label.word())
                && sheet.sheet().pieces().stream()
                        .filter(p -> p.word().equals(heading) && sheet.label(p))
                        .anyMatch(p -> p.box().y() <= label.box().y() + 1);
    }
}
