package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The specimens in drawing order with one cell filled differently, as real sheets do: the new value is read, everything
 * else stays the same, and only what is ambiguous is doubted.
 */
class VariantsTest {

    private static final Path SPECIMENS = Path.of("src/main/resources/specimens");

    @TempDir
    Path folder;

    /** In the columns: the line that is replaced, what stands there instead («/» parts lines), the field, what it says then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", textBlock = """
            新規 | 拡充 | attributes/continuity | 拡充
            国家戦略特別区域法 | 国家戦略特別区域法、官民データ活用推進基本法/、地方自治法 | texts/legalBasis | 国家戦略特別区域法、官民データ活用推進基本法、地方自治法
            国家戦略特別区域法 | － | texts/legalBasis | NONE
            つくば市デジタル・ガバメント推進方針 | NONE | texts/relatedPlans | NONE
            デジタル情報プラットフォームの利用事業者数 | デジタル情報プラットフォームを利用して市民に何かを届けて/いる市内の事業者の数 | indicators/1/name | デジタル情報プラットフォームを利用して市民に何かを届けている市内の事業者の数
            社 | 千円／人 | indicators/1/unit | 千円/人
            政策イノベーション部科学技術戦略課 | 農業委員会事務局 | department | 農業委員会事務局
            政策イノベーション部科学技術戦略課 | 政策イノベーション部/科学技術戦略課 | department | 政策イノベーション部科学技術戦略課
            （標本）求める声は今後も高く続く。 | － | ratings/citizenNeeds/reason | NONE
            （標本）つなぐ事業者を増やし、使い方の手引きを整える。 | － | texts/improvementGoal | NONE
            （標本）担当する人を育てること | （標本）人を育てること。/・手引きを作ること。 | texts/issueOrganization | (標本)人を育てること。・手引きを作ること。
            01-020108-19 スマートシティ推進に要する経費 | 09-010101-11 水道事業会計 | budgetAccounts/01-020108-19, budgetAccounts/09-010101-11 | 水道事業会計
            """)
    void tsukuba(String line, String instead, String fields, String value) throws IOException {
        check("tsukuba-r6-sheets.txt", line, instead, fields, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", textBlock = """
            3.7 3.7 | 12.35 0.5 | staffing/staffFte/2022, staffing/staffFte/2023 | 0.5
            18実績 | 1,018実績 | indicators/2/actual/2023 | 1018
            18実績 | －実績 | indicators/2/actual/2023 | NONE
            109 | ▲10,900.5 | indicators/1/actual/2023 | -10900.5
            109 | 80％ | indicators/1/actual/2023 | 80%
            284997 経済労働局イノベーション推進部 | 284997 経済労働局イノベーション推進部/次世代産業推進課 | department | 経済労働局イノベーション推進部次世代産業推進課
            ― 参加・協働の場 ― | 令和7年度 参加・協働の場 ― | attributes/endYear | 令和7年度
            """)
    void kawasaki(String line, String instead, String fields, String value) throws IOException {
        check("kawasaki-r5-policy-4-2.txt", line, instead, fields, value);
    }

    /** The remaining text may be the name or the description of an indicator; nothing else is ambiguous. */
    @Test
    void anIndicatorWithoutADescription() throws IOException {
        String text = Files.readString(SPECIMENS.resolve("tsukuba-r6-sheets.txt"));
        Sheet sheet = read(text.replaceFirst("（標本）土台につないで市民に何かを届けている事業者の数\n\n", ""));

        assertThat(ScriptSpecimenTest.facts(sheet))
                .containsEntry("indicators/1/name", "デジタル情報プラットフォームの利用事業者数")
                .doesNotContainKey("indicators/1/description");
        assertThat(doubted(sheet))
                .containsExactly("SLOT_AMBIGUOUS indicators/1/description", "SLOT_AMBIGUOUS indicators/1/name");
    }

    /** A slot without a name may be drawn with its kind and a zero; it is not an indicator. */
    @ParameterizedTest
    @CsvSource({"活動結果指標0", "成果指標0"})
    void aKindWithoutANameIsNoIndicator(String printed) throws IOException {
        String text = Files.readString(SPECIMENS.resolve("tsukuba-r6-sheets.txt"));
        int second = text.indexOf("（標本）移動販売車の位置を地図に出す試み");
        String with = text.substring(0, second) + printed + "\n\n" + text.substring(second);
        Sheet sheet = read(with);

        assertThat(ScriptSpecimenTest.facts(sheet)).isEqualTo(ScriptSpecimenTest.facts(read(text)));
        assertThat(doubted(sheet)).isEmpty();
    }

    private void check(String specimen, String line, String instead, String fields, String value) throws IOException {
        String text = Files.readString(SPECIMENS.resolve(specimen));
        assertThat(text).contains("\n" + line + "\n");
        String block = instead == null ? "\n" : "\n" + instead.replace("/", "\n") + "\n";
        Sheet was = read(text);
        Sheet is = read(text.replaceFirst("\n\\Q" + line + "\\E\n" + (instead == null ? "\n?" : ""), block));

        Map<String, String> want = new TreeMap<>(ScriptSpecimenTest.facts(was));
        Map<String, String> got = new TreeMap<>(ScriptSpecimenTest.facts(is));
        String last = null;
        for (String field : fields.split(", ")) {
            want.remove(field);
            last = got.remove(field);
        }
        assertThat(last).isEqualTo(value);
        assertThat(got).isEqualTo(want);
        Set<String> more = doubted(is);
        more.removeAll(doubted(was));
        assertThat(more).isEmpty();
    }

    private static Set<String> doubted(Sheet sheet) {
        Set<String> fields = new TreeSet<>();
        sheet.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                .forEach(i -> fields.add(i.code() + " " + i.field()));
        return fields;
    }

    private Sheet read(String text) throws IOException {
        Path file = folder.resolve("variant.txt");
        Files.writeString(file, text);
        List<Sheet> sheets = ScriptSpecimenTest.read(file);
        return sheets.get(0);
    }
}
