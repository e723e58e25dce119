package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Severity;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A form that is named after the year of its publication, prints years without an era, and has a block with tables of its own for each
 * part of a project.
 */
class PartsFormTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    Path folder;

    private static String drawing() throws IOException {
        return Files.readString(FORMS.resolve("yokohama-specimen.txt"));
    }

    private static String yaml() throws IOException {
        return Files.readString(Path.of("src/main/resources/layouts/yokohama-r7.yml"));
    }

    private List<Extraction> read(String yaml, String drawing) throws IOException {
        Layout layout = Layouts.read("yokohama-r7.yml", yaml);
        return GridSheets.of(layout, Files.write(folder.resolve("yokohama.pdf"), Typesetter.pdf(drawing)));
    }

    private Extraction first(String from, String to) throws IOException {
        String drawing = drawing();
        assertThat(drawing).contains(from);
        return read(yaml(), drawing.replace(from, to)).get(0);
    }

    @Test
    void theSpecimenIsReadWhole() throws IOException {
        List<String> golden = Files.readAllLines(Path.of("src/test/resources/golden/yokohama-r7.jsonl"));
        List<Extraction> sheets = read(yaml(), drawing());
        assertThat(sheets).hasSize(2).hasSameSizeAs(golden);
        for (int i = 0; i < golden.size(); i++) {
            Extraction sheet = sheets.get(i);
            assertThat(GridSheets.recorded(sheet)).isEqualTo(GridSheets.gold(SheetJson.read(golden.get(i))));
            assertThat(sheet.issues()).noneMatch(issue -> issue.severity() != Severity.INFO);
            assertThat(sheet.leftover()).isEmpty();
            assertThat(sheet.evidence().keySet()).containsAll(sheet.facts().keySet());
        }
    }

    @Test
    void aTornHeadingIsNoPartWithoutAWord() throws IOException {
        Extraction sheet = first("| 細事業名称", "| 細事業の名");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("parts/1/name")).anyMatch(i -> i.doubts("parts/2/name"));
    }

    @ParameterizedTest
    @CsvSource({"74 343, 1", "74 59, 2"})
    void aPartWhoseHeadingCannotBeSeenIsDoubted(String at, int part) throws IOException {
        String heading = "cell " + at + " 66 15 8 | 細事業名称";
        String unseen = drawing().replace(heading, "cell " + at + " 66 15 8 |");
        String lonely = yaml().replace("            - {to: texts/overview, right-of: 細事業概要}\n", "");
        assertThat(drawing()).contains(heading);
        assertThat(lonely).isNotEqualTo(yaml());
        for (String yaml : List.of(yaml(), lonely)) {
            assertThat(read(yaml, unseen).get(0).issues())
                    .anyMatch(i -> i.doubts("parts/" + part + "/number"))
                    .anyMatch(i -> i.doubts("parts/" + part + "/name"))
                    .anyMatch(i -> i.doubts("parts/" + part + "/texts/x.changeReason"));
        }
    }

    @Test
    void aPartWhoseNumberIsNotTheNextOneIsDoubted() throws IOException {
        Extraction sheet = first("cell 48 59 13 302 8 | 2", "cell 48 59 13 302 8 | 3");
        assertThat(sheet.facts()).containsKey("parts/3/name");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("parts/3/name"));
    }

    @Test
    void figuresOfAPartWithoutANameAreDoubted() throws IOException {
        Extraction sheet = first("| デジタル統括本部運営（人件費）", "|");
        assertThat(sheet.facts()).doesNotContainKey("parts/1/name");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("parts/1/costs/total/settled/2024"));
    }

    @Test
    void aColumnOfAnotherYearIsRefused() throws IOException {
        Extraction sheet = first("| ５年度", "| ４年度");
        assertThat(sheet.facts()).doesNotContainKeys("costs/total/settled/2023", "parts/1/costs/total/settled/2023");
        assertThat(sheet.issues())
                .anyMatch(i -> i.doubts("costs/total/settled/2023"))
                .anyMatch(i -> i.doubts("parts/1/costs/total/settled/2023"));
    }

    @Test
    void anEvaluatedYearThatNoColumnPrintsIsInDoubtWithAllThatIsDatedByIt() throws IOException {
        Extraction sheet = first("| 令和６年度事業名", "| 令和４年度事業名");
        assertThat(sheet.facts()).containsKey("costs/change/settled/2022");
        assertThat(List.of(
                        "fiscalYear",
                        "costs/change/settled/2022",
                        "costs/change/settled/2024",
                        "costs/total/settled/2024"))
                .allMatch(path -> sheet.issues().stream().anyMatch(i -> i.doubts(path)));
    }

    @Test
    void aRatingWithoutItsMarkIsUnreadable() throws IOException {
        Extraction sheet = first("| ・規則・方針", "| 規則・方針");
        assertThat(sheet.facts()).doesNotContainKey("parts/1/ratings/x.basis");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("parts/1/ratings/x.basis"));
    }

    @Test
    void aYearThatIsPrintedInTwoWaysIsNone() throws IOException {
        String twice = drawing().replace("| 政策・施策", "| 令和５年度事業名");
        Extraction sheet = read(yaml(), twice).get(0);
        assertThat(sheet.facts()).doesNotContainKey("fiscalYear");
        assertThat(sheet.issues()).anyMatch(i -> i.doubts("fiscalYear"));
    }

    @Test
    void theYearMayStandBesideALabelOrBeKnown() throws IOException {
        String beside = yaml().replace("{printed: \"{year}事業名\"}", "{right-of: 年分}")
                .replace("right-of: \"{year}事業名\"", "right-of: 事業名");
        String drawn = drawing()
                .replace("| 令和６年度事業名", "| 事業名")
                .replace("cell 48 107 92 16 8 | 政策・施策", "cell 48 107 46 16 8 | 年分\ncell 94 107 46 16 8 | ６年度");
        assertThat(read(beside, drawn)).allSatisfy(s -> assertThat(facts(s)).containsEntry("fiscalYear", "2024"));
        String known = beside.replace("{right-of: 年分}", "{is: 2024}");
        assertThat(read(known, drawn)).allSatisfy(s -> assertThat(facts(s)).containsEntry("fiscalYear", "2024"));
    }
}
