package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234|1234",
                "１，２３４|1234",
                "０|0",
                "▲1,234|-1234",
                "△ 12|-12",
                "-3|-3",
                "−3|-3",
                "ー3|-3",
                "‐1,234|-1234",
                "－１２|-12",
                "0.30|0.3",
                "  616.0|616",
                "1,234,567.50|1234567.5",
                "100|100"
            })
    void aNumberIsReadInEveryWriting(String printed, BigDecimal value) {
        assertThat(Printed.number(printed)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "－",
                "―",
                "1,23",
                "12,34,567",
                "10人",
                "1 2-3",
                "８０以上",
                "▲",
                "1.2.3",
                "--3",
                "1,2345",
                "l34",
                "334³",
                "①334",
                "㉞",
                "⑴",
                "3₄",
                "½",
                "⒈",
                "#DIV/0!"
            })
    void whatIsNoNumberIsNotGuessed(String printed) {
        assertThat(Printed.number(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "R06年度,2024",
        "令和 6年度,2024",
        "令和元年度,2019",
        "Ｒ６,2024",
        "平成31年度,2019",
        "H29年度,2017",
        "2024年度,2024",
        "昭和64年度,1989",
        "R5,2023"
    })
    void aFiscalYearIsWestern(String printed, int year) {
        assertThat(Printed.year(printed)).hasValue(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "平成32年度", "昭和65年度", "令和0年度", "年度", "R", "12年度", "毎年度"})
    void whatIsNoYearIsNotGuessed(String printed) {
        assertThat(Printed.year(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "－", "―", "ー", "‐", "－ －", "——", "　"})
    void dashesAreAbsent(String printed) {
        assertThat(Printed.blank(printed)).isTrue();
    }

    @Test
    void aPrintedNumberIsFoundAgain() {
        Random random = new Random(20260101);
        for (int i = 0; i < 5_000; i++) {
            long n = random.nextLong(-999_999_999L, 1_000_000_000L);
            String printed = (n < 0 ? "▲" : "") + String.format("%,d", Math.abs(n));
            assertThat(Printed.number(printed)).contains(BigDecimal.valueOf(n));
            assertThat(Printed.number("00" + Math.abs(n))).contains(BigDecimal.valueOf(Math.abs(n)));
            assertThat(Printed.number(fullWidth(printed))).contains(BigDecimal.valueOf(n));
        }
    }

    @Test
    void nothingThatIsPrintedThrows() {
        Random random = new Random(7);
        String signs = "0123456789,.-▲△R令和平成元年度 　①・（）あ漢⻑";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Printed.number(text.toString());
            Printed.year(text.toString());
            Printed.blank(text.toString());
            Printed.text(List.of(text.toString(), text.toString()));
        }
    }

    /** The short cut for texts that are their own key must not take a letter that a normal form changes. */
    @Test
    void aLetterTakenAsItIsIsNormal() {
        for (char c = 0; c < Character.MIN_SURROGATE; c++) {
            String letter = String.valueOf(c);
            if (Letters.plain(letter)) {
                assertThat(Normalizer.normalize(letter, Normalizer.Form.NFKC))
                        .as("U+%04X", (int) c)
                        .isEqualTo(letter);
                assertThat(Normalizer.isNormalized("か" + letter, Normalizer.Form.NFC))
                        .as("U+%04X", (int) c)
                        .isTrue();
                assertThat(Character.isWhitespace(c)).isFalse();
            }
        }
        assertThat(List.of("令", "ー", "ヴ", "a")).allMatch(Letters::plain);
        assertThat(List.of("⻑", "⼾", "ｶ", "゛", "①", "³", "１", "　", "（")).noneMatch(Letters::plain);
    }

    /** The short cut for texts that are kept as they are must not take a letter that a record writes in another way. */
    @Test
    void aLetterKeptAsItIsIsCanonical() {
        for (char c = 0; c < Character.MIN_SURROGATE; c++) {
            String after = "か" + c;
            if (Letters.kept(String.valueOf(c))) {
                assertThat(Normalizer.normalize(Letters.unified(after), Normalizer.Form.NFC))
                        .as("U+%04X", (int) c)
                        .isEqualTo(after);
            }
        }
        assertThat(List.of("令", "（", "。", "％", "・")).allMatch(Letters::kept);
        assertThat(List.of("⻑", "⼾", "ｶ", "゛", "　", " ")).noneMatch(Letters::kept);
    }

    @Test
    void radicalsAreComparedAsTheirIdeographs() {
        assertThat(Printed.key("⻑期　⻄⻝")).isEqualTo("長期西食");
    }

    @ParameterizedTest
    @CsvSource({
        "⼾籍と⿊⾖の⾭い⿈,戸籍と黒豆の青い黄",
        "⻑期　⻄⻝,長期　西食",
        "･ｺﾞﾐ｢ﾊﾟｿｺﾝ｣,・ゴミ「パソコン」",
        "カ゛ス゛ハ゜,ガズパ",
        "か\u3099ん,がん",
        "あ゛,あ゛",
        "神,神",
        "印 刷 製 本 費,印刷製本費",
        "一　部　委　託,一部委託",
        "高 齢 者 と 子,高齢者と子",
        "直営 委託,直営 委託",
        "A B C,A B C",
        "１２　３４,１２　３４",
        "m²と①,m²と①"
    })
    void aRecordKeepsLettersInOneWriting(String printed, String kept) {
        assertThat(Printed.canonical(printed)).isEqualTo(kept);
        assertThat(Printed.canonical(kept)).isEqualTo(kept);
        assertThat(Printed.key(printed)).isEqualTo(Printed.key(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#DIV/0!", "#N/A", "＃ＲＥＦ！", "#NAME?", "######"})
    void anErrorOfASpreadsheetIsNoValue(String printed) {
        assertThat(Printed.error(printed)).isTrue();
    }

    @Test
    void wrappedLinesAreJoinedAndItemsStayApart() {
        assertThat(Printed.text(List.of("一つ目の", "続き。", "", "二つ目。"))).isEqualTo("一つ目の続き。\n二つ目。");
        assertThat(Printed.text(List.of("・一つ目の", "続き", "・二つ目", "①三つ目", "※注"))).isEqualTo("・一つ目の続き\n・二つ目\n①三つ目\n※注");
    }

    @ParameterizedTest
    @CsvSource({
        "xa,zx,xa zx",
        "xA,Zx,xA Zx",
        "xz,ax,xz ax",
        "xZ,Ax,xZ Ax",
        "x@,ax,x@ax",
        "x[,ax,x[ax",
        "x`,ax,x`ax",
        "x{,ax,x{ax",
        "道,a,道a"
    })
    void wordsOfLettersAreJoinedWithASpace(String line, String next, String joined) {
        assertThat(Printed.text(List.of("", line, next, ""))).isEqualTo(joined);
    }

    @Test
    void onlyNothingAndDashesAreBlank() {
        assertThat(List.of("", " 　", "－", "―-")).allMatch(Printed::blank);
        assertThat(Printed.blank(null)).isTrue();
        assertThat(List.of("0", "無", "－1")).noneMatch(Printed::blank);
        assertThat(List.of("#", "12", "№1", "A#N/A")).noneMatch(Printed::error);
        assertThat(List.of("〃", "同上", "仝")).allMatch(Printed::ditto);
        assertThat(List.of("", "々", "同上の", "a\"")).noneMatch(Printed::ditto);
    }

    @ParameterizedTest
    @CsvSource({"1899年度,", "1900年度,1900", "2100年度,2100", "2101年度,"})
    void westernYearsAreThoseThatSheetsPrint(String printed, Integer year) {
        OptionalInt read = Printed.year(printed);
        assertThat(read.isPresent() ? Integer.valueOf(read.getAsInt()) : null).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "2019,令和元,R1",
        "2024,令和6,R6",
        "2018,平成30,H30",
        "1989,平成元,H1",
        "1988,昭和63,S63",
        "1926,昭和元,S1",
        "1925,1925,1925"
    })
    void aWesternYearInEraNotation(int western, String year, String shortYear) {
        assertThat(Era.year(western)).isEqualTo(year);
        assertThat(Era.shortYear(western)).isEqualTo(shortYear);
    }

    @Test
    void aRoundNumberIsWrittenOut() {
        assertThat(Printed.number("１,０００").orElseThrow()).hasToString("1000");
        assertThat(Printed.number("1.50").orElseThrow()).hasToString("1.5");
        assertThat(Printed.number("1234567890123456789012").orElseThrow()).hasToString("1234567890123456789012");
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '!' && c <= '~' ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    @Test
    void aNumberAloneIsAYearOfTheEraThatTheFormNames() {
        assertThat(Printed.year("20年度")).isEmpty();
        assertThat(Printed.year("20年度", Era.HEISEI)).hasValue(2008);
        assertThat(Printed.year("６年度", Era.REIWA)).hasValue(2024);
        assertThat(Printed.year("H30年度", Era.REIWA)).hasValue(2018);
        assertThat(Printed.year("2024年度", Era.REIWA)).hasValue(2024);
        assertThat(Printed.year("40年度", Era.HEISEI)).isEmpty();
    }
}
