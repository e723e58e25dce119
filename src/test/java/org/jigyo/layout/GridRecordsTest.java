package org.jigyo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What the parts of a grid derive from what is written in a layout, each by itself; in a table of cases a quote is written as a backtick. */
class GridRecordsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static <T> T read(Class<T> type, String yaml) {
        Object tree = new Yaml().load(yaml.replace('`', '\''));
        try {
            return MAPPER.treeToValue(MAPPER.valueToTree(tree), type);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(List<Label> labels) {
        return labels.stream().map(Label::toString).toList();
    }

    /** A locator, its kind, the labels that it needs, the year that they print, and the year of its facts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "`right-of`: `A`; RightOf; [A]; -",
                "`right-of`: [`A`, `B`]; RightOf; [A / B]; -",
                "`right-of`: `R{year-1}年度`; RightOf; [R{year-1}年度]; -1",
                "`right-of`: `R{year-1}年度`, year: 0; RightOf; [R{year-1}年度]; 0",
                "`right-of`: `R{year-1}からR{year}`; RightOf; [R{year-1}からR{year}]; -",
                "`left-of`: `R{year}`; LeftOf; [R{year}]; 0",
                "below: `R{year+1}`; Below; [R{year+1}]; 1",
                "`on-line`: `R{year+2}計画 {}`; OnLine; []; 2",
                "`in-file-name`: `{year-2}_{}`; InFileName; []; -2",
                "marked: {`right-of`: `A`, options: o}; Marked; [A]; -",
                "rows: {below: `A`, columns: [{under: [`B`, `C`]}, {under: [`D`], line: `E`}]}; Rows; [A, B, C, D, E]; -",
                "crossing: {rows: [{label: `A`, is: a}, {`right-of`: `B`, is: b}], columns: [{under: [`C`]}]}; Crossing; [A, B, C]; -",
            })
    void aFieldHasOneLocator(String place, String kind, String labels, Integer year) {
        GridField field = read(GridField.class, "{to: 'texts/a', " + place + "}");
        assertThat(field.locator().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(texts(field.labels())).hasToString(labels);
        assertThat(field.ofYear()).isEqualTo(year);
        assertThat(field.take()).isEqualTo(GridLocator.Take.FIRST);
        assertThat(field.type()).isEqualTo(GridType.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"to: `a`; given: 0", "to: `a`, below: `A`, `left-of`: `B`; given: 2"})
    void aFieldWithoutOneLocatorIsRefused(String field, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(GridField.class, "{" + field + "}"))
                .withMessageContaining("right-of, left-of, below")
                .withMessageEndingWith(told);
    }

    /** Within a part, every path of a field begins with the part; all else of it stays. */
    @Test
    void aPartPutsItsPathBeforeEachFact() {
        String fields = """
                fields: [{to: 'a', and: 'b', below: 'A', take: last, row: 2, type: coded, parts: 3, pattern: '{}|{w}',
                          with: {w: {to: 'c', type: digits}}, split: line, marks: m, codes: l, currency: '円', year: 1, continued: true,
                          guards: ['g/*'], optional: true}]
                """;
        String rows = """
                sections: [{heading: 'H', repeat: true, fields: [{to: 'd/{row}', crossing: {
                    rows: [{label: 'R', is: r, above: true, year: 1, unit: '千円', type: code, codes: l, pattern: '{}|{w}', with: {w: {to: 'e'}}}],
                    columns: [{under: ['C']}]}}]}]
                """;
        GridSection part = read(GridSection.class, "{heading: 'P', part: true, " + fields + "," + rows + "}");
        GridSection plain = read(GridSection.class, "{heading: 'P', " + fields + "," + rows + "}");
        assertThat(part.fields())
                .containsExactly(read(
                        GridField.class,
                        fields.strip()
                                .replaceFirst("^fields: \\[", "")
                                .replaceFirst("\\]$", "")
                                .replace("to: '", "to: 'parts/{part}/")
                                .replace("and: '", "and: 'parts/{part}/")
                                .replace("'g/*'", "'parts/{part}/g/*'")));
        GridSection inner = part.sections().get(0);
        assertThat(inner.heading()).hasToString("H");
        assertThat(inner.repeat()).isTrue();
        assertThat(inner.fields().get(0).to()).isEqualTo("parts/{part}/d/{row}");
        GridLocator.Row row = inner.fields().get(0).crossing().rows().get(0);
        GridLocator.Row before =
                plain.sections().get(0).fields().get(0).crossing().rows().get(0);
        assertThat(row.with()).isEqualTo(Map.of("w", new CellValue("parts/{part}/e", null, null)));
        assertThat(row).usingRecursiveComparison().ignoringFields("with").isEqualTo(before);
        assertThat(plain.fields().get(0).to()).isEqualTo("a");
    }

    /** A table of grades is one of marks only, below columns that are the grades. */
    @ParameterizedTest
    @CsvSource({"mark,mark,a,true", "mark,number,a,false", "mark,mark,a/{is},false", "number,number,a,false"})
    void marksBelowGradesAreChoices(String first, String second, String to, boolean chosen) {
        String rows = "[{label: 'A', is: a, type: %s}, {label: 'B', is: b, type: %s}]".formatted(first, second);
        assertThat(read(GridLocator.Crossing.class, "{rows: " + rows + ", columns: [{under: ['C']}]}")
                        .chosen(to))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{is: a}", "{is: a, label: `A`, `right-of`: `B`}"})
    void aRowHasALabelOrStandsRightOfOne(String row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(GridLocator.Row.class, row))
                .withMessageContaining("exactly one of label and right-of");
    }

    /** A column, the headers of its copies with their years, and the years that it is printed for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "under: [`A`]; [[A] null]; []",
                "under: [`A`], year: -1; [[A] -1]; [-1]",
                "under: [`{each year}`, `A`], years: [-1, 0, 1]; [[{year-1}, A] -1, [{year}, A] 0, [{year+1}, A] 1]; [-1, 0, 1]",
                "under: [`A`], `year-in`: `B`, years: [-1, 0]; [[A] null]; [-1, 0]",
            })
    void aColumnIsRepeatedForItsYears(String column, String copies, String offsets) {
        GridColumn read = read(GridColumn.class, "{is: 'a', type: number, " + column + "}");
        assertThat(read.each().stream()
                        .map(c -> texts(c.under()) + " " + c.year())
                        .toList())
                .hasToString(copies);
        assertThat(read.each()).allMatch(c -> c.is().equals("a") && c.type() == GridType.NUMBER);
        assertThat(read.offsets()).hasToString(offsets);
    }

    @Test
    void aPartOfAColumnStandsBelowIt() {
        GridColumn column = read(GridColumn.class, "{under: ['A'], is: 'a', parts: ['B', 'C'], joint: '-', year: 1}");
        GridColumn part = column.part(column.parts().get(1));
        assertThat(texts(part.under())).containsExactly("A", "C");
        assertThat(part.parts()).isEmpty();
        assertThat(part)
                .usingRecursiveComparison()
                .ignoringFields("under", "parts")
                .isEqualTo(column);
    }

    @Test
    void aColumnTakesWhatItDoesNotSayFromItsRow() {
        GridColumn none = read(GridColumn.class, "{under: ['A']}");
        assertThat(none.typeOr(GridType.MARK)).isEqualTo(GridType.MARK);
        assertThat(none.codesOr("row")).isEqualTo("row");
        assertThat(none.printedYear()).isFalse();
        GridColumn own = read(GridColumn.class, "{under: ['A', ['B', '{any year}']], type: code, codes: own}");
        assertThat(own.typeOr(GridType.MARK)).isEqualTo(GridType.CODE);
        assertThat(own.codesOr("row")).isEqualTo("own");
        assertThat(own.printedYear()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(GridColumn.class, "{under: []}"))
                .withMessageContaining("needs its header");
    }

    /** A place of the year, and how a person is told of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "printed: `R{year}`; «R{year}»",
                "`right-of`: `A`; right of «A»",
                "`in-file-name`: `{year}_…`; in the file's name «{year}_…»",
                "under: [`A`, `{year}`]; under [A, {year}]",
            })
    void aPlaceOfTheYearIsNamed(String year, String told) {
        assertThat(read(GridYear.class, "{" + year + "}")).hasToString(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; exactly one of printed",
                "{is: 2024, printed: `A`}; exactly one of printed",
                "{is: 2024, pattern: `{year}`}; without right-of, remove it",
            })
    void aYearWithoutOnePlaceIsRefused(String year, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(GridYear.class, year))
                .withMessageContaining(told);
    }

    @Test
    void aYearBesideALabelStandsAlone() {
        assertThat(read(GridYear.class, "{`right-of`: `A`}").pattern()).isEqualTo("{year}");
        assertThat(read(GridYear.class, "{`right-of`: `A`, pattern: `R{year}`}").pattern())
                .isEqualTo("R{year}");
    }

    /** A grid names the text that opens a sheet, and all labels that a sheet may print. */
    @Test
    void aGridKnowsItsLabels() {
        Grid grid = read(Grid.class, """
                {opens: 'O', year: {is: 2024}, dropped: ['D'], fields: [{to: 'a', below: 'F'}],
                 sections: [{heading: 'S', fields: [{to: 'b', below: 'G'}], sections: [{heading: 'T', fields: [{to: 'c', below: 'H'}]}]}],
                 list: [{under: ['C'], years: [0, 1]}]}
                """);
        assertThat(grid.opening()).hasToString("O");
        assertThat(texts(grid.labels())).containsExactly("D", "O", "F", "S", "G", "T", "H", "C");
        assertThat(grid.columns()).hasSize(2);
        assertThat(read(Grid.class, "{title: 'R{year}'}").opening()).hasToString("R{year}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{}", "{title: `A`, opens: `B`, year: {is: 1}}", "{opens: `A`}", "{title: `A`, year: {is: 1}}"})
    void aGridSaysWhatOpensASheet(String grid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Grid.class, grid))
                .withMessageContaining("the line that opens a sheet");
    }
}
