package org.jigyo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The columns of stored queries, as their decorators describe them. */
class ColumnTest {

    private static Column linked(String link) {
        return new Column("Name", "名称", null, null, null, null, link, null, false, null, false);
    }

    @Test
    void everyColumnOfABundledQueryIsDescribedInItsOrder() {
        StoredQuery.bundled().forEach((name, query) -> {
            if (query.parsed().isSelectType()) {
                assertThat(query.about().columns().keySet())
                        .as(name)
                        .containsExactlyElementsOf(query.parsed().getResultVars());
            }
        });
    }

    @Test
    void linksAndCellsOfABundledQueryNameItsVariables() {
        StoredQuery.bundled()
                .forEach((name, query) -> query.about().columns().forEach((variable, column) -> {
                    assertThat(column.address(asked -> query.about().columns().containsKey(asked) ? "1" : null)
                                    .isPresent())
                            .as("%s/%s", name, variable)
                            .isEqualTo(column.link() != null);
                    if (column.cell() != null) {
                        assertThat(query.about().columns())
                                .as("%s/%s", name, variable)
                                .containsKey(column.cell());
                    }
                }));
    }

    @Test
    void aLinkTakesEncodedValuesOrThemselves() {
        Map<String, String> row = Map.of("key", "a b/c", "thing", "https://example.org/x#y");

        assertThat(linked("id/project/{key}").address(row::get)).contains("id/project/a%20b%2Fc");
        assertThat(linked("{+thing}").address(row::get)).contains("https://example.org/x#y");
        assertThat(linked("id/{key}/{none}").address(row::get)).isEmpty();
        assertThat(linked(null).address(row::get)).isEmpty();
    }

    @Test
    void aColumnWithoutHeadingIsRefused() {
        assertThatThrownBy(() -> StoredQuery.of("q", "#+ columns:\n#+   a: {label: A}\nSELECT ?a {}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label-ja");
        assertThatThrownBy(() -> StoredQuery.of("q", "#+ columns:\n#+   b: {label: B, label-ja: び}\nSELECT ?a {}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b");
    }
}
