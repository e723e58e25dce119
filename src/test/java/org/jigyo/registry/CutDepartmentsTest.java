package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department whose name a cell cut off is no new department, and nothing follows from it. */
class CutDepartmentsTest {

    private static final String BEFORE = "標本部みらい戦略室";
    private static final String CUT = "標本部みらい";
    private static final String AFTER = "標本部情報課";

    @TempDir
    Path folder;

    private static Appearance sheet(String city, int year, String department) {
        return Appearance.of(
                SheetJson.read(
                        "{\"city\":\"%s\",\"fiscalYear\":%d,\"number\":\"5\",\"name\":\"標本事業\",\"department\":\"%s\"}"
                                .formatted(city, year, department)),
                List.of());
    }

    private static Assignment assign(Registry registry, String... departments) {
        return registry.assign(Stream.iterate(0, i -> i < departments.length, i -> i + 1)
                .map(i -> sheet(registry.city(), 2021 + i, departments[i]))
                .toList());
    }

    private static List<String> paths(Assignment assignment) {
        return assignment.registry().departments().stream()
                .map(Department::path)
                .toList();
    }

    @Test
    void whatIsCutOffBelongsToTheUnitAboveAndIsTold() {
        Assignment assignment = assign(Registry.empty("082201"), BEFORE, CUT, AFTER);
        assertThat(paths(assignment)).containsExactly("標本部", "標本部/みらい戦略室", "標本部/情報課");
        assertThat(assignment.sheets().get(1).departments())
                .containsExactly(assignment.registry().department("標本部").key());
        assertThat(assignment.findings())
                .filteredOn(f -> f.code() == Finding.Code.IDENTITY_DOUBTFUL)
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("cut-department", BEFORE));
        assertThat(assignment.registry().review()).anyMatch(line -> line.contains(CUT + "\t-\t-\t" + BEFORE));
    }

    @Test
    void successionsDoNotPassThroughIt() {
        Assignment assignment = assign(Registry.empty("082201"), BEFORE, CUT, AFTER);
        Registry registry = assignment.registry();
        assertThat(assignment.successions())
                .containsExactly(new Succession(
                        registry.department("標本部/みらい戦略室").key(),
                        registry.department("標本部/情報課").key(),
                        1));
    }

    @Test
    void thePersonWhoReviewsDecides() throws Exception {
        assign(Registry.empty("082201"), BEFORE, CUT, AFTER).registry().write(folder);
        Path review = folder.resolve("082201.review.tsv");
        String open = Files.readString(review);
        Files.writeString(review, open.replace("\t-\tcut-department", "\tsame\tcut-department"));
        Assignment same = assign(Registry.read(folder, "082201"), BEFORE, CUT, AFTER);
        assertThat(same.sheets().get(1).departments())
                .isEqualTo(same.sheets().get(0).departments());
        assertThat(same.findings()).isEmpty();
        assertThat(String.join("\n", same.registry().review())).contains("same\tcut-department");
        Files.writeString(review, open.replace("\t-\tcut-department", "\tdifferent\tcut-department"));
        Assignment different = assign(Registry.read(folder, "082201"), BEFORE, CUT, AFTER);
        assertThat(paths(different)).contains("標本部/みらい");
        assertThat(different.findings()).isEmpty();
    }

    @Test
    void aKeyOnceGivenStays() {
        Registry alone = assign(Registry.empty("082201"), CUT).registry();
        String key = alone.department("標本部/みらい").key();
        Assignment later = alone.assign(List.of(sheet("082201", 2021, CUT), sheet("082201", 2022, BEFORE)));
        assertThat(later.sheets().get(0).departments()).contains(key);
        assertThat(later.successions()).isEmpty();
        assertThat(later.findings()).extracting(Finding::code).contains(Finding.Code.IDENTITY_DOUBTFUL);
    }

    @Test
    void aUnitAboveOthersIsWhole() {
        Assignment assignment = assign(Registry.empty("999999"), "標本局", "標本局港湾課", "標本局港湾課分室");
        assertThat(assignment.registry().departments()).hasSize(3);
        assertThat(assignment.findings()).isEmpty();
    }

    @Test
    void withoutAPatternTheWholeNameIsOpen() {
        Assignment assignment = assign(Registry.empty("999999"), "港湾整備課", "港湾整", "港湾整備課");
        assertThat(paths(assignment)).containsExactly("港湾整備課");
        assertThat(assignment.sheets().get(1).departments()).isEmpty();
    }
}
