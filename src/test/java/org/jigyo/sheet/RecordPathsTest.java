package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.sheet.RecordPaths.Holds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at a path of a record, as {@code record/paths.yml} says it. */
class RecordPathsTest {

    @ParameterizedTest
    @CsvSource({
        "name,TEXT",
        "city,TEXT",
        "fiscalYear,YEAR",
        "departments/道路/河川課,TRUE",
        "policies/measure/①,NAME",
        "policies/Ⅰ-2,NAME",
        "attributes/inPolicyPlan,BOOLEAN",
        "attributes/basis/条例,TRUE",
        "attributes/x.method/2023,TEXT",
        "costs/total/settled/2024,NUMBER",
        "costs/total/settled/2024/unit,NUMBER",
        "costs/breakdown/旅費/交通費/settled/2024,NUMBER",
        "staffing/partTimeStaff/2024,BOOLEAN",
        "indicators/12/actual/2024,FIGURE",
        "ratings/internal.effectiveness/reason,TEXT",
        "parts/①/costs/total/settled/2024,NUMBER",
        "parts/1/name,TEXT"
    })
    void aPathHoldsOneType(String path, Holds holds) {
        assertThat(RecordPaths.KNOWN.at(path)).containsExactly(holds);
    }

    @Test
    void aKeyOfALayoutMayHoldATextOrYesAndNo() {
        assertThat(RecordPaths.KNOWN.at("attributes/x.wish")).isEqualTo(EnumSet.of(Holds.TEXT, Holds.BOOLEAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nme",
                "texts/purpos",
                "costs/total/settled",
                "costs/total/settled/24",
                "costs/total/settled/3024",
                "indicators/0/name",
                "indicators/1000/name",
                "parts/1/department",
                "parts//name",
                "ratings/market.priority",
                "attributes/x.9"
            })
    void otherPathsAreNone(String path) {
        assertThat(RecordPaths.KNOWN.at(path)).isEmpty();
        assertThat(RecordPaths.KNOWN.misfit(path, "a")).contains("no such field");
    }

    @ParameterizedTest
    @CsvSource({
        "costs/total/settled/2024,a,is not a number",
        "fiscalYear,a,is not a year",
        "attributes/inPolicyPlan,a,is neither yes nor no",
        "texts/purpose,a,",
        "indicators/1/actual/2024,８割,",
        "policies/①,施策,"
    })
    void aTextFitsOrDoesNot(String path, String text, String misfit) {
        assertThat(RecordPaths.KNOWN.misfit(path, text)).isEqualTo(misfit);
    }

    @Test
    void aNumberBecomesATextWhereOneBelongs() {
        assertThat(RecordPaths.KNOWN.misfit("number", new BigDecimal("12"))).isNull();
        assertThat(RecordPaths.KNOWN.fitted("number", new BigDecimal("1E+1"))).isEqualTo("10");
        assertThat(RecordPaths.KNOWN.fitted("costs/total/settled/2024", BigDecimal.TEN))
                .isEqualTo(BigDecimal.TEN);
        assertThat(RecordPaths.KNOWN.fitted("name", "a")).isEqualTo("a");
        assertThat(RecordPaths.KNOWN.misfit("fiscalYear", new BigDecimal("2024.5")))
                .isEqualTo("is not a year");
        assertThat(RecordPaths.KNOWN.misfit("costs/total/settled/2024", new BigDecimal("1E+30")))
                .isEqualTo(ValueChecks.TOO_LONG);
        assertThat(RecordPaths.KNOWN.misfit("texts/purpose", true)).isEqualTo("is not a text");
    }

    /** A fact that no record has, or of another type, is left out with an issue; an option that is not chosen is none. */
    @Test
    void assemblingLeavesOutWhatDoesNotFit() {
        Map<String, Object> facts = Map.of(
                "name",
                "標本",
                "nme",
                "標本",
                "costs/total/settled/2024/unit",
                BigDecimal.ONE,
                "costs/total/budget/2024",
                "千円",
                "attributes/basis/条例",
                false,
                "indicators/2/actual/2024",
                BigDecimal.TEN,
                "indicators/3/actual/2024",
                BigDecimal.ZERO,
                "parts/1/texts/purpose",
                "目的",
                "parts/2/costs/total/settled/2024",
                BigDecimal.ZERO);
        Sheet sheet = Facts.assemble(facts, Set.of());
        assertThat(Facts.of(sheet).keySet()).containsOnly("fiscalYear", "name");
        assertThat(sheet.issues())
                .extracting(i -> i.field().glob())
                .containsExactlyInAnyOrder(
                        "nme",
                        "costs/total/settled/2024/unit",
                        "costs/total/budget/2024",
                        "indicators/2/actual/2024",
                        "parts/1/texts/purpose");
    }

    /** Paths as layouts write them, with places that the sheet fills. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texts/purpose|texts/{text}",
                "texts/x.wish|texts/{text}",
                "costs/total/settled/{year-1}|costs/{item}/{phase}/{year}",
                "costs/breakdown/{label}/budget/{any year}|costs/breakdown/{label}/{phase}/{year}",
                "indicators/{n}/name|indicators/{slot}/name",
                "indicators/12/unit|indicators/{slot}/unit",
                "ratings/external.priority|ratings/{criterion}",
                "policies/measure/{code}|policies/{level}/{code}",
                "departments/{value}|departments/{name}",
                "parts/{part}/texts/purpose|parts/{part}/texts/{text}"
            })
    void aTemplateHasOneKind(String template, String form) {
        assertThat(RecordPaths.KNOWN.of(template))
                .extracting(RecordPaths.Kind::form)
                .containsExactly(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "texts",
                "texts/",
                "texts/purpos",
                "texts/purpose/more",
                "costs/total/settled/24",
                "indicators/0/name",
                "departments/2024",
                "departments/{year}",
                "ratings/market.priority",
                "policies/施策/{code}",
                "city"
            })
    void otherTemplatesHaveNone(String template) {
        assertThat(RecordPaths.KNOWN.of(template)).isEmpty();
    }

    @Test
    void placesAreFilledByWordsOrByKeysOfALayout() {
        assertThat(RecordPaths.KNOWN.words("{phase}")).containsExactly("planned", "budget", "revised", "settled");
        assertThat(RecordPaths.KNOWN.words("phase")).isEqualTo(RecordPaths.KNOWN.words("{phase}"));
        assertThat(RecordPaths.KNOWN.words("{code}")).isEmpty();
        assertThat(RecordPaths.KNOWN.takesOwn("{text}")).isTrue();
        assertThat(RecordPaths.KNOWN.takesOwn("{phase}")).isFalse();
        assertThat(RecordPaths.KNOWN.groups())
                .contains("texts", "costs", "parts")
                .doesNotContain("city");
        RecordPaths.Kind costs =
                RecordPaths.KNOWN.of("costs/total/settled/2024").get(0);
        assertThat(RecordPaths.KNOWN.matched(costs, List.of("costs", "total", "x", "2024")))
                .isEqualTo(2);
        assertThat(RecordPaths.KNOWN.matched(costs, List.of("costs", "total"))).isEqualTo(2);
        assertThat(RecordPaths.KNOWN.matched(costs, List.of("costs", "total", "settled", "2024", "unit")))
                .isEqualTo(4);
    }
}
