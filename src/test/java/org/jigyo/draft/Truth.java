package org.jigyo.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.words.YearWords;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/** Compares what a draft reads, and the labels that it knows, with what is there. */
final class Truth {

    /** Goals of a draft: shares of the labels found, of those that are labels, and F1 of the values in their fields. */
    static final double LABEL_RECALL = 0.97;

    static final double LABEL_PRECISION = 0.9;
    static final double BINDING = 0.9;

    /** A key of a layout's own, which has no name in a truth: {@code texts/x12}. */
    private static final Pattern OWN = Pattern.compile("(attributes|texts|ratings|costs|staffing)/x\\d*");

    private Truth() {}

    /**
     * The F1 of the paths that the truth names. Fails at a wrong value without an issue.
     *
     * @param truth value of the key → path → value
     * @param key path of what tells the sheets apart
     * @param yaml the draft, for the message
     */
    static double f1(List<Sheet> sheets, Map<String, Map<String, String>> truth, String key, String yaml) {
        int right = 0;
        int wrong = 0;
        int all = truth.values().stream().mapToInt(Map::size).sum();
        for (Sheet sheet : sheets) {
            Map<String, Object> facts = new HashMap<>(Facts.of(sheet));
            Map<String, String> own = truth.get(String.valueOf(facts.get(key)));
            assertThat(own).as("%s %s", facts.get(key), yaml).isNotNull();
            for (Map.Entry<String, String> fact : own.entrySet()) {
                String path = OWN.matcher(fact.getKey()).matches() ? path(fact, facts) : fact.getKey();
                Object read = facts.remove(path);
                boolean same = plain(fact.getValue()).equals(plain(String.valueOf(read)));
                right += same ? 1 : 0;
                wrong += read != null && !same ? 1 : 0;
                boolean told = sheet.issues().stream().anyMatch(i -> i.doubts(path));
                assertThat(same || read == null || told)
                        .as("%s read as %s: %s", fact, read, yaml)
                        .isTrue();
            }
        }
        return 2.0 * right / (right + wrong + all);
    }

    /** The path of an own key that has the value of a fact. */
    private static String path(Map.Entry<String, String> fact, Map<String, Object> facts) {
        Optional<String> found = facts.entrySet().stream()
                .filter(f -> f.getKey().contains("/x.")
                        && plain(f.getValue().toString()).equals(plain(fact.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
        return found.orElse(fact.getKey());
    }

    /** A value without differences of width; a figure without zeros at its end. */
    private static String plain(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return plain.matches("\\d+\\.\\d+") ? plain.replaceFirst("\\.?0+$", "") : plain;
    }

    /** Fails unless a draft knows nearly all labels, and takes little else for one. */
    static void assertLabels(LayoutDraft draft, Collection<String> printed) {
        Sheet sheet = draft.readings().stream()
                .flatMap(r -> r.sheets().stream())
                .findFirst()
                .orElseThrow();
        Set<String> truth = printed.stream()
                .map(l -> YearWords.template(Printed.key(l), sheet.fiscalYear(), Era.REIWA))
                .collect(Collectors.toSet());
        Set<String> missed = new HashSet<>(truth);
        missed.removeAll(draft.labels());
        Set<String> invented = new HashSet<>(draft.labels());
        invented.removeAll(truth);
        assertThat(1 - (double) missed.size() / truth.size())
                .as("recall; missed: %s", missed)
                .isGreaterThanOrEqualTo(LABEL_RECALL);
        assertThat(1 - (double) invented.size() / draft.labels().size())
                .as("precision; invented: %s", invented)
                .isGreaterThanOrEqualTo(LABEL_PRECISION);
    }
}
