package org.jigyo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredQueryTest {

    private static final StoredQuery QUERY = StoredQuery.of("specimen", """
            #+ summary: Some things
            #+ summary-ja: いくつかのもの
            #+ tags: [test]
            #+ params:
            #+   - name: year
            #+     type: year
            #+     default: 2024
            #+   - name: city
            #+     type: city
            #+   - name: text
            #+     type: string
            #+   - name: phase
            #+     type: concept
            #+     prefix: https://example.org/phase/
            #+     values: [budget, settled]
            #+   - name: endpoint
            #+     type: iri
            #+   - name: below
            #+     type: decimal
            #+     default: 0.9
            PREFIX ex: <https://example.org/>
            SELECT ?a (COUNT(?b) AS ?n) {
              { SELECT DISTINCT ?a ?b { ?a ex:year ?_year ; ex:city ?_city ; ex:phase ?_phase ; ex:b ?b } }
              SERVICE ?_endpoint { ?a ex:text ?_text ; ex:confidence ?c }
              FILTER(?c < ?_below)
            }
            GROUP BY ?a
            """);

    @Test
    void parametersAreBoundAsTermsWhereverTheyStand() {
        String bound = QUERY.bind(Map.of(
                        "city", "082201",
                        "phase", "budget",
                        "endpoint", "https://example.org/sparql?a=b",
                        "text", "a\" . } DROP ALL #"))
                .toString();
        assertThat(bound)
                .contains("\"2024\"^^<http://www.w3.org/2001/XMLSchema#gYear>", "\"082201\"", "ex:phase")
                .contains("<https://example.org/phase/budget>", "SERVICE <https://example.org/sparql?a=b>", "< 0.9")
                .contains("\"a\\\" . } DROP ALL #\"")
                .doesNotContain("?_");
    }

    @Test
    void theExampleOfEachQueryIsTheQueryWithItsDefaults() {
        assertThat(StoredQuery.bundled().values())
                .filteredOn(StoredQuery::standsAlone)
                .allSatisfy(query -> assertThat(QueryFactory.create(query.example()))
                        .isEqualTo(QueryFactory.create(query.bind(Map.of()).toString())));
        assertThat(QUERY.example())
                .startsWith("PREFIX")
                .contains("ex:year \"2024\"^^<http")
                .contains("?_city");
    }

    @Test
    void theTextForAnEditorDescribesTheColumnsAsTheQueryDoes() {
        assertThat(StoredQuery.bundled().values())
                .filteredOn(StoredQuery::standsAlone)
                .allSatisfy(query -> {
                    assertThat(QueryFactory.create(query.editable(Map.of())))
                            .isEqualTo(QueryFactory.create(query.example()));
                    assertThat(StoredQuery.columns(query.editable(Map.of())))
                            .isEqualTo(query.about().columns());
                });
        assertThat(QUERY.editable(Map.of("year", "2021"))).contains("\"2021\"");
        assertThat(StoredQuery.columns("SELECT * {}")).isEmpty();
    }

    @Test
    void aParameterWithoutValueStaysFree() {
        String bound = QUERY.bind(Map.of("year", "2022")).toString();
        assertThat(bound).contains("\"2022\"", "?_city", "SERVICE ?_endpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "year,24",
        "city,標本市",
        "city,府中市",
        "city,kawasaki",
        "phase,executed",
        "endpoint,file:///etc/passwd",
        "below,0.9e3",
        "endpoint,ftp://x/y"
    })
    void aWrongValueIsRefused(String name, String value) {
        assertThatThrownBy(() -> QUERY.bind(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        WrongParameter.class, e -> assertThat(e.parameter()).isEqualTo(name))
                .hasMessageContaining(value);
    }

    @Test
    void allowedValuesAreNamed() {
        assertThatThrownBy(() -> QUERY.bind(Map.of("phase", "x")))
                .isInstanceOfSatisfying(
                        WrongParameter.class, e -> assertThat(e.allowed()).isEqualTo(List.of("budget", "settled")));
        assertThatThrownBy(() -> QUERY.bind(Map.of("phases", "x")))
                .isInstanceOfSatisfying(
                        WrongParameter.class,
                        e -> assertThat(e.allowed()).contains("phase", "year").doesNotContain("phases"));
    }

    @ParameterizedTest
    @CsvSource({
        "'#+ sumary: x\nSELECT * { }', sumary",
        "'#+ summary: x\nSELEKT * { }', SPARQL",
        "'#+ params: [{name: Year, type: year}]\nSELECT * { }', lower-case",
        "'#+ params: [{name: year, type: date}]\nSELECT * { }', date",
        "'#+ params: [{name: year, type: concept}]\nSELECT * { }', prefix",
        "'#+ params: [{name: year}]\nSELECT * { }', type"
    })
    void aFaultyFileSaysWhatIsWrong(String text, String words) {
        assertThatThrownBy(() -> StoredQuery.of("faulty", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faulty")
                .hasMessageContaining(words);
    }
}
