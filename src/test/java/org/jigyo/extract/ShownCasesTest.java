package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jigyo.RealSheets;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were once read wrongly and in silence: each value is right, or an issue at its field says that it is in doubt. */
class ShownCasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fraction-error-value|2|indicators/1/actual/2023|",
                "list-dots|2|texts/method|・（標本）点検の会議\\n・報告の公開",
                "note-character|2|costs/total/settled/2022|334",
                "note-circled|2|costs/total/settled/2022|334",
                "note-raised|2|costs/total/settled/2022|334",
                "note-raised-fte|092|staffing/staffFte/2022|0.3",
                "ocr-digit|2|indicators/1/actual/2023|",
                "spread-values|2|costs/breakdown/印刷製本費/settled/2022|299",
                "sum-identity-dead|2|costs/total/settled/2022|",
                "sum-identity-dead-part|2|costs/otherFunds/settled/2023|",
            })
    void aValueIsRightOrInDoubt(String name, String number, String path, String value) {
        Path folder = RealSheets.folder().resolve("cases/reading").resolve(name);
        Sheet sheet = Shown.read(folder.resolve("input.pdf")).sheets().stream()
                .filter(s -> number.equals(s.number()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> facts = Facts.of(sheet);
        if (sheet.issues().stream().noneMatch(i -> i.doubts(path))) {
            assertThat(String.valueOf(facts.get(path))).isEqualTo(value == null ? null : value.replace("\\n", "\n"));
        }
    }
}
