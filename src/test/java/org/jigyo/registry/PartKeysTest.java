package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a project is recognised over the years by its name within the project; nothing is guessed. */
class PartKeysTest {

    private static final String CITY = "141003";

    @TempDir
    Path folder;

    private static Sheet sheet(int year, String... parts) {
        List<String> json = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            json.add(String.format(
                    "{\"number\":\"%d\",\"name\":\"%s\",\"indicators\":[{\"slot\":1,\"name\":\"%sの件数\",\"values\":[]}]}",
                    i + 1, parts[i], parts[i]));
        }
        return SheetJson.read(String.format(
                "{\"city\":\"%s\",\"fiscalYear\":%d,\"number\":\"5\",\"name\":\"標本事業\",\"department\":\"甲課\",\"parts\":[%s]}",
                CITY, year, String.join(",", json)));
    }

    private static Assignment assign(Registry registry, Sheet... sheets) {
        return registry.assign(
                List.of(sheets).stream().map(s -> Appearance.of(s, Set.of())).toList());
    }

    private static List<String> keys(Assignment assignment, int year) {
        return assignment.sheets().stream()
                .filter(s -> s.appearance().fiscalYear() == year)
                .flatMap(s -> s.parts().stream())
                .map(part -> part.key().replaceFirst("^141003-2024-0005-", ""))
                .toList();
    }

    @Test
    void aNameThatOnlyOnePartHasIsThatPartWhereverItStands() {
        Assignment both = assign(Registry.empty(CITY), sheet(2024, "広報", "研修"), sheet(2025, "研修", "広 報", "相談"));
        assertThat(keys(both, 2024)).containsExactly("2024-1", "2024-2");
        assertThat(keys(both, 2025)).containsExactly("2024-2", "2024-1", "2025-3");
        assertThat(both.doubts()).isEmpty();
        assertThat(both.sheets().get(1).parts().get(0).indicators()).containsEntry(1, "1");
    }

    @Test
    void theSameYearAfterYearAndFromTheFile() {
        Registry first = assign(Registry.empty(CITY), sheet(2024, "広報", "研修")).registry();
        first.write(folder);
        Registry read = Registry.read(folder, CITY);
        Assignment later = assign(read, sheet(2025, "研修", "相談"));
        assertThat(keys(later, 2025)).containsExactly("2024-2", "2025-2");
        later.registry().write(folder);
        Assignment again = assign(Registry.read(folder, CITY), sheet(2025, "研修", "相談"), sheet(2024, "広報", "研修"));
        assertThat(keys(again, 2025)).containsExactly("2024-2", "2025-2");
        assertThat(keys(again, 2024)).containsExactly("2024-1", "2024-2");
    }

    @Test
    void twoPartsOfOneNameStayApartAndAreDoubted() {
        Assignment both = assign(Registry.empty(CITY), sheet(2024, "委託", "委託"), sheet(2025, "委託"));
        assertThat(keys(both, 2025)).containsExactly("2025-1");
        assertThat(both.doubts()).extracting(Doubt::basis).containsExactly("part-name", "part-name");
    }

    @Test
    void aNameThatIsOnlyAlikeIsAskedAboutAndTheAnswerIsObeyed() throws Exception {
        Assignment both = assign(Registry.empty(CITY), sheet(2024, "広報活動の推進"), sheet(2025, "広報活動推進"));
        assertThat(keys(both, 2025)).containsExactly("2025-1");
        assertThat(both.doubts()).hasSize(1);
        both.registry().write(folder);
        Path review = folder.resolve(CITY + ".review.tsv");
        String open = Files.readString(review);
        assertThat(open).contains("2024\t5/1\t広報活動の推進\t2025\t5/1\t広報活動推進\t-\tpart-name");
        Files.writeString(review, open.replace("広報活動推進\t-", "広報活動推進\tdifferent"));
        assertThat(assign(Registry.read(folder, CITY), sheet(2024, "広報活動の推進"), sheet(2025, "広報活動推進"))
                        .doubts())
                .isEmpty();
        Files.delete(folder.resolve(CITY + ".tsv"));
        Files.writeString(review, open.replace("広報活動推進\t-", "広報活動推進\tsame"));
        Assignment decided = assign(Registry.read(folder, CITY), sheet(2024, "広報活動の推進"), sheet(2025, "広報活動推進"));
        assertThat(keys(decided, 2025)).containsExactly("2024-1");
        assertThat(decided.doubts()).isEmpty();
    }

    @Test
    void aDoubtSaysHowAlikeTheNamesAreFromTheLimitOn() {
        assertThat(assign(Registry.empty(CITY), sheet(2024, "広報活動の推進"), sheet(2025, "広報活動推進"))
                        .doubts())
                .extracting(Doubt::score)
                .containsExactly(0.73);
        assertThat(assign(Registry.empty(CITY), sheet(2024, "広報活動支援"), sheet(2025, "広報活動推進"))
                        .doubts())
                .extracting(Doubt::score)
                .containsExactly(0.6);
        assertThat(assign(Registry.empty(CITY), sheet(2024, "広報活動支援"), sheet(2025, "道路維持"))
                        .doubts())
                .isEmpty();
    }

    @Test
    void aPartWithoutANumberIsKnownByItsPlaceAndOneOfTheSameNumberByALetter() {
        String named = "{\"name\":\"%s\"%s}";
        String sheet =
                "{\"city\":\"" + CITY + "\",\"fiscalYear\":2024,\"number\":\"5\",\"name\":\"標本事業\",\"parts\":[%s]}";
        String bare = String.join(",", named.formatted("広報", ""), named.formatted("研修", ""));
        assertThat(keys(assign(Registry.empty(CITY), SheetJson.read(sheet.formatted(bare))), 2024))
                .containsExactly("2024-p1", "2024-p2");
        String one = ",\"number\":\"1\"";
        String twice =
                String.join(",", named.formatted("広報", one), named.formatted("研修", one), named.formatted("相談", one));
        assertThat(keys(assign(Registry.empty(CITY), SheetJson.read(sheet.formatted(twice))), 2024))
                .containsExactly("2024-1", "2024-1-b", "2024-1-c");
    }
}
