package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.registry.EditionKeys.Form;
import org.jigyo.registry.EditionKeys.Part;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys go on from those that the registry has, in an order that does not depend on the run, and its file keeps all of them. */
class KeptKeysTest {

    private static final String CITY = "082201";

    @TempDir
    Path folder;

    private static Appearance sheet(int year, String number, String file, String more) {
        return Appearance.of(
                SheetJson.read("""
                {"source":{"file":"%s","sha256":"%064d"},"context":{"form":"f"},"city":"082201","fiscalYear":%d,
                 "number":"%s","name":"標本%s","department":"甲部乙課"%s}""".formatted(file, file.hashCode() & 0xffff, year, number, number, more)), Set.of());
    }

    @ParameterizedTest
    @CsvSource({"1, b", "25, z", "26, aa", "27, ab", "51, az", "52, ba"})
    void keysThatAreTakenGetLettersInOrder(int n, String letters) {
        assertThat(Assigning.letters(n)).isEqualTo(letters);
    }

    @Test
    void formsAndFilesAreInOrder() {
        assertThat(new Form(2023, "b")).isLessThan(new Form(2024, "a"));
        assertThat(new Form(2024, "a")).isLessThan(new Form(2024, "b"));
        Part one = new Part(new Form(2024, "a"), "x", 1);
        assertThat(one).isLessThan(new Part(new Form(2024, "a"), "x", 2));
        assertThat(one).isLessThan(new Part(new Form(2024, "a"), "y", 1));
        assertThat(one).isLessThan(new Part(new Form(2025, "a"), "a", 1));
        assertThat(one).isEqualByComparingTo(new Part(new Form(2024, "a"), "x", 1));
    }

    @Test
    void sightingsAreInOrder() {
        Seen seen = Seen.of(2024, "1", "甲", "");
        assertThat(seen).isLessThan(Seen.of(2025, "0", "あ", ""));
        assertThat(seen).isLessThan(Seen.of(2024, "2", "あ", ""));
        assertThat(seen).isGreaterThan(Seen.of(2024, "1", "あ", ""));
        assertThat(Seen.of(2024, "", "甲", "乙")).isGreaterThan(Seen.of(2024, "", "甲", "あ"));
        assertThat(seen).isEqualByComparingTo(Seen.of(2024, "1", "甲", "部"));
    }

    @Test
    void newEditionsGoOnAfterAllThatWereGiven() {
        for (int kind = 0; kind < 3; kind++) {
            EditionKeys.Given given = new EditionKeys.Given();
            if (kind == 0) {
                given.forms().put(new Form(2024, "old"), "2024-3");
            } else if (kind == 1) {
                given.parts().put(new Part(new Form(2024, "old"), "x.pdf", 1), "2024-3");
            } else {
                given.checksums().put(CITY + " 2024 form old 0", "2024-3");
            }
            EditionKeys keys = new EditionKeys(given);
            assertThat(keys.give(List.of(sheet(2024, "1", "a.pdf", "")), List.of("p")))
                    .containsExactly("2024-4");
            assertThat(given.forms()).doesNotContainKey(new Form(2024, "f"));
        }
        EditionKeys.Given first = new EditionKeys.Given();
        first.forms().put(new Form(2024, "old"), "2024");
        assertThat(new EditionKeys(first).give(List.of(sheet(2024, "1", "a.pdf", "")), List.of("p")))
                .containsExactly("2024-2");
    }

    @Test
    void aFileKeepsItsEditionAndOfNewFilesTheOneWithMoreSheetsComesFirst() {
        EditionKeys.Given given = new EditionKeys.Given();
        given.forms().put(new Form(2024, "f"), "2024");
        given.parts().put(new Part(new Form(2024, "f"), "b.pdf", 1), "2024");
        List<Appearance> sheets =
                List.of(sheet(2024, "1", "a.pdf", ""), sheet(2024, "2", "a.pdf", ""), sheet(2024, "1", "b.pdf", ""));
        assertThat(new EditionKeys(given).give(sheets, List.of("p", "q", "p")))
                .as("a longer file that is new does not take the place of a known one")
                .containsExactly("2024-2", "2024-2", "2024");
        List<Appearance> both =
                List.of(sheet(2024, "1", "a.pdf", ""), sheet(2024, "1", "b.pdf", ""), sheet(2024, "2", "b.pdf", ""));
        assertThat(new EditionKeys(new EditionKeys.Given()).give(both, List.of("p", "p", "q")))
                .containsExactly("2024-2", "2024", "2024");
    }

    @Test
    void printedWordsGetTheNextNumbersOfTheirListInOrder() {
        PrintedCodes codes = new PrintedCodes(Map.of("direction\t継続", 4, "need\t高い", 2));
        codes.take(List.of(
                sheet(2024, "1", "a.pdf", ",\"direction\":{\"value\":\"終了\"}"),
                sheet(2024, "2", "a.pdf", ",\"direction\":{\"value\":\"拡大\"}"),
                sheet(2024, "3", "a.pdf", ",\"direction\":{\"value\":\"継続\"}")));
        assertThat(codes.all())
                .isEqualTo(new TreeMap<>(
                        Map.of("direction\t継続", 4, "need\t高い", 2, "direction\t拡大", 5, "direction\t終了", 6)));
    }

    @Test
    void aProjectKeepsItsSightingsByYearAndOnce() {
        Project project = Project.named("k", CITY);
        assertThat(project.add(new Sighting(2024, "1", "甲", "", ""))).isTrue();
        assertThat(project.add(new Sighting(2022, "1", "甲", "", ""))).isTrue();
        assertThat(project.add(new Sighting(2024, "1", " 甲", "x", ""))).isFalse();
        assertThat(project.sightings()).extracting(Sighting::year).containsExactly(2022, 2024);
        assertThat(project.latest().year()).isEqualTo(2024);
        Project copy = project.copy();
        copy.add(new Sighting(2025, "1", "甲", "", ""));
        assertThat(project.latest().year()).isEqualTo(2024);
    }

    @Test
    void aDecisionHoldsInBothDirectionsAndTheFirstOneApplies() {
        List<List<String>> rows = new ArrayList<>();
        for (String how : List.of("same", "different")) {
            rows.add(List.of(CITY, "2023", "1", "甲", "2024", "2", "乙", how, "", "", "", ""));
        }
        Decisions decisions = Decisions.of(CITY, rows);
        Sighting one = new Sighting(2023, "1", "甲", "", "");
        Sighting other = new Sighting(2024, "2", "乙", "", "");
        assertThat(decisions.about(one, other)).isTrue();
        assertThat(decisions.about(other, one)).isTrue();
        assertThat(decisions.joined(one)).containsExactly(other.seen());
        assertThat(decisions.joined(other)).containsExactly(one.seen());
        assertThat(Decisions.of("141003", rows).about(one, other)).isNull();
    }

    @Test
    void theFileKeepsEveryKindOfKey() throws Exception {
        String more = ",\"indicators\":[{\"slot\":1,\"name\":\"件数\",\"unit\":\"件\",\"values\":[]}],"
                + "\"direction\":{\"value\":\"継続\"},\"parts\":[{\"number\":\"1\",\"name\":\"研修\",\"indicators\":"
                + "[{\"slot\":1,\"name\":\"回数\",\"values\":[]}]}]";
        Registry registry = Registry.empty(CITY)
                .assign(List.of(sheet(2024, "1", "a.pdf", more), sheet(2023, "2", "b.pdf", "")))
                .registry();
        registry.write(folder);
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(f -> !f.toString().contains("review"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> lines = Files.readAllLines(file);
        for (String kind : List.of("project", "part", "seen", "indicator", "department", "form", "file", "code")) {
            assertThat(lines).anyMatch(l -> l.startsWith(kind + "\t"));
        }
        assertThat(lines.stream().filter(l -> l.startsWith("seen\t"))).hasSize(3);
        assertThat(lines.stream().filter(l -> l.startsWith("indicator\t"))).hasSize(2);
        Registry read = Registry.read(folder, CITY);
        read.write(folder);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
        assertThat(RegistryFile.lines(read)).isEqualTo(RegistryFile.lines(registry));
    }
}
