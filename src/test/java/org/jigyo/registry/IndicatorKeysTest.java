package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jigyo.Finding;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An indicator is known by name and unit, in whatever slot it stands. */
class IndicatorKeysTest {

    @TempDir
    Path folder;

    /** An indicator with values other than 0 in some years, and 0 in 2019 to 2024 else. */
    private record Printed(String name, String unit, List<Integer> years) {

        String json(int slot) {
            String values = IntStream.rangeClosed(2019, 2024)
                    .mapToObj(year -> "{\"kind\":\"actual\",\"year\":%d,\"value\":%d}"
                            .formatted(year, years.contains(year) ? 7 : 0))
                    .collect(Collectors.joining(","));
            return "{\"slot\":%d,\"name\":\"%s\",\"unit\":\"%s\",\"values\":[%s]}".formatted(slot, name, unit, values);
        }
    }

    private static Printed printed(String name, String unit, Integer... years) {
        return new Printed(name, unit, List.of(years));
    }

    private static Appearance sheet(int year, Printed... indicators) {
        String all = IntStream.range(0, indicators.length)
                .mapToObj(i -> indicators[i].json(i + 1))
                .collect(Collectors.joining(","));
        return Appearance.of(
                SheetJson.read(
                        "{\"city\":\"082201\",\"fiscalYear\":%d,\"number\":\"1\",\"name\":\"標本事業\",\"indicators\":[%s]}"
                                .formatted(year, all)),
                List.of());
    }

    private static Assignment assign(Registry registry, Appearance... sheets) {
        return registry.assign(Arrays.asList(sheets));
    }

    private static Assignment assign(Appearance... sheets) {
        return assign(Registry.empty("082201"), sheets);
    }

    private static Map<Integer, String> keys(Assignment assignment, int sheet) {
        return assignment.sheets().get(sheet).indicators();
    }

    @Test
    void itIsTheSameInAnotherSlotOfTheNextEdition() {
        Assignment assignment = assign(
                sheet(2022, printed("連携企業数", "件", 2021), printed("講座の数", "回", 2021)),
                sheet(2024, printed("講座の数", "回", 2023), printed("連携　企業数", "件", 2023)));
        assertThat(keys(assignment, 0)).isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(keys(assignment, 1)).isEqualTo(Map.of(1, "2", 2, "1"));
        assertThat(assignment.findings()).isEmpty();
    }

    @Test
    void whatGoesOnInAnotherSlotOfTheSheetIsOneIndicator() {
        Appearance sheet = sheet(2024, printed("連携企業数", "件", 2019, 2020), printed("連携企業数", "件", 2021, 2024));
        Assignment assignment = assign(sheet);
        assertThat(keys(assignment, 0)).isEqualTo(Map.of(1, "1", 2, "1"));
        assertThat(keys(assign(assignment.registry(), sheet), 0)).isEqualTo(keys(assignment, 0));
        assertThat(assignment.findings()).isEmpty();
    }

    @Test
    void whatOverlapsOrHasAnotherUnitIsTwo() {
        assertThat(keys(assign(sheet(2024, printed("企業数", "件", 2019, 2021), printed("企業数", "件", 2020, 2022))), 0))
                .isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(keys(assign(sheet(2024, printed("企業数", "件", 2019), printed("企業数", "社", 2022))), 0))
                .isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(keys(assign(sheet(2024, printed("企業数", "件", 2019), printed("企業数", "件"))), 0))
                .as("an indicator that is 0 throughout may well be one that should be")
                .isEqualTo(Map.of(1, "1", 2, "2"));
    }

    @Test
    void anotherUnitIsADoubtThatAPersonDecides() throws Exception {
        Appearance[] sheets = {sheet(2022, printed("参加者数", "人", 2021)), sheet(2024, printed("参加者数", "名", 2023))};
        Assignment open = assign(sheets);
        assertThat(keys(open, 1)).isEqualTo(Map.of(1, "1-b"));
        assertThat(open.findings())
                .filteredOn(f -> f.code() == Finding.Code.IDENTITY_DOUBTFUL)
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("参加者数（人）", "参加者数（名）", "indicator-unit"));
        open.registry().write(folder);
        Files.delete(folder.resolve("082201.tsv"));
        Path review = folder.resolve("082201.review.tsv");
        Files.writeString(review, Files.readString(review).replace("\t-\tindicator-unit", "\tsame\tindicator-unit"));
        Assignment decided = assign(Registry.read(folder, "082201"), sheets);
        assertThat(keys(decided, 1)).isEqualTo(Map.of(1, "1"));
        assertThat(decided.findings()).isEmpty();
        assertThat(assign(
                                Registry.empty("082201"),
                                sheet(2022, printed("割合", "％", 2021)),
                                sheet(2024, printed("割合", "%", 2023)))
                        .findings())
                .isEmpty();
    }

    @Test
    void aSimilarNameThatGoesOnIsADoubt() {
        Assignment assignment = assign(sheet(2024, printed("相談会の参加者数", "人", 2019), printed("相談会の延べ参加者数", "人", 2021)));
        assertThat(keys(assignment, 0)).isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(assignment.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("indicator-successor"));
    }

    @Test
    void keysFromBeforeUnitsWereKeptStay() throws Exception {
        Appearance[] sheets = {sheet(2022, printed("参加者数", "人", 2021)), sheet(2024, printed("参加者数", "名", 2023))};
        assign(sheets).registry().write(folder);
        Path file = folder.resolve("082201.tsv");
        String before =
                Files.readString(file).replace("参加者数\t人", "参加者数").replaceAll("(?m)^indicator\t[^\t]+\t1-b\t.*\n", "");
        Files.writeString(file, before);
        Files.delete(folder.resolve("082201.review.tsv"));
        Assignment again = assign(Registry.read(folder, "082201"), sheets);
        assertThat(keys(again, 0)).isEqualTo(keys(again, 1)).isEqualTo(Map.of(1, "1"));
        again.registry().write(folder);
        assertThat(file).hasContent(before);
    }

    @Test
    void theSameSheetsInAnyOrderGiveTheSameFile() {
        Appearance[] sheets = {
            sheet(2022, printed("参加者数", "人", 2021), printed("講座の数", "回", 2021)),
            sheet(2023, printed("講座の数", "", 2022), printed("参加者数", "名", 2022)),
            sheet(2024, printed("参加者数", "人", 2020), printed("参加者数", "人", 2023), printed("講座の数", "回", 2023))
        };
        Registry once = assign(sheets).registry();
        assertThat(RegistryFile.lines(assign(sheets[2], sheets[0], sheets[1]).registry()))
                .isEqualTo(RegistryFile.lines(once));
        assertThat(RegistryFile.lines(assign(once, sheets).registry())).isEqualTo(RegistryFile.lines(once));
    }

    @Test
    void valuesThatShareAYearAreOfTwoIndicators() {
        Printed early = printed("企業数", "件", 2019, 2021);
        Printed late = printed("企業数", "件", 2021, 2022);
        assertThat(keys(assign(sheet(2024, early, late)), 0)).isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(keys(assign(sheet(2024, late, early)), 0)).isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(keys(assign(sheet(2024, printed("企業数", "件", 2022), early)), 0))
                .as("the later values may stand first")
                .isEqualTo(Map.of(1, "1", 2, "1"));
    }

    @Test
    void twoOfOneNameKeepTheirOrder() {
        Printed same = printed("参加者数", "人", 2021);
        Assignment assignment = assign(sheet(2022, same, same), sheet(2024, same, same));
        assertThat(keys(assignment, 0)).isEqualTo(keys(assignment, 1)).isEqualTo(Map.of(1, "1", 2, "2"));
    }

    @Test
    void aNameOfSignsAloneIsKnownAgain() {
        Assignment assignment = assign(sheet(2022, printed("※", "件", 2021)), sheet(2024, printed("※", "件", 2023)));
        assertThat(keys(assignment, 1)).isEqualTo(Map.of(1, "1"));
    }

    @Test
    void theSameUnitComesBeforeOneThatIsNotPrinted() {
        Assignment assignment = assign(
                sheet(2022, printed("参加者数", "", 2021), printed("参加者数", "人", 2021)),
                sheet(2024, printed("参加者数", "人", 2023)));
        assertThat(keys(assignment, 1)).isEqualTo(Map.of(1, "2"));
    }

    @Test
    void whatGoesOnUnderItsNameIsNoIndicatorOfASimilarName() {
        Assignment assignment = assign(
                sheet(2022, printed("相談会の参加者数", "人", 2021), printed("相談会の延べ参加者数", "人", 2021)),
                sheet(2024, printed("相談会の参加者数", "人", 2019, 2020), printed("相談会の参加者数", "人", 2021, 2023)));
        assertThat(keys(assignment, 1)).isEqualTo(Map.of(1, "1", 2, "1"));
    }

    @Test
    void eachNewNameInASlotGetsAKeyOfItsOwn() {
        Assignment assignment = assign(
                sheet(2022, printed("企業数", "件", 2021)),
                sheet(2023, printed("講座の数", "回", 2022)),
                sheet(2024, printed("相談の割合", "%", 2023)));
        assertThat(List.of(keys(assignment, 0), keys(assignment, 1), keys(assignment, 2)))
                .containsExactly(Map.of(1, "1"), Map.of(1, "1-b"), Map.of(1, "1-c"));
    }

    /** Six pairs of letters each, of which three are shared: at the limit a person is asked. */
    @Test
    void theLimitOfASimilarNameIsADoubt() {
        assertThat(assign(sheet(2024, printed("広報活動支援", "人", 2019), printed("広報活動推進", "人", 2021)))
                        .findings())
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("indicator-successor"));
        assertThat(keys(
                        assign(sheet(2022, printed("広報活動支援", "人", 2021)), sheet(2024, printed("広報活動推進", "人", 2023))),
                        1))
                .isEqualTo(Map.of(1, "1"));
    }
}
