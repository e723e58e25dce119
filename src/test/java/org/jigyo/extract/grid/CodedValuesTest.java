package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jigyo.extract.grid.GridSheets.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Printed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that consist of a code and a name, of a name and its unit, and texts that do not belong in a cell for texts. */
class CodedValuesTest {

    private static final Map<String, CodeList> CODES =
            OneCell.layout("fill: {name: 1.0}", "- {to: section, right-of: 欄}").codes();

    @TempDir
    private Path folder;

    /** What is read beside number, name and year, and what is doubted. */
    private String read(String field, String cell) throws IOException {
        Extraction sheet = OneCell.read(folder, field, cell);
        String read = facts(sheet).entrySet().stream()
                .filter(f -> f.getKey().contains("/") || f.getKey().equals("section"))
                .map(f -> f.getKey() + "=" + f.getValue())
                .collect(Collectors.joining(" "));
        String doubted = sheet.issues().stream()
                .filter(i -> i.field() != null)
                .map(i -> " ?" + i.field().glob())
                .distinct()
                .collect(Collectors.joining());
        return read + doubted;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "011 教育費|budgetAccounts/011=教育費",
                "01-020108-19　図書館費|budgetAccounts/01-020108-19=図書館費",
                "①図書館|budgetAccounts/①=図書館",
                "011.教育費|budgetAccounts/011=教育費",
                "教育費|'?budgetAccounts/*'",
                "011 012|'?budgetAccounts/*'",
                "011教育費|'?budgetAccounts/*'"
            })
    void aCodeStandsBeforeTheName(String cell, String expected) throws IOException {
        assertThat(read("- {to: \"budgetAccounts/{code}\", right-of: 欄, type: coded}", cell)
                        .strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11|sdgs/11=true",
                "9.5|sdgs/9.5=true",
                "9.b|sdgs/9.b=true",
                "17|sdgs/17=true",
                "18|'?sdgs/*'",
                "9.9|'?sdgs/*'",
                "目標|'?sdgs/*'",
                "0|'?sdgs/*'"
            })
    void aGoalIsOneOfTheSeventeen(String cell, String expected) throws IOException {
        assertThat(read("- {to: \"sdgs/{code}\", right-of: 欄, type: goal}", cell)
                        .strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,200",
                "▲5",
                "（千円）1,200",
                "IV-3",
                "01-020108-19 図書館費",
                "直営",
                "1 拡大",
                "2継続",
            })
    void aTextOfAnotherKindDoesNotBelongInACellForTexts(String text) {
        assertThat(CodedValues.foreign(text, Printed.key(text), CODES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "図書館を直営で続ける", "（仮称）図書館", "IVの棚", "V字回復", "2施設の維持", "01-02 図書館費", "1,200冊を貸し出した", "4継続"})
    void aTextThatOnlyBeginsSoDoes(String text) {
        assertThat(CodedValues.foreign(text, Printed.key(text), CODES)).isFalse();
    }
}
