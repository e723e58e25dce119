package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jigyo.Finding;
import org.jigyo.RealSheets;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were once read wrongly and silently: each value is right, or an issue at its field reports the doubt. */
class ShownCasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annotation-correction|2|costs/total/settled/2022|344",
                "field-ticks|2|sdgs/12|true",
                "field-ticks|2|attributes/reformElements/公共施設等のマネジメントの推進|true",
                "layer-off-over|2|costs/total/settled/2022|334",
                "number-image|2|costs/total/budget/2024|354",
                "number-outlined|2|costs/total/settled/2023|339",
                "number-outlined|2|costs/otherFunds/settled/2022|334",
                "rotated-180|2|costs/total/settled/2022|334",
                "rotated-180|14|costs/total/settled/2022|397262",
                "text-mode-3-beside|2|costs/total/settled/2022|334",
                "torn-negative|2|costs/total/settled/2023|-123456789",
                "two-up-cropped|2|costs/total/settled/2022|334",
                "two-up-cropped|14|costs/total/settled/2022|397262",
                "white-text|2|costs/bonds/settled/2022|",
                "whiteout-name|2|department|市民生活課",
                "whiteout-number|2|costs/total/settled/2022|344",
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

    @ParameterizedTest
    @CsvSource({
        "ocr-under-image,1,PDF_NO_TEXT_LAYER",
        "page-is-picture,2,PDF_NO_TEXT_LAYER",
        "portfolio,0,FILE_UNREADABLE"
    })
    void aPageThatSaysNothingIsAnErrorOfItsOwn(String name, int page, Finding.Code code) {
        Path file = RealSheets.folder().resolve("cases/reading").resolve(name).resolve("input.pdf");
        assertThat(Shown.read(file).findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.place().page()).isEqualTo(page);
        });
    }
}
