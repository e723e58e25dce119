package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.jigyo.WithRealSheets;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Queries and requests that were once answered wrongly, each in a file of {@code cases/serving} with the correct answer
 * in its header.
 */
@WithRealSheets
class ServingCasesTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static Site memory;

    @AutoClose
    private static Site files;

    @BeforeAll
    static void start() throws IOException {
        Releases releases = Releases.in(folder.resolve("data"));
        List<Sheet> sheets =
                RealSheets.gold().stream().map(RealSheets.GoldRecord::sheet).toList();
        releases.publish(
                EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, folder.resolve("turtle"))
                        .files(),
                1);
        memory = Site.over(releases, Site.settings(folder.resolve("memory"), ""));
        files = Site.over(
                releases,
                Site.settings(folder.resolve("files"), "release: { memory-percent: 0, exercise-seconds: 0 }"));
    }

    private static Path cases() {
        return RealSheets.folder().resolve("cases/serving");
    }

    /** The rows as tab-separated values, compared with a pattern; § ends a line, ¦ a cell, ″ stands for a quotation mark. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent-graph-optional-from-files | [?]s¦[?]p¦[?]o§",
                "bnode-of-one-label-in-one-row | [?]same§true§",
                "csv-blank-node | [?]b§_:\\w+§",
                "graph-around-subselect-from-files | [?]g¦[?]n§(<[^>]*/graph/[a-z]+>¦[1-9][0-9]*§)+",
                "graph-join-slow-from-files | [?]n§[0-9]+§",
                "group-concat-distinct-of-nothing | [?]a¦[?]b§″″¦″″§",
                "having-two-conditions-subselect | [?]t¦[?]n§(<[^>]*>¦1[0-2][0-9]§)*",
                "kanji-beyond-the-plane-sorts-last | [?]s¦[?]less§″１″¦false§″ｱ″¦false§″𠮷″¦false§",
                "minus-zero | [?]equal¦[?]less§true¦false§",
                "month-is-four | [?]m¦[?]s§4¦″4″§",
                "term-joins-by-value-from-files | [?]n§0§",
            })
    void aQueryIsAnsweredRight(String name, String rows) throws IOException {
        String query = Files.readString(cases().resolve(name + ".rq"));
        for (Site site : List.of(memory, files)) {
            HttpResponse<String> response = site.query(query, "Accept", "text/tab-separated-values");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body().replace('\n', '§').replace('\t', '¦').replace('"', '″'))
                    .matches(rows);
        }
    }

    @Test
    void aBlankNodeInCsvCannotBeTakenForAText() throws IOException {
        String query = Files.readString(cases().resolve("csv-blank-node.rq"));
        assertThat(memory.query(query, "Accept", "text/csv").body()).matches("b\r\n_:\\w+\r\n");
    }

    private static String address(String name) throws IOException {
        return Files.readAllLines(cases().resolve(name + ".url")).stream()
                .filter(line -> line.startsWith("/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefusedByName() throws IOException {
        HttpResponse<String> response = memory.get(address("api-parameter-twice"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("city");
    }

    @Test
    void severalAcceptLinesAreOneList() throws IOException {
        HttpResponse<String> response =
                memory.get(address("two-accept-lines"), "Accept", "text/turtle", "Accept", "text/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    }

    /** Every case in the folder is run here. */
    @Test
    void everyCaseIsAsked() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/jigyo/serve/ServingCasesTest.java"));
        try (Stream<Path> all = Files.list(cases())) {
            assertThat(all.map(file -> file.getFileName().toString().replaceFirst("[.][a-z]+$", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(source).contains(name));
        }
    }
}
