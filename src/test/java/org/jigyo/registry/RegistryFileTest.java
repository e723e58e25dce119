package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a registry and of its review file, and the printed words that it numbers. */
class RegistryFileTest {

    private static final String CITY = "082201";

    private static final List<String> OWN = List.of(
            "project\t082201-2024-0001\t082201",
            "seen\t082201-2024-0001\t2024\t1\t標本\t01-2\t甲部/乙課",
            "indicator\t082201-2024-0001\t1\t参加者数\t人",
            "indicator\t082201-2024-0001\t1\t参加人数",
            "indicator\t082201-2024-0001\t2\t回数\t回",
            "part\t082201-2024-0001-2024-1\t082201\t082201-2024-0001",
            "seen\t082201-2024-0001-2024-1\t2024\t1/1\t研修\t-\t-",
            "indicator\t082201-2024-0001-2024-1\t1\t時間",
            "department\t082201-a\t082201\t甲部\tBureau A",
            "department\t082201-b\t082201\t甲部/乙課\t-",
            "form\t082201\t2024\tf\t2024",
            "file\t082201\t2024\tf\tx.pdf\t1\t2024",
            "edition\t082201 2024 form f " + "0".repeat(64) + "\t2024-2",
            "code\t082201\tdirection\t継続\t4");

    @TempDir
    Path folder;

    @Test
    void aCitysLinesAreKeptAndThoseOfAnotherPassedOver() {
        List<String> lines = new ArrayList<>();
        OWN.forEach(line -> lines.add(line.replace(CITY, "141003")));
        lines.addAll(OWN);
        Registry read = RegistryFile.read(CITY, Path.of("keys.tsv"), lines, List.of());
        assertThat(RegistryFile.lines(read).stream().skip(1)).containsExactlyElementsOf(OWN);
        assertThat(read.departments()).extracting(Department::english).containsExactly("Bureau A", null);
        assertThat(read.code("direction", "継続")).isEqualTo(4);
        assertThat(read.code("direction", "廃止")).isNull();
    }

    @Test
    void whatAPersonDecidedIsToldApartFromOpenQuestions() throws Exception {
        Registry.empty(CITY).write(folder);
        String decided = "082201\t2021\t5\t庶務事務\t2022\t9\t庶務事務\tsame\tname-alone\t0.8";
        Files.write(
                folder.resolve("082201.review.tsv"),
                List.of("# a comment", decided, decided.replace("\tsame", "\t-").replace("庶務", "広報")));
        assertThat(Registry.read(folder, CITY).decided()).containsExactly(decided);
    }

    @ParameterizedTest
    @CsvSource({"A, A", "Ａ, A", "Ⅱ, II", "3, 3", "n1,", "n, n", "n1a, n1a", "継続,", "A B,"})
    void aPrintedCodeIsTakenAndAWordGetsANumber(String printed, String code) {
        assertThat(Appearance.code(printed)).isEqualTo(code);
    }

    @Test
    void theWordsOfASheetAreThoseWithoutACodeOnceEach() {
        Appearance sheet = Appearance.of(SheetJson.read("""
                        {"city":"082201","fiscalYear":2024,"number":"1","name":"標本","attributes":{"x.kan":"総務費","x.kou":"3"},
                         "direction":{"value":"継続"},
                         "ratings":[{"criterion":"need","value":"高い"},{"criterion":"need","value":"A"},{"criterion":"cost","reason":"-"}],
                         "parts":[{"number":"1","name":"研修","direction":{"value":"継続"},"ratings":[{"criterion":"need","value":"低い"}]},
                                  {"number":"2","name":"相談","direction":{"reason":"新規"}}]}"""), List.of("x.kan", "x.kou", "x.moku"));
        assertThat(sheet.words())
                .extracting(word -> word.list() + " " + word.value())
                .containsExactlyInAnyOrder("direction 継続", "need 高い", "need 低い", Appearance.ACCOUNT + " 総務費");
        assertThat(sheet.place().toString()).isEqualTo("(run) [1 標本]");
    }

    @Test
    void twoSheetsOfOneProjectInAFileAreAnErrorWithItsPlace() {
        String json = """
                {"source":{"file":"a.pdf","sha256":"%s"},"city":"082201","fiscalYear":2024%s,"name":"標本","department":"甲課",
                 "texts":{"purpose":"%s"}}""";
        for (String number : List.of("", ",\"number\":\"7\"")) {
            Assignment both = Registry.empty(CITY)
                    .assign(Arrays.asList(
                            Appearance.of(SheetJson.read(json.formatted("1".repeat(64), number, "一")), List.of()),
                            Appearance.of(SheetJson.read(json.formatted("1".repeat(64), number, "二")), List.of())));
            assertThat(both.sheets()).hasSize(1);
            assertThat(both.findings()).singleElement().satisfies(found -> {
                assertThat(found.detail())
                        .contains(
                                number.isEmpty() ? "prints name and department twice" : "prints number and name twice");
                assertThat(found.place().file()).isEqualTo("a.pdf");
            });
        }
    }
}
