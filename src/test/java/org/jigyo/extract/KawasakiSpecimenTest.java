package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's own specimen of 川崎市 R5: a sheet with reversed chunks on two pages, one in the listed order on three,
 * and their policy tree.
 */
class KawasakiSpecimenTest {

    private static final Path SPECIMEN = Path.of("src/main/resources/specimens/kawasaki-r5-policy-4-2.txt");

    @TempDir
    Path folder;

    @Test
    void theTreeGivesCodesAndMarks() throws IOException {
        FileReading reading = read(Files.readString(SPECIMEN));
        Map<String, Object> facts = Facts.of(reading.sheets().get(0));
        assertThat(facts)
                .containsEntry("policies/policy/4-2", "新たな産業の創出と革新的な技術による生活利便性の向上")
                .containsEntry("policies/measure/4-2-2", "地域を支える産業の育成・市内事業者等の新分野への進出支援")
                .containsEntry("attributes/mainInPlan", true);
        assertThat(reading.findings())
                .filteredOn(f -> f.code() == Finding.Code.SHEET_ABSENT)
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("環境調和型産業振興事業"));
    }

    @Test
    void aNameThatTheTreeDoesNotHoldIsNamed() throws IOException {
        String text = Files.readString(SPECIMEN).replace("○ ウェルフェアイノベーション推進事業", "○ 別の事業");
        Sheet sheet = read(text).sheets().get(0);
        assertThat(sheet.body().attributes()).doesNotContainKey("mainInPlan");
        assertThat(sheet.issues())
                .anyMatch(i -> i.code() == Finding.Code.TREE_UNMATCHED
                        && i.field().equals(FieldPath.of("attributes/mainInPlan")));
    }

    @Test
    void withoutItsTreeASheetHasNoCodesAndSaysSo() throws IOException {
        String text = Files.readString(SPECIMEN);
        Sheet sheet = read(text.substring(text.indexOf("事業の概要"))).sheets().get(0);
        assertThat(sheet.placement().policies()).allMatch(p -> p.code() == null);
        assertThat(sheet.issues())
                .anyMatch(i -> FieldPath.of("policies/measure/*").equals(i.field()));
    }

    @Test
    void anIdentityFindsTheBondsAmongTheNoughts() throws IOException {
        // The sheet prints 500 of bonds where every other cell of the kind holds 0; the adjacent fund is smaller by the
        // same amount.
        String text = Files.readString(SPECIMEN)
                .replaceFirst("\n39,673 45,62545,625 48,174\n", "\n39,173 45,62545,625 48,174\n")
                .replaceFirst("\n取組内容から変更となる取組）\n\n0\n", "\n取組内容から変更となる取組）\n\n500\n");
        Map<String, Object> facts = Facts.of(read(text).sheets().get(0));
        List<String> bonds = new ArrayList<>();
        facts.forEach((path, value) -> {
            if (path.startsWith("costs/bonds/") && ((BigDecimal) value).signum() != 0) {
                bonds.add(path + " " + value);
            }
        });
        assertThat(bonds).containsExactly("costs/bonds/budget/2023 500");
    }

    /** The same figure without a fund that is smaller by as much: a misprint, or a cell that is not recorded. */
    @Test
    void aFigureThatNoIdentityExplainsIsDoubted() throws IOException {
        String text = Files.readString(SPECIMEN).replaceFirst("\n取組内容から変更となる取組）\n\n0\n", "\n取組内容から変更となる取組）\n\n500\n");
        assertThat(read(text).sheets().get(0).issues())
                .anyMatch(i -> i.severity() == Finding.Severity.WARNING
                        && i.field().equals(FieldPath.of("costs/bonds/budget/2023")));
    }

    @Test
    void aPageWithoutAYearHasThatOfItsSheet() throws IOException {
        String text = Files.readString(SPECIMEN);
        int second = text.lastIndexOf("令和５年度　事務事業評価シート");
        String yearless = text.substring(0, second) + text.substring(second).replaceFirst("令和５年度", "令和囗年度");
        String alone = yearless.substring(yearless.lastIndexOf("事業の概要"));

        assertThat(Facts.of(read(alone).sheets().get(0)))
                .containsEntry("fiscalYear", BigDecimal.valueOf(2023))
                .containsKeys("costs/total/budget/2022", "costs/generalFunds/planned/2025");
    }

    @Test
    void noLabelTakesTheFigureBesideIt() throws IOException {
        String text = Files.readString(SPECIMEN).replace("\n14\n\n－\n\n200\n", "\n1\n\n4\n\n－\n\n200\n");
        assertThat(read(text).sheets().get(1).issues())
                .extracting(i -> String.valueOf(i.field()))
                .contains("indicators/1/target/2024");
    }

    @Test
    void whatStandsBesideAMissingValueIsDoubted() throws IOException {
        String text = Files.readString(SPECIMEN).replace("\n592700 臨海部国際戦略本部成長戦略推進部\n", "\n");
        assertThat(read(text).sheets().get(1).issues())
                .extracting(i -> String.valueOf(i.field()))
                .contains("departmentCode", "department", "attributes/serviceType1");
    }

    @Test
    void damagedPagesAreFlagged() throws IOException {
        SequenceDamage.Report report = new SequenceDamage(
                        Layouts.bundled().stream()
                                .filter(l -> l.id().equals("kawasaki-r5"))
                                .findFirst()
                                .orElseThrow(),
                        SequenceDamage.pages(SPECIMEN, "事務事業コード"))
                .run(Integer.getInteger("jigyo.damage", 8), Integer.getInteger("jigyo.damage.seed", 7));
        System.out.print(report);
        assertThat(report.cases()).isPositive();
        assertThat(report.silent).isEmpty();
    }

    private FileReading read(String text) throws IOException {
        Path file = folder.resolve("kawasaki.txt");
        Files.writeString(file, text);
        Extractor extractor = new Extractor(Layouts.bundled(), Limits.DEFAULT, false);
        return extractor.read(SourceFiles.of(List.of(file), f -> {}).get(0));
    }
}
