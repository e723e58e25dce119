package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misprint is corrected at every publish, and the correction is visible. */
class CorrectionsTest {

    private static final String SHEETS = "src/main/resources/specimens/tsukuba-r4-tables.txt";

    @TempDir
    private Path folder;

    private Path corrections;

    @BeforeEach
    void makeFolder() throws IOException {
        corrections = Files.createDirectories(folder.resolve("data/corrections"));
    }

    /** The example in README.md. */
    private static String example() throws IOException {
        Matcher yaml = Pattern.compile("(?s)```yaml\n(# jigyo-data/corrections/.*?)```")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(yaml.find()).isTrue();
        return yaml.group(1);
    }

    private Cli.Said publish(String yaml) throws IOException {
        Files.writeString(corrections.resolve("tsukuba.yml"), yaml);
        return Cli.run("publish", "--data", folder.resolve("data").toString(), SHEETS);
    }

    private String ask(String... more) {
        String[] words = {"query", "--data", folder.resolve("data").toString(), "--format", "csv"};
        String[] all = java.util.stream.Stream.of(words, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        Cli.Said said = Cli.run(all);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.out();
    }

    @Test
    void theFigureSaysWhatWasPrintedWhoCorrectedItWhenAndWhy() throws Exception {
        Cli.Said said = publish(example());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.err()).contains("CORRECTION_APPLIED");
        String row = ask("corrections").lines().skip(1).findFirst().orElseThrow();
        assertThat(row)
                .contains(
                        "082201/2022,costs/total/settled/2022,",
                        "83,104",
                        "83,140",
                        "Digits swapped",
                        "つくば市財政課",
                        "2026-04-01");
        assertThat(ask("plan-against-actual", "--param", "year=2022"))
                .contains(",83140000,")
                .contains("\"83,104\"");
        Path status = Files.writeString(folder.resolve("status.rq"), """
                PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                SELECT ?status ?amount {
                  ?figure <http://purl.org/linked-data/sdmx/2009/attribute#obsStatus> ?status ; jgd:amount ?amount ;
                    jgd:statedIn ?sheet ; prov:wasGeneratedBy ?correction .
                  ?correction a prov:Activity ; prov:used ?sheet ; prov:wasAssociatedWith ?agent .
                }""");
        assertThat(ask(status.toString()).lines().skip(1))
                .containsExactly("http://purl.org/linked-data/sdmx/2009/code#obsStatus-I,83140000");
        assertShown(row.substring(row.lastIndexOf("/id/") + 4).replaceFirst(",.*", ""));

        assertThat(publish("# nothing is corrected any more\n").exitCode()).isZero();
        assertThat(ask("corrections").lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",none-found,"));
        assertThat(ask("plan-against-actual", "--param", "year=2022"))
                .contains(",83104000,")
                .doesNotContain("83140000");
    }

    private void assertShown(String figure) throws Exception {
        try (Server server = PublishedSpecimens.serve(folder.resolve("data"), folder)) {
            String path = "doc/" + figure;
            String[] said = {"83,104", "83,140", "Digits swapped", "つくば市財政課", "2026-04-01"};
            assertThat(get(server, path + ".html?lang=ja")).contains(said).contains("印刷の誤りの訂正", "訂正の理由");
            assertThat(get(server, path + ".html?lang=en"))
                    .contains(said)
                    .contains("Correction of a misprint", "reason for the correction");
            assertThat(get(server, path + ".json")).contains(said);
            assertThat(get(server, path + ".ttl"))
                    .contains("83,104", "83,140", "Digits swapped", "correctedBy", "2026-04-01");
            assertThat(get(server, "api/queries/plan-against-actual?year=2022&format=csv"))
                    .contains(",83140000,", "\"83,104\"");
        }
    }

    private static String get(Server server, String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  when: 2026-04-01   |  since: 2026-04-01  | since",
                "  when: 2026-04-01   |                     | when",
                "  when: 2026-04-01   |  when: April        | when",
                "  now: 83,140        |  now: many          | now",
                "  now: 83,140        |  now: [83140]       | now",
                "city: \"082201\"      | city: \"082202\"    | city",
                "fiscalYear: 2022     | fiscalYear: 令和4   | fiscalYear",
                "field: costs/total/settled/2022 | field: costs/total | field",
                "field: costs/total/settled/2022 | field: city        | field"
            })
    void anEntryThatCannotBeUsedIsNamed(String right, String wrong, String key) throws IOException {
        String entry = example();
        String yaml = entry + entry.replace(right, wrong == null ? "" : wrong);
        assertThat(yaml).isNotEqualTo(entry + entry);
        Cli.Said said = publish(yaml);
        assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(said.err()).contains("tsukuba.yml, entry 2, key " + key).doesNotContain("\tat ");
    }

    @Test
    void aCorrectionThatFitsNothingIsReported() throws IOException {
        Cli.Said other = publish(example().replace("83,104 ", "83,105 "));
        assertThat(other.exitCode()).as(other.err()).isEqualTo(ExitCode.SHEETS_WITH_ERRORS);
        assertThat(other.err()).contains("CORRECTION_STALE", "83,105", "costs/total/settled/2022");
        Cli.Said nobody = publish(example().replace("スマートシティの推進", "別の事業"));
        assertThat(nobody.err()).contains("CORRECTION_STALE", "別の事業");
        assertThat(ask("corrections").lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",none-found,"));
    }
}
