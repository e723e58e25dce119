package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
                "serial":3,"number":"001","name":"標本","department":"課","budgetAccounts":[{"code":"01"}],"pledges":["1"],\
                "policies":[{"code":"Ⅰ"}],"sdgs":[{"goal":"8"}],"attributes":{"continuity":"継続"},"texts":{"purpose":"標本"},\
                "costs":[{"item":"total","phase":"settled","year":2024,"value":12.50}],\
                "staffing":[{"item":"staffFte","year":2024,"value":0.5}],\
                "indicators":[{"slot":1,"name":"件数","values":[{"kind":"actual","year":2024,"value":10}]}],\
                "ratings":[{"criterion":"priority","value":"A"}],"direction":{"value":"Ⅰ"},\
                "issues":[{"code":"SLOT_AMBIGUOUS","severity":"warning","field":"costs/*","message":"m","page":1,"text":"t"}],\
                "evidence":{"name":{"page":1,"text":"標本"}}}""";
        assertThat(SheetJson.write(SheetJson.read(record))).isEqualTo(record);
    }
}
