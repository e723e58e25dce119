package org.jigyo.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jigyo.query.StoredQuery;
import org.junit.jupiter.api.Test;

/** The pages of stored queries show no variable names. */
class ColumnNamesTest {

    @Test
    void everyColumnOfAStoredQueryHasAHeadingInBothLanguages() {
        StoredQuery.bundled().forEach((name, query) -> {
            if (query.parsed().isSelectType()) {
                for (String variable : query.parsed().getResultVars()) {
                    List<String> one = List.of(variable);
                    assertThat(ColumnNames.of(name, one, "ja"))
                            .as("%s/%s", name, variable)
                            .isNotEqualTo(one);
                    assertThat(ColumnNames.of(name, one, "en"))
                            .as("%s/%s", name, variable)
                            .isNotEqualTo(one);
                }
            }
        });
    }

    @Test
    void aVariableThatQueriesUseDifferentlyHasAHeadingForEach() {
        assertThat(ColumnNames.of("sdg-goal-cost", List.of("goal"), "ja")).containsExactly("ゴール");
        assertThat(ColumnNames.of("target-against-actual", List.of("goal"), "ja"))
                .containsExactly("目標");
    }
}
