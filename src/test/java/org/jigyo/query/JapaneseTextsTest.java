package org.jigyo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Japanese descriptions of stored queries read as one sentence, however their lines are broken in the file. */
class JapaneseTextsTest {

    private static final Pattern BLANK = Pattern.compile("[^\\p{ASCII}] [^\\p{ASCII}]");

    @Test
    void aFoldedSentenceHasNoBlank() {
        StoredQuery query = StoredQuery.of("x", """
                #+ summary-ja: 費用
                #+ description-ja: >-
                #+   一行目の文が
                #+   続き、SDGs という
                #+   語もあります。
                SELECT * { ?s ?p ?o }
                """);
        assertThat(query.about().descriptionJa()).isEqualTo("一行目の文が続き、SDGs という語もあります。");
    }

    @Test
    void noBundledQueryShowsOne() {
        assertThat(StoredQuery.bundled().values())
                .isNotEmpty()
                .allSatisfy(query -> assertThat(
                                query.about().descriptionJa() + query.about().summaryJa())
                        .doesNotContainPattern(BLANK));
    }
}
