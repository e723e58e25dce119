package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectTest {

    @TempDir
    private Path folder;

    @Test
    void aWrongAddressIsNamedWithItsPlace() throws IOException {
        Path list = Files.writeString(folder.resolve("pages.txt"), "# pages\nftp://example.jp/a.pdf\n");

        Cli.Said wrong = Cli.run("collect", list.toString());
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("pages.txt, line 2: does not begin with http");

        Cli.Said missing = Cli.run("collect", folder.resolve("no.txt").toString());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(missing.err()).contains("no.txt");
    }

    /** What was collected is published with its origin, and what failed is told without stopping the rest. */
    @Test
    void collectedSheetsKnowTheirOrigin() throws IOException {
        byte[] sheet = Files.readAllBytes(PublishedSpecimens.SHEETS.resolve("ikeda-r6.pdf"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sheet.pdf", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, sheet.length);
                exchange.getResponseBody().write(sheet);
            }
        });
        server.start();
        try {
            String site = "http://127.0.0.1:" + server.getAddress().getPort();
            String sheets = folder.resolve("sheets").toString();
            Cli.Said said = Cli.run(
                    "collect", "--pause", "0", "--json", "-o", sheets, site + "/sheet.pdf", site + "/missing.pdf");

            assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.SHEETS_WITH_ERRORS);
            assertThat(said.out().lines()).hasSize(2);
            assertThat(said.out())
                    .contains("{\"kind\":\"ADDED\",\"address\":\"" + site + "/sheet.pdf\"")
                    .contains("\"kind\":\"GONE\"");

            String data = folder.resolve("data").toString();
            assertThat(Cli.run("publish", "--data", data, sheets).exitCode()).isEqualTo(ExitCode.OK);
            Path query = Files.writeString(
                    folder.resolve("origins.rq"),
                    "SELECT ?address { ?sheet <https://w3id.org/jigyo/ns#containedInFile>/<http://www.w3.org/ns/dcat#downloadURL> ?address }");
            Cli.Said asked = Cli.run("query", "--data", data, query.toString());
            assertThat(asked.out()).contains(site + "/sheet.pdf");
        } finally {
            server.stop(0);
        }
    }
}
