package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.RealSheets;
import org.junit.jupiter.api.Test;

class SheetJsonTest {

    @Test
    void factsOfAnAssembledSheetAreTheFacts() throws IOException {
        for (Sheet sheet : gold()) {
            Map<String, Object> facts = Facts.of(sheet);
            assertThat(Facts.of(Facts.assemble(facts, Set.of()))).isEqualTo(facts);
        }
    }

    @Test
    void whatIsReadIsWrittenAgain() throws IOException {
        for (Sheet sheet : gold()) {
            assertThat(SheetJson.read(SheetJson.write(sheet))).isEqualTo(sheet);
        }
    }

    @Test
    void aPartHasThePathsOfASheetBehindItsOwn() {
        Sheet sheet = SheetJson.read("""
                {"city":"082201","fiscalYear":2024,"publishedYear":2025,"number":"1","name":"標本","department":"甲",\
                "departments":["甲","乙"],"costs":[{"item":"perResident","phase":"settled","year":2024,"value":2,"unit":1}],\
                "ratings":[{"criterion":"x.needs","value":"A","by":"external","reason":"理由"}],\
                "parts":[{"number":"7","name":"部分","attributes":{"x.method":{"2023":"直営"},"basis":["条例"]},\
                "costs":[{"item":"total","phase":"settled","year":2024,"value":3,"estimate":true}]},{"name":"番号なし"}]}""");
        Map<String, Object> facts = Facts.of(sheet);
        assertThat(facts)
                .containsEntry("publishedYear", new BigDecimal(2025))
                .containsEntry("departments/乙", true)
                .containsEntry("costs/perResident/settled/2024/unit", BigDecimal.ONE)
                .containsEntry("ratings/external.x.needs/reason", "理由")
                .containsEntry("parts/7/name", "部分")
                .containsEntry("parts/7/attributes/x.method/2023", "直営")
                .containsEntry("parts/7/attributes/basis/条例", true)
                .containsEntry("parts/7/costs/total/settled/2024", new BigDecimal(3))
                .containsEntry("parts/2/name", "番号なし");
        assertThat(Facts.assemble(facts, Set.of("parts/7/costs/total/settled/2024")))
                .isEqualTo(sheet);
    }

    private static List<Sheet> gold() throws IOException {
        return RealSheets.gold().stream().map(RealSheets.GoldRecord::sheet).toList();
    }

    @Test
    void refusesAKeyThatNoRecordHas() {
        for (String record :
                List.of("{\"city\":\"082201\",\"colour\":\"red\"}", "{\"costs\":[{\"colour\":\"red\"}]}")) {
            assertThatThrownBy(() -> SheetJson.read(record))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("colour");
        }
    }

    @Test
    void keysStandSideBySideInTheOrderOfTheContract() {
        String record = """
                {"layout":"l","source":{"file":"f","sha256":"0"},"context":{"form":"f"},"city":"082201","fiscalYear":2024,\
                "publishedYear":2025,"serial":3,"number":"001","name":"標本","department":"課","departments":["課","室"],"budgetAccounts":[{"code":"01"}],"pledges":["1"],\
                "policies":[{"code":"Ⅰ"}],"sdgs":[{"goal":"8"}],"attributes":{"continuity":"継続"},"texts":{"purpose":"標本"},\
                "costs":[{"item":"total","phase":"settled","year":2024,"value":12.50},\
                {"item":"perResident","phase":"settled","year":2024,"value":244,"unit":1}],\
                "staffing":[{"item":"staffFte","year":2024,"value":0.5}],\
                "indicators":[{"slot":1,"name":"件数","values":[{"kind":"actual","year":2024,"value":10}]}],\
                "ratings":[{"criterion":"priority","value":"A","by":"internal"}],"direction":{"value":"Ⅰ"},\
                "parts":[{"number":"1","name":"部分","attributes":{"x.method":{"2023":"直営"}},\
                "costs":[{"item":"total","phase":"settled","year":2024,"value":3}]},{"name":"番号なし"}],\
                "issues":[{"code":"SLOT_AMBIGUOUS","severity":"warning","field":"costs/*","message":"m","page":1,"text":"t"}],\
                "evidence":{"name":{"page":1,"text":"標本"}}}""";
        assertThat(SheetJson.write(SheetJson.read(record))).isEqualTo(record);
    }
}
