package org.jigyo.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** Compares sheets that a draft reads with what they say. */
final class Truth {

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
            Map<String, Object> facts = Facts.of(sheet);
            Map<String, String> own = truth.get(String.valueOf(facts.get(key)));
            assertThat(own).as("%s %s", facts.get(key), yaml).isNotNull();
            for (Map.Entry<String, String> fact : own.entrySet()) {
                Object read = facts.get(fact.getKey());
                boolean same = fact.getValue().equals(String.valueOf(read));
                right += same ? 1 : 0;
                wrong += read != null && !same ? 1 : 0;
                boolean told = sheet.issues().stream().anyMatch(i -> i.doubts(fact.getKey()));
                assertThat(same || read == null || told)
                        .as("%s read as %s: %s", fact, read, yaml)
                        .isTrue();
            }
        }
        return 2.0 * right / (right + wrong + all);
    }
}
