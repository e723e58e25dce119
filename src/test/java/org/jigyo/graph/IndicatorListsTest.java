package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.jigyo.registry.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reviewed lists say of indicators by name and unit. */
class IndicatorListsTest {

    private static String last(IRI concept) {
        return concept == null
                ? "-"
                : concept.stringValue().substring(concept.stringValue().lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "犯罪発生件数, 件, crimes, case, less, yearly",
        "犯罪　発生 件数, 件, crimes, case, less, yearly",
        "犯罪発生件数, 人, -, person, -, -",
        "犯罪発生件数の周知回数, 回, -, time, -, -",
        "回線の止まった時間, 分以内, -, minute, less, -",
        "緑を植えた割合, ％以上, -, percent, more, -",
        "講座の受講者（累計）, 名, -, person-formal, -, cumulative",
        "年間の試行数, 回, -, time, -, yearly",
        "通算の年間試行数, 回, -, time, -, cumulative",
        "売上高, 千円, sales, thousand-yen, more, yearly",
        "参加者数, ㎡, -, square-metre, -, -",
        "参加者数, 標本個, -, -, -, -",
        "参加者数, , -, -, -, -"
    })
    void nameAndUnitSayWhatIsMeantAndNothingIsGuessed(
            String name, String unit, String concept, String unitConcept, String improvement, String accumulation) {
        IndicatorLists.Meaning meaning = Codes.indicators().of(name, unit);
        assertThat(last(meaning.concept())).isEqualTo(concept);
        assertThat(last(meaning.unit())).isEqualTo(unitConcept);
        assertThat(last(meaning.improvement())).isEqualTo(improvement);
        assertThat(last(meaning.accumulation())).isEqualTo(accumulation);
    }

    /** What follows from a list can be told from what is printed, and each entry says whether a person has reviewed it. */
    @Test
    void whatNobodyPrintsIsDerived() {
        assertThat(last(Codes.indicators().of("回線の止まった時間", "分以内").basis())).isEqualTo("printed");
        assertThat(last(Codes.indicators().of("犯罪発生件数", "件").basis())).isEqualTo("derived");
        assertThat(Codes.indicators().of("講座の受講者（累計）", "名").basis()).isNull();
        assertThat(Codes.shipped().subjects())
                .filteredOn(s -> s.stringValue().startsWith(Iris.CODE + "indicator/"))
                .allSatisfy(s -> {
                    IRI unit = (IRI) Codes.shipped().object(s, Iris.jg("unitConcept"));
                    IndicatorLists.Meaning meaning = Codes.indicators()
                            .of(
                                    Codes.shipped().text(s, Iris.skos("prefLabel"), "ja"),
                                    Codes.shipped().text(unit, Iris.skos("prefLabel"), "ja"));
                    assertThat(meaning.basis() == null)
                            .isEqualTo(last(meaning.improvement()).matches("unknown|-"));
                });
        assertThat(Codes.shipped().subjects())
                .filteredOn(s -> s.stringValue().matches(Iris.CODE + "(unit|indicator)/.*"))
                .hasSizeGreaterThan(100)
                .allMatch(s -> Codes.shipped().object(s, Iris.iri("http://www.w3.org/ns/adms#status")) != null);
    }

    @Test
    void noNameAndUnitLeadToTwoIndicatorsAndNoWordToTwoUnits() {
        Map<String, IRI> seen = new HashMap<>();
        for (IRI concept : Codes.shipped().subjects()) {
            String list = concept.stringValue().replaceFirst("/[^/]*$", "");
            boolean unit = list.equals(Iris.CODE + "unit");
            if (!unit && !list.equals(Iris.CODE + "indicator")) {
                continue;
            }
            for (Statements.Property label : Codes.shipped().of(concept)) {
                if (!(label.object() instanceof Literal text)
                        || !text.getLanguage().orElse("").equals("ja")
                        || label.predicate().getLocalName().equals("definition")) {
                    continue;
                }
                Codes.shipped().of(concept).stream()
                        .filter(p -> unit || p.predicate().equals(Iris.jg("unitConcept")))
                        .map(p -> unit
                                ? text.stringValue()
                                : Names.plain(text.stringValue()) + p.object().stringValue())
                        .distinct()
                        .forEach(key -> assertThat(Objects.requireNonNullElse(seen.put(key, concept), concept))
                                .as(key)
                                .isEqualTo(concept));
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void everyListedIndicatorHasADirectionAndUnitsOfTheList() {
        Statements shipped = Codes.shipped();
        assertThat(shipped.subjects())
                .filteredOn(concept -> concept.stringValue().startsWith(Iris.CODE + "indicator/"))
                .hasSizeGreaterThan(50)
                .allSatisfy(concept -> {
                    assertThat(shipped.has((IRI) shipped.object(concept, Iris.jg("improvement"))))
                            .isTrue();
                    assertThat(shipped.of(concept))
                            .filteredOn(p -> p.predicate().equals(Iris.jg("unitConcept")))
                            .isNotEmpty()
                            .allMatch(p -> shipped.has((IRI) p.object()));
                });
    }
}
