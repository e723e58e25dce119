package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.page.Typesetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout checked alone and with sheets, some of which differ from the form in known ways. */
class CheckTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final Path LAYOUT = FORMS.resolve("mori-r5.yml");

    @TempDir
    private Path folder;

    private Path sheets;

    @BeforeEach
    void make() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets"));
        String form = Files.readString(FORMS.resolve("mori.txt"));
        String more = form.replace("\n#", "\ncell 40 770 80 20 8 | 決裁日\n#");
        sheet("1", form);
        sheet("2", more.replace("230 318 60 20 8 | 1,310", "230 318 60 20 8 | 1,311"));
        sheet("3", more.replace("8 | 継続", "8 | "));
    }

    private void sheet(String number, String form) throws IOException {
        Files.write(sheets.resolve(number + ".pdf"), Typesetter.pdf(form.replace("P-07", "P-0" + number)));
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        for (JsonNode each : list) {
            if (each.get(key).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError(value + " is not in " + list);
    }

    @Test
    void whatTheLayoutReadsIsCounted() throws IOException {
        Cli.Said said = Cli.run("check", "--json", LAYOUT.toString(), sheets.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        JsonNode coverage = new ObjectMapper().readTree(said.out());
        assertThat(coverage.get("sheets").asInt()).isEqualTo(3);
        JsonNode paths = coverage.get("paths");
        assertThat(paths.get(0).get("sheets").asInt()).isZero();
        assertThat(find(paths, "path", "costs/otherFunds/settled/{year-1}")
                        .get("at")
                        .asText())
                .isEqualTo("mori-r5.yml:48:34");
        JsonNode direction = find(paths, "path", "direction");
        assertThat(direction.get("sheets").asInt()).isEqualTo(2);
        assertThat(direction.at("/without/0/file").asText()).endsWith("3.pdf");
        JsonNode sum = coverage.at("/sums/0");
        assertThat(List.of(
                        sum.get("printed").asInt(),
                        sum.get("holding").asInt(),
                        sum.get("telling").asInt()))
                .containsExactly(3, 2, 3);
        assertThat(sum.at("/failing/0/field").asText()).isEqualTo("costs/total/settled/2023");
        JsonNode untaken = coverage.at("/untaken/0");
        assertThat(untaken.get("text").asText()).isEqualTo("決裁日");
        assertThat(untaken.get("sheets").asInt()).isEqualTo(2);
        assertThat(find(coverage.get("doubts"), "code", "SUM_MISMATCH")
                        .get("sheets")
                        .asInt())
                .isEqualTo(1);
        assertThat(coverage.at("/mostDoubts/0/sheet/sheet").asText()).startsWith("P-02");
        assertThat(coverage.at("/fewestFacts/0/sheet/sheet").asText()).startsWith("P-03");
    }

    @Test
    void aPersonSeesWhatIsNeverFilledFirst() {
        Cli.Said said = Cli.run("check", LAYOUT.toString(), sheets.toString());
        assertThat(said.out().lines().skip(1).findFirst().orElseThrow())
                .matches(" +0/3 +costs/otherFunds/\\S+ +never, mori-r5.yml:48:34");
        assertThat(said.out())
                .contains("2/3  direction", "«決裁日»", "on which it holds: 2", "fails: ")
                .endsWith("texts that nobody took: 1; doubts: 3\n");
    }

    /** Another city's sheet: no other layout takes it, and the reason is named. */
    @Test
    void sheetsOfAnotherFormAreNotRead() {
        Cli.Said said = Cli.run(
                "check",
                LAYOUT.toString(),
                PublishedSpecimens.SHEETS.resolve("ikeda-r6.pdf").toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(said.err()).contains("LAYOUT_UNKNOWN");
    }

    @Test
    void aLayoutAloneIsValidOrRefusedWithItsPlaces() throws IOException {
        Cli.Said valid = Cli.run("check", LAYOUT.toString());
        assertThat(valid.exitCode()).isZero();
        assertThat(valid.out()).startsWith("mori-r5: valid; ");
        Path broken = Files.writeString(
                folder.resolve("mori-r5.yml"), Files.readString(LAYOUT).replace("form: mori", "fomr: mori"));
        Cli.Said refused = Cli.run("check", "--json", broken.toString(), sheets.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(refused.err()).contains(broken + ":5:1: unknown key «fomr»; did you mean «form»?");
        assertThat(new ObjectMapper().readTree(refused.out()).at("/problems/0").asText())
                .startsWith("mori-r5.yml:5:1: ");
        assertThat(Cli.run("check", folder.resolve("none.yml").toString()).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    /** Publish leaves out policies without a plan and pledges without a term; it is said before anything is read. */
    @Test
    void policiesWithoutAPlanAreToldWithTheirPlace() throws IOException {
        String layout = Files.readString(Path.of("src/main/resources/layouts/tsukuba-r4.yml"));
        Path without = Files.writeString(folder.resolve("tsukuba-r4.yml"), layout.replaceAll(" (plan|term): .*", ""));
        Cli.Said said = Cli.run("check", without.toString());
        assertThat(said.exitCode()).isZero();
        assertThat(said.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches(".*tsukuba-r4.yml:\\d+:\\d+: publish leaves out the policies, .*"
                        + "add to context: plan: kawabe-plan-6"))
                .anyMatch(line -> line.contains("publish leaves out the pledges"));
        assertThat(Cli.run("--quiet", "check", without.toString()).err()).isEmpty();
        Cli.Said whole = Cli.run(
                "check",
                Files.writeString(folder.resolve("tsukuba-r4.yml"), layout).toString());
        assertThat(whole.err()).isEmpty();
    }
}
