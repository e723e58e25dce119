package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that no record may hold is left out with an issue at its field, and everything else stays. */
class ValidationTest {

    private static final String RECORD = """
            {"layout":"l-1","source":{"file":"f","sha256":"%s","pages":[1,2]},\
            "context":{"form":"f-1","currencyUnit":1000,"plan":"p","term":"t","scales":{"priority":"s"}},\
            "city":"082201","fiscalYear":2024,"publishedYear":2025,"number":"001","name":"標本","department":"課",\
            "departments":["課","室"],"departmentCode":"9","section":"係","budgetAccounts":[{"code":"01","name":"款"}],"pledges":["1"],\
            "policies":[{"level":"measure","code":"Ⅰ","label":"施策"},{"label":"名のみ"}],"sdgs":[{"goal":"8","target":"8.1","note":"n"}],\
            "attributes":{"continuity":"継続","basis":["条例","要綱"],"inPolicyPlan":true,"x.m":{"2023":"直営","2024":"委託"}},\
            "texts":{"purpose":"目的","overview":"概要"},\
            "costs":[{"item":"total","phase":"settled","year":2024,"value":12.5},{"item":"total","phase":"budget","year":2024,"value":13},\
            {"item":"breakdown","label":"委託料","phase":"settled","year":2024,"value":7,"unit":1}],\
            "staffing":[{"item":"staffFte","year":2024,"value":0.5},{"item":"partTimeStaff","year":2024,"value":true}],\
            "indicators":[{"slot":1,"name":"件数","unit":"件","kind":"成果","description":"説明","values":[\
            {"kind":"actual","year":2024,"value":10},{"kind":"target","year":2024,"value":"８割"}]}],\
            "ratings":[{"criterion":"priority","value":"A","reason":"理由","by":"internal"},{"criterion":"progress","value":"B"}],\
            "direction":{"value":"継続","reason":"方向の理由"},\
            "parts":[{"number":"1","name":"部分","costs":[{"item":"total","phase":"settled","year":2024,"value":3}]}]}\
            """.formatted("0".repeat(64));

    /** What is replaced, its replacement, the field of the issue; ! before the field if the sheet is held back. */
    private static final String HARM = """
            "082201"|"082202"|!city
            "fiscalYear":2024|"fiscalYear":1899|!fiscalYear
            "fiscalYear":2024|"fiscalYear":2101|!fiscalYear
            "name":"標本"|"name":"　"|!name
            "name":"標本"|"name":"標\\u0001本"|!name
            "number":"001"|"number":"0\\uFFFD1"|!number
            "sha256":"0|"sha256":"g|!source
            "pages":[1,2]|"pages":[0,2]|source/pages
            "pages":[1,2]|"pages":[2,1]|source/pages
            "pages":[1,2]|"pages":[1]|source/pages
            "layout":"l-1"|"layout":"l 1"|layout
            "form":"f-1"|"form":"-f"|context/form
            "currencyUnit":1000|"currencyUnit":0|context/currencyUnit
            "scales":{"priority"|"scales":{"9"|context/scales/9
            "scales":{"priority":"s"|"scales":{"priority":"s s"|context/scales/priority
            "publishedYear":2025|"publishedYear":2101|publishedYear
            "department":"課"|"department":"課\\u0007"|department
            "課","室"]|"課"," "]|departments/\s
            "departmentCode":"9"|"departmentCode":"%2$s"|departmentCode
            "section":"係"|"section":"係\\uD800"|section
            {"code":"01","name"|{"code":" ","name"|budgetAccounts/\s
            "name":"款"|"name":"\\uFFFE"|budgetAccounts/01
            "pledges":["1"]|"pledges":[" "]|pledges/\s
            "level":"measure"|"level":"施策"|policies/施策/Ⅰ
            "label":"名のみ"|"label":" "|policies/\s
            "target":"8.1"|"target":"9.1"|sdgs/9.1
            "goal":"8","target":"8.1"|"goal":"18"|sdgs/18
            "continuity":"継続"|"continuity":["\\u0002"]|attributes/continuity/\u0002
            "continuity":"継続"|"9":"継続"|attributes/9
            "条例","要綱"|"条例"," "|attributes/basis/\s
            "2023":"直営"|"23":"直営"|attributes/x.m/23
            "purpose":"目的"|"目的":"目的"|texts/目的
            "purpose":"目的"|"purpose":"%1$s"|texts/purpose
            "settled","year":2024,"value":12.5|"決算","year":2024,"value":12.5|costs/total/決算/2024
            "settled","year":2024,"value":12.5|"settled","year":3024,"value":12.5|costs/total/settled/3024
            "value":12.5|"value":1234567890123456789|costs/total/settled/2024
            "value":12.5|"value":0.12345678901|costs/total/settled/2024
            "phase":"budget"|"phase":"settled"|costs/total/settled/2024
            "value":13}|"value":13,"unit":-1}|costs/total/budget/2024
            "value":13}|"value":13,"label":"内訳"}|costs/total/内訳/budget/2024
            "label":"委託料"|"label":" "|costs/breakdown/ /settled/2024
            "staffFte","year":2024|"staffFte","year":1|staffing/staffFte/1
            "value":0.5|"value":"半分"|staffing/staffFte/2024
            "slot":1|"slot":0|indicators/0
            "slot":1|"slot":1000|indicators/1000
            "name":"件数"|"name":" "|indicators/1
            "unit":"件"|"unit":"\\u0003"|indicators/1/unit
            "kind":"成果"|"kind":"\\u0003"|indicators/1/kind
            "description":"説明"|"description":"\\u0003"|indicators/1/description
            "actual","year":2024|"実績","year":2024|indicators/1/実績/2024
            "actual","year":2024|"actual","year":99|indicators/1/actual/99
            "value":"８割"|"value":" "|indicators/1/target/2024
            "value":"８割"|"value":true|indicators/1/target/2024
            "by":"internal"|"by":"market"|ratings/market.priority
            "criterion":"progress"|"criterion":"進捗"|ratings/進捗
            "reason":"理由"|"reason":"\\u0003"|ratings/internal.priority/reason
            "value":"継続"|"value":"\\u0003"|direction
            "方向の理由"|"\\u0003"|direction/reason
            {"number":"1","name":"部分"|{"number":"1/2","name":"部分"|parts/1/2
            "name":"部分"|"name":" "|parts/1
            "value":3|"value":1e30|parts/1/costs/total/settled/2024
            """;

    static Stream<List<String>> harm() {
        return HARM.lines().map(line -> List.of(line.split("\\|")));
    }

    @Test
    void aRecordWithoutFaultStaysAsItIs() {
        Sheet sheet = SheetJson.read(RECORD);
        Validation validation = Validation.of(sheet);
        assertThat(validation.sheet()).isEqualTo(sheet);
        assertThat(validation.heldBack()).isFalse();
    }

    /** The record as facts, and the facts as the record. */
    @Test
    void theFactsOfTheRecordMakeItAgain() {
        Sheet sheet = SheetJson.read(RECORD);
        Map<String, Object> facts = Facts.of(sheet);
        assertThat(facts)
                .hasSize(43)
                .containsEntry("departmentCode", "9")
                .containsEntry("section", "係")
                .containsEntry("policies/measure/Ⅰ", "施策")
                .containsEntry("policies/名のみ", "名のみ")
                .containsEntry("sdgs/8.1", "n")
                .containsEntry("costs/breakdown/委託料/settled/2024", new BigDecimal(7))
                .containsEntry("indicators/1/kind", "成果")
                .containsEntry("indicators/1/description", "説明")
                .containsEntry("indicators/1/target/2024", "８割")
                .containsEntry("direction/reason", "方向の理由");
        assertThat(Facts.of(Facts.assemble(facts, Set.of()))).isEqualTo(facts);
        assertThat(Facts.title(sheet)).isEqualTo("001 標本");
        Set<String> estimates = Set.of("costs/total/settled/2024", "parts/1/costs/total/settled/2024");
        assertThat(Facts.estimates(Facts.assemble(facts, estimates))).isEqualTo(estimates);
    }

    @ParameterizedTest
    @MethodSource("harm")
    void oneFaultIsToldAtItsFieldAndTheRestStays(List<String> harm) {
        String instead = harm.get(1)
                .replace("%1$s", "長".repeat(ValueChecks.TEXT + 1))
                .replace("%2$s", "9".repeat(ValueChecks.CODE + 1));
        boolean held = harm.get(2).startsWith("!");
        String field = held ? harm.get(2).substring(1) : harm.get(2);
        String record = RECORD.replace(harm.get(0), instead);
        assertThat(record).isNotEqualTo(RECORD);
        Sheet harmed = SheetJson.read(record);
        Validation validation = Validation.of(harmed);
        assertThat(validation.heldBack()).isEqualTo(held);
        assertThat(validation.sheet().issues()).hasSize(1);
        Issue issue = validation.sheet().issues().get(0);
        assertThat(issue.field().glob()).isEqualTo(Characters.quoted(field));
        assertThat(issue.severity()).isEqualTo(held ? Severity.ERROR : Severity.WARNING);
        if (!held) {
            Map<String, Object> facts = without(field, Facts.of(harmed));
            assertThat(without(field, Facts.of(validation.sheet()))).isEqualTo(facts);
        }
    }

    private static Map<String, Object> without(String field, Map<String, Object> facts) {
        Map<String, Object> rest = new LinkedHashMap<>(facts);
        rest.keySet().removeIf(FieldPath.of(field)::covers);
        return rest;
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2100})
    void theFirstAndTheLastYearThatSheetsPrint(int year) {
        Sheet sheet = SheetJson.read(RECORD.replace("\"fiscalYear\":2024", "\"fiscalYear\":" + year));
        assertThat(Validation.of(sheet).sheet()).isEqualTo(sheet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012345678", "0.0123456789", "-99999999", "1E17"})
    void figuresAsLongAsSheetsPrintThem(String figure) {
        Sheet sheet = SheetJson.read(RECORD.replace("\"value\":12.5", "\"value\":" + figure));
        assertThat(Validation.of(sheet).sheet()).isEqualTo(sheet);
    }

    @Test
    void ofTwoValuesOfOneFieldTheFirstIsKept() {
        Sheet sheet = SheetJson.read(
                RECORD.replace("\"criterion\":\"progress\"", "\"criterion\":\"priority\",\"by\":\"internal\""));
        Sheet kept = Validation.of(sheet).sheet();
        assertThat(Facts.of(kept)).containsEntry("ratings/internal.priority", "A");
        assertThat(kept.issues()).anyMatch(i -> i.doubts("ratings/internal.priority"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"page\":0",
                "\"page\":1,\"box\":[1,2,3]",
                "\"page\":1,\"confidence\":1.5",
                "\"page\":1,\"confidence\":-0.1"
            })
    void aPlaceThatNoPageHasIsLeftOut(String place) {
        String evidence =
                ",\"evidence\":{\"name\":{%s,\"text\":\"標本\"},\"section\":{\"page\":1,\"text\":\"係\",\"confidence\":1}}}";
        Sheet sheet = SheetJson.read(RECORD.substring(0, RECORD.length() - 1) + evidence.formatted(place));
        Sheet kept = Validation.of(sheet).sheet();
        assertThat(kept.evidence()).containsOnlyKeys("section");
        assertThat(kept.issues()).extracting(i -> i.field().glob()).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "total,true",
        "x.own.2a,true",
        "A,true",
        "'',false",
        "2a,false",
        ".a,false",
        "a.,false",
        "a..b,false",
        "a-b,false",
        "あ,false"
    })
    void aKeyHasLettersAndDigitsWithSingleDots(String key, boolean is) {
        assertThat(ValueChecks.isKey(key)).isEqualTo(is);
    }
}
