package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.page.Typesetter;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form with an own key in every group: one layout is enough for data, shapes, queries and pages. */
class OwnKeysTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    private static final String KEYS = """
            keys:
              x.planGeneration: {ja: 総合計画の次数, en: generation of the comprehensive plan}
              x.wish: {ja: めざす姿, en: what is wished for, like: purpose}
              x.ways: {ja: 進め方, en: ways, like: implementation}
              x.donations: {ja: 寄附金等, en: donations, like: otherFunds}
              x.volunteers: {ja: ボランティア, en: volunteers, unit: 人}
              x.aim: {ja: めあて, en: aim, like: target}
              x.wanted: {ja: 必要の度合い, en: how much it is wanted, like: cityNecessity}
            """;

    private static final String STAFF = """
                    - to: staffing/{row}/{year}
                      crossing:
                        columns: [{under: ["{year}", 決算], year: 0}]
                        rows: [{label: ボランティア, is: x.volunteers}]
                - heading: 3 活動の指標
            """;

    @TempDir
    private static Path folder;

    private static String data;

    @BeforeAll
    static void publish() throws IOException {
        Path layouts = Files.createDirectories(folder.resolve("data/layouts"));
        data = folder.resolve("data").toString();
        String yaml = Files.readString(FORMS.resolve("mori-r5.yml"))
                .replaceFirst("keys:\n.*\n", KEYS)
                .replace("scales: {cityNecessity: mori-level, ", "scales: {")
                .replace("texts/purpose", "texts/x.wish")
                .replace("attributes/implementation", "attributes/x.ways")
                .replace("otherFunds", "x.donations")
                .replace("like: x.donations", "like: otherFunds")
                .replace("is: target", "is: x.aim")
                .replace("ratings/cityNecessity", "ratings/x.wanted")
                .replace("    - heading: 3 活動の指標\n", STAFF);
        Files.writeString(layouts.resolve("mori-r5.yml"), yaml);
        String drawing = Files.readString(FORMS.resolve("mori.txt"))
                .replace("cell 230 358 60 20 8 | 1,130", "cell 230 358 60 20 8 | 1,030")
                .replace("cell 230 378 60 20 8 | 0", """
                        cell 230 378 60 20 8 | 100
                        cell 40 398 70 11 7 | ボランティア
                        cell 110 398 60 11 7 |
                        cell 170 398 60 11 7 |
                        cell 230 398 60 11 7 | 12""");
        Path sheet = Files.write(folder.resolve("mori.pdf"), Typesetter.pdf(drawing));
        Cli.Said said = Cli.run("publish", "--data", data, sheet.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.err()).doesNotContain("WARNING", "ERROR");
    }

    private static List<String> ask(String... query) {
        String[] words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("query", "--data", data, "--format", "csv"),
                        java.util.stream.Stream.of(query))
                .toArray(String[]::new);
        Cli.Said said = Cli.run(words);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.out().lines().skip(1).toList();
    }

    @Test
    void aQuestionListsThemInBothLanguages() {
        assertThat(ask("own-fields", "--param", "city=139998"))
                .containsExactly(
                        "139998,attribute,x.planGeneration,総合計画の次数,,1,,",
                        "139998,attribute,x.ways,進め方,implementation,1,,",
                        "139998,component,x.donations,寄附金等,other-funds,1,,",
                        "139998,criterion,x.wanted,必要の度合い,cityNecessity,1,,",
                        "139998,resource,x.volunteers,ボランティア,,1,,",
                        "139998,section,x.wish,めざす姿,purpose,1,,",
                        "139998,value-kind,x.aim,めあて,target,1,,");
        assertThat(ask("own-fields", "--param", "city=139998", "--param", "lang=en"))
                .contains("139998,criterion,x.wanted,how much it is wanted,cityNecessity,1,,");
    }

    @Test
    void whatIsLikeAKnownKeyCountsAsIt() throws IOException {
        assertThat(ask("funding-sources", "--param", "year=2023"))
                .contains("139998,2023,other-funds,その他の財源,1,100000,,");
        assertThat(ask("target-against-actual", "--param", "year=2023"))
                .anyMatch(row -> row.contains("貸出冊数,冊,target,5400.0,5388.0"));
        Path query = Files.writeString(folder.resolve("like.rq"), """
                PREFIX jg: <https://w3id.org/jigyo/ns#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?said {
                  { ?n jg:section/skos:broader? <https://w3id.org/jigyo/code/section/purpose> ; jg:text ?said }
                  UNION { ?a jg:attributeKey/skos:broader? <https://w3id.org/jigyo/code/attribute/implementation> ; jg:attributeValue ?said }
                  UNION { ?r jg:criterion/skos:broader? <https://w3id.org/jigyo/code/criterion/cityNecessity> ; jg:valueAsPrinted ?said }
                } ORDER BY ?said""");
        assertThat(ask(query.toString())).containsExactly("A", "直営", "補助", "（標本）図書館から遠い地区に住む人にも本を届ける。");
    }

    @Test
    void aPageSaysTheirNamesInItsLanguage() throws Exception {
        Path query = Files.writeString(folder.resolve("cells.rq"), """
                PREFIX jg: <https://w3id.org/jigyo/ns#>
                PREFIX jgd: <https://w3id.org/jigyo/dim#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?cell ?ja ?en {
                  ?cell jg:section|jg:attributeKey|jg:criterion|jgd:component|jgd:resource|jgd:valueKind ?key .
                  ?key skos:inScheme/skos:notation "139998" ; skos:prefLabel ?ja, ?en
                  FILTER (LANG(?ja) = "ja" && LANG(?en) = "en")
                }""");
        List<String> cells = ask(query.toString());
        assertThat(cells).hasSizeGreaterThanOrEqualTo(7);
        try (Server server = PublishedSpecimens.serve(Path.of(data), folder)) {
            for (String row : cells) {
                String[] cell = row.split(",");
                String path = "doc/" + cell[0].substring(cell[0].indexOf("/id/") + 4);
                assertThat(get(server, path + ".html?lang=ja")).as(row).contains(">" + cell[1] + "<");
                assertThat(get(server, path + ".html?lang=en")).as(row).contains(">" + cell[2] + "<");
            }
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
}
