package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Cell;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/** The specimen of 池田市 as if its page were a picture: what is sure then, and what is an issue. */
class RecognisedFactsTest {

    private static final SourceFile FILE = SourceFiles.of(
                    List.of(Path.of("src/main/resources/specimens/ikeda-r6.pdf")), f -> {})
            .get(0);

    private final List<Finding> findings = new ArrayList<>();

    /** The second sheet, whose costs have two sources, with the lines of the page as a program could have recognised them. */
    private Sheet read(UnaryOperator<String> recognised) {
        Extractor extractor = new Extractor(
                Layouts.bundled(),
                (file, pages, problems) -> Formats.reader(Limits.DEFAULT)
                        .read(file, page -> pages.accept(picture(page, recognised)), problems),
                true,
                false);
        FileReading reading = extractor.read(FILE);
        findings.addAll(reading.findings());
        return reading.sheets().get(1);
    }

    private static Page picture(Page page, UnaryOperator<String> recognised) {
        List<Page.Recognised> lines = new ArrayList<>();
        UnaryOperator<Line> each = line -> {
            lines.add(new Page.Recognised(line.box(), 0.5));
            return line.with(recognised.apply(line.text()));
        };
        List<Cell> cells = page.cells().stream()
                .map(c -> new Cell(
                        c.row(),
                        c.column(),
                        c.rows(),
                        c.columns(),
                        c.box(),
                        c.lines().stream().map(each).toList()))
                .toList();
        List<Line> outside = page.outside().stream().map(each).toList();
        List<TextBlock> blocks = page.blocks().stream()
                .map(b -> new TextBlock(b.lines().stream().map(each).toList()))
                .toList();
        return new Page(page.number(), page.size(), blocks, cells, outside).recognised(lines, List.of());
    }

    private static boolean doubted(Sheet sheet, String path) {
        return sheet.issues().stream().anyMatch(i -> i.doubts(path));
    }

    private static List<String> sure(Sheet sheet) {
        return Facts.of(sheet).keySet().stream()
                .filter(p -> !p.equals("city") && !doubted(sheet, p))
                .toList();
    }

    @Test
    void onlyFiguresThatASumProvesAreSure() {
        Sheet sheet = read(text -> text);
        assertThat(sure(sheet)).isNotEmpty().allMatch(path -> path.startsWith("costs/"));
        assertThat(sure(sheet)).anyMatch(path -> path.startsWith("costs/total/"));
        for (String path : sure(sheet)) {
            assertThat(Facts.of(sheet).get(path).toString()).isNotEqualTo("0");
        }
        // a share of another figure, a breakdown: no sum of the form has them
        assertThat(sure(sheet)).noneMatch(path -> path.contains("beneficiaryShare") || path.contains("breakdown"));
    }

    @Test
    void whatWasNotFoundIsDoubtedAsWell() {
        Sheet sheet = read(text -> text);
        assertThat(List.of("texts/remarks", "sdgs/17", "sdgs/1", "indicators/3/name", "indicators/1/actual/2024"))
                .allMatch(path -> doubted(sheet, path));
        assertThat(sheet.issues())
                .filteredOn(i -> i.code() == Code.TEXT_RECOGNISED)
                .allMatch(i -> i.field() != null && i.page() == 2);
    }

    /** Pale print is not seen, so that its cell looks blank. */
    @Test
    void aFigureThatWasNotSeenIsDoubted() {
        Sheet sheet = read(text -> text);
        for (String path : sure(sheet)) {
            String printed = sheet.evidence().get(path).text();
            Sheet pale = read(text -> text.equals(printed) ? "" : text);
            assertThat(Facts.of(pale)).doesNotContainKey(path);
            assertThat(doubted(pale, path)).as(path).isTrue();
        }
    }

    @Test
    void theEvidenceSaysThatItWasRecognised() {
        Sheet sheet = read(text -> text);
        assertThat(sheet.evidence().values())
                .allMatch(e -> Boolean.TRUE.equals(e.recognised()) && e.confidence() == 0.5);
    }

    @Test
    void nothingIsProvenBySumsThatAreMisreadAlike() {
        List<String> before = sure(read(text -> text));
        // every comma is read as a point, and the sums hold as before
        Sheet points = read(text -> text.matches("[\\d,]+") ? text.replace(',', '.') : text);
        assertThat(sure(points)).isNotEqualTo(before);
        assertThat(sure(points))
                .allMatch(path -> Facts.of(points).get(path).toString().matches("\\d+"))
                .noneMatch(path -> points.evidence().get(path).text().contains("."));
    }

    @Test
    void aMisreadFigureLeavesItsWholeSumUnproven() {
        Sheet sheet = read(text -> text);
        Map<String, Object> facts = Facts.of(sheet);
        for (String path : sure(sheet)) {
            String printed = sheet.evidence().get(path).text();
            String other = printed.replaceFirst(".$", printed.endsWith("3") ? "8" : "3");
            Sheet misread = read(text -> text.equals(printed) ? other : text);
            Map<String, Object> read = Facts.of(misread);
            assertThat(sure(misread)).allMatch(p -> read.get(p).equals(facts.get(p)));
        }
    }

    @Test
    void withoutTheYearPrintedTwiceNothingIsSure() {
        Sheet sheet = read(text -> text.contains("事務事業評価") ? text : text.replaceAll("[RＲ][6-9６-９]年度", "R年度"));
        assertThat(sure(sheet)).isEmpty();
    }

    @Test
    void aLabelThatIsNearlyReadIsThatLabel() {
        Sheet sheet = read(text -> text.replace("担当部署名", "担当部天名").replace("一般財源", "一股財源"));
        assertThat(Facts.of(sheet).get("department"))
                .isNotNull()
                .isEqualTo(Facts.of(read(text -> text)).get("department"));
        assertThat(Facts.of(sheet).keySet()).anyMatch(p -> p.startsWith("costs/generalFunds/"));
        assertThat(findings).noneMatch(f -> f.code() == Code.LABEL_MISSING);
    }

    @Test
    void aLabelWithAnotherDigitIsNotThatLabel() {
        Sheet sheet = read(text -> text.contains("飢餓をゼロに") ? "3飢餓をゼロに" : text);
        assertThat(sheet.issues()).anyMatch(i -> i.code() == Code.LABEL_MISSING && i.doubts("sdgs/2"));
    }
}
