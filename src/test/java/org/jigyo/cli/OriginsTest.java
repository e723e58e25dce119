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
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where files were published, from the lists of a user to the release and its pages. */
class OriginsTest {

    private static final String TABLES = "tsukuba-r4-tables.txt";
    private static final String LIST = "tsukuba-r3-list.txt";
    private static final String HEAD = "file\taddress\tpage\tpublisher\tretrieved\tissued\tlicence\tarchive\n";

    @TempDir
    Path folder;

    private Path sheets;

    @BeforeEach
    void copySpecimens() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets/r4"));
        Files.copy(PublishedSpecimens.SHEETS.resolve(TABLES), sheets.resolve(TABLES));
        Files.copy(PublishedSpecimens.SHEETS.resolve(LIST), folder.resolve(LIST));
    }

    private Cli.Said publish(Path path) {
        return Cli.run("publish", "--data", folder.resolve("data").toString(), path.toString());
    }

    private List<String> rows(String select) throws IOException {
        Path query = Files.writeString(folder.resolve("question.rq"), select);
        return Cli.run("query", "--data", folder.resolve("data").toString(), "--format", "csv", query.toString())
                .out()
                .lines()
                .skip(1)
                .toList();
    }

    private List<String> addresses() throws IOException {
        return rows(
                "SELECT DISTINCT ?address { ?sheet <https://w3id.org/jigyo/ns#containedInFile>/<http://www.w3.org/ns/dcat#downloadURL> ?address }");
    }

    @Test
    void aListBesideTheSheetsIsKeptAndShown() throws Exception {
        Files.writeString(
                folder.resolve("sheets/sources.tsv"),
                HEAD + "r4/" + TABLES
                        + "\thttps://www.example.jp/r4.pdf\thttps://www.example.jp/\t見本市\t2026-11-30T09:00:00+09:00\t2023-09-01\tCC BY 4.0\t\n");
        assertThat(publish(folder.resolve("sheets")).exitCode()).isZero();
        assertThat(addresses()).containsExactly("https://www.example.jp/r4.pdf");
        assertThat(
                        rows(
                                "SELECT ?name ?day ?terms ?when { ?file <http://purl.org/dc/terms/publisher>/<http://xmlns.com/foaf/0.1/name> ?name ;"
                                        + " <http://purl.org/dc/terms/issued> ?day ; <http://purl.org/dc/terms/rights>/<http://www.w3.org/2000/01/rdf-schema#label> ?terms ;"
                                        + " <http://www.w3.org/ns/prov#wasGeneratedBy>/<http://purl.org/dc/terms/date> ?when }"))
                .containsExactly("見本市,2023-09-01,CC BY 4.0,2026-11-30T09:00:00+09:00");

        Files.delete(folder.resolve("sheets/sources.tsv"));
        assertThat(publish(folder.resolve(LIST)).exitCode()).isZero();
        assertThat(addresses()).containsExactly("https://www.example.jp/r4.pdf");

        String sheet =
                rows("SELECT ?sheet { ?sheet <https://w3id.org/jigyo/ns#containedInFile>/<http://www.w3.org/ns/dcat#downloadURL> ?a }")
                        .get(0)
                        .replace("https://w3id.org/jigyo/id/", "/doc/");
        try (Server server = PublishedSpecimens.serve(folder.resolve("data"), folder)) {
            assertThat(page(server, sheet)).contains("href=\"https://www.example.jp/r4.pdf#page=1\"");
            assertThat(page(server, "/api/queries/derived-from-file", "text/csv"))
                    .contains("https://www.example.jp/r4.pdf#page=1");
            String cell =
                    rows("SELECT ?cell { GRAPH ?g { ?cell <http://www.w3.org/ns/prov#wasDerivedFrom> ?extract . ?extract <https://w3id.org/jigyo/ns#extractedFrom> ?sheet }"
                                    + " ?sheet <https://w3id.org/jigyo/ns#containedInFile>/<http://www.w3.org/ns/dcat#downloadURL> ?a } LIMIT 1")
                            .get(0)
                            .replace("https://w3id.org/jigyo/id/", "/doc/");
            assertThat(page(server, cell, "application/json"))
                    .contains("\"originals\" : [ \"https://www.example.jp/r4.pdf#page=1\" ]");
            String other =
                    rows("SELECT ?sheet { ?sheet <https://w3id.org/jigyo/ns#containedInFile> ?f MINUS { ?f <http://www.w3.org/ns/dcat#downloadURL> ?a } }")
                            .get(0)
                            .replace("https://w3id.org/jigyo/id/", "/doc/");
            assertThat(page(server, other)).contains("原本の掲載先は登録されていません");
        }
    }

    private static String page(Server server, String path) throws Exception {
        return page(server, path, "text/html");
    }

    private static String page(Server server, String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address().resolve(path) + "?lang=ja"))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void theListOfTheDataFolderComesFirstAndChangesNoCity() throws Exception {
        assertThat(publish(folder.resolve("sheets")).exitCode()).isZero();
        List<Path> parts = parts();
        String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(sheets.resolve(TABLES)));
        Files.writeString(
                folder.resolve("data/sources.tsv"), "file\taddress\n" + sha256 + "\thttps://www.example.jp/own.pdf\n");
        assertThat(publish(folder.resolve("sheets")).exitCode()).isZero();
        assertThat(addresses()).containsExactly("https://www.example.jp/own.pdf");
        assertThat(parts()).isEqualTo(parts);
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("data/cities/082201"))) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file,adress | there is no column «adress»
            file,page | column «address» is missing
            file,address;a.pdf,ftp://example.jp/a.pdf | line 2: address does not begin with http
            file,address;a.pdf,javascript:alert(1) | line 2: address does not begin with http
            file,address;a.pdf, | line 2: address is empty
            file,address,issued;a.pdf,https://example.jp/a.pdf,R5.9.1 | line 2: issued is not a date
            file,address,publisher;a.pdf,https://example.jp/a,見␁本 | line 2: publisher has a character that cannot be published: 見<U+0001>本
            file,address;a.pdf,https://example.jp/a;a.pdf,https://example.jp/b | line 3: file is listed twice
            """)
    void aWrongListIsRefusedBeforeAnythingIsRead(String list, String message) throws IOException {
        Files.writeString(
                folder.resolve("sheets/sources.tsv"),
                list.replace(',', '\t').replace(';', '\n').replace('␁', '\1') + "\n");
        Cli.Said said = publish(folder.resolve("sheets"));
        assertThat(said.exitCode()).isEqualTo(5);
        assertThat(said.err()).contains("sources.tsv").contains(message);
    }
}
