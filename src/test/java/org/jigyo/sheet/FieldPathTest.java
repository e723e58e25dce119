package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {

    @ParameterizedTest
    @CsvSource({
        "texts/purpose,texts/purpose,true",
        "ratings/priority,ratings/priority/reason,true",
        "ratings/priority,ratings/priorityOther,false",
        "costs/*,costs/total/settled/2024,true",
        "costs/*/2024,costs/total/settled/2023,false",
        "indicators/1,indicators/10/name,false"
    })
    void aFieldCoversItsPathAndWhatIsBelow(String field, String path, boolean covers) {
        assertThat(FieldPath.of(field).covers(path)).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "ratings/priority,ratings/priority/reason,true",
        "ratings/priority/reason,ratings/priority,true",
        "costs/*/2024,costs/total/settled/*,true",
        "costs/total,costs/totals/settled/2024,false",
        "texts/a,texts/b,false"
    })
    void fieldsMeetWhereBothMayCoverAFact(String one, String two, boolean meet) {
        assertThat(FieldPath.of(one).meets(FieldPath.of(two))).isEqualTo(meet);
    }

    /** Globs of up to four characters, compared by all texts that could match both of two. */
    @Test
    void twoGlobsMeetExactlyWhereATextMatchesBoth() {
        List<String> globs = words("ab*", 4);
        List<String> texts = words("ab", 6);
        List<BitSet> matched = new ArrayList<>();
        for (String glob : globs) {
            Pattern pattern = Pattern.compile(glob.replace("*", "[ab]*"));
            BitSet of = new BitSet();
            for (int t = 0; t < texts.size(); t++) {
                of.set(t, pattern.matcher(texts.get(t)).matches());
            }
            matched.add(of);
        }
        for (int i = 0; i < globs.size(); i++) {
            for (int j = 0; j < globs.size(); j++) {
                assertThat(FieldPath.meet(globs.get(i), globs.get(j)))
                        .as(globs.get(i) + " and " + globs.get(j))
                        .isEqualTo(matched.get(i).intersects(matched.get(j)));
            }
        }
    }

    private static List<String> words(String letters, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() < longest) {
                for (int l = 0; l < letters.length(); l++) {
                    words.add(words.get(i) + letters.charAt(l));
                }
            }
        }
        return words;
    }

    @Test
    void noPathIsNoField() {
        assertThat(FieldPath.of(null)).isNull();
        assertThat(FieldPath.of("")).isNull();
        assertThat(FieldPath.of("name")).hasToString("name");
    }
}
