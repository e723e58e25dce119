package org.jigyo.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.collect.Outcome.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectingTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-30T01:02:03Z"), ZoneOffset.UTC);
    private static final String PDF = "%PDF-1.4 標本";

    @TempDir
    private Path temporary;

    private Path folder;
    private DocumentServer server;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.resolve("sheets");
        server = new DocumentServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Order order(Duration patience, long most, boolean dryRun, String... paths) {
        List<URI> starts = Arrays.stream(paths).map(server::at).toList();
        return new Order(starts, folder, dryRun, "jigyo/1 (test)", Duration.ZERO, patience, most, "見本市", "CC BY 4.0");
    }

    private List<Outcome> collect(String... paths) {
        return Collecting.collect(order(Duration.ofSeconds(20), 1_000_000, false, paths), NOW, outcome -> {});
    }

    private static List<Kind> kinds(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::kind).toList();
    }

    private Path stored(String path) {
        return folder.resolve(server.at("").getAuthority().replace(':', '_') + path);
    }

    @Test
    void linkedDocumentsAreStoredAndListedOnceAndNotFetchedAgain() throws IOException {
        server.page(
                "/r6/", "a.pdf", "../shared/b.xlsx#top", "a.pdf", "next.html", "mailto:x@example.jp", "http://[bad");
        server.document("/r6/a.pdf", PDF);
        server.document("/shared/b.xlsx", "%PDF-1.4 named like a workbook");

        List<Outcome> first = collect("/r6/");

        assertThat(kinds(first)).containsExactly(Kind.ADDED, Kind.ADDED);
        assertThat(server.asked()).containsExactly("/robots.txt", "/r6/", "/r6/a.pdf", "/shared/b.xlsx");
        assertThat(stored("/r6/a.pdf")).hasContent(PDF);
        String host = stored("").getFileName().toString();
        assertThat(Files.readAllLines(folder.resolve("sources.tsv")))
                .containsExactly(
                        "file\taddress\tpage\tpublisher\tretrieved\tissued\tlicence\tarchive",
                        host + "/r6/a.pdf\t" + server.at("/r6/a.pdf") + "\t" + server.at("/r6/")
                                + "\t見本市\t2026-11-30T01:02:03Z\t\tCC BY 4.0\t",
                        host + "/shared/b.xlsx\t" + server.at("/shared/b.xlsx") + "\t" + server.at("/r6/")
                                + "\t見本市\t2026-11-30T01:02:03Z\t\tCC BY 4.0\t");

        assertThat(kinds(collect("/r6/"))).containsExactly(Kind.UNCHANGED, Kind.UNCHANGED);
        Files.delete(stored("/r6/a.pdf"));
        assertThat(kinds(collect("/r6/"))).containsExactly(Kind.ADDED, Kind.UNCHANGED);
    }

    @Test
    void robotsDecideAlsoAfterARedirect() throws IOException {
        server.answer(
                "/robots.txt",
                exchange -> DocumentServer.send(
                        exchange, 200, DocumentServer.bytes("User-agent: jigyo\nDisallow: /private/\n")));
        server.page("/list.html", "private/a.pdf", "moved.pdf", "b.pdf");
        server.status("/moved.pdf", 302, "Location", "/private/a.pdf");
        server.document("/private/a.pdf", PDF);
        server.document("/b.pdf", PDF);

        assertThat(kinds(collect("/list.html"))).containsExactly(Kind.FORBIDDEN, Kind.FORBIDDEN, Kind.ADDED);
        assertThat(server.asked()).doesNotContain("/private/a.pdf");
    }

    @Test
    void aServerThatCannotSayWhatIsAllowedIsNotAsked() throws IOException {
        server.status("/robots.txt", 500);
        server.document("/a.pdf", PDF);

        assertThat(kinds(collect("/a.pdf"))).containsExactly(Kind.FORBIDDEN);
        assertThat(server.asked()).containsExactly("/robots.txt");
    }

    @Test
    void redirectsAreFollowedButNotForEver() throws IOException {
        server.status("/old.pdf", 301, "Location", "/new.pdf");
        server.document("/new.pdf", PDF);
        server.status("/round.pdf", 302, "Location", "/round.pdf");
        server.status("/file.pdf", 302, "Location", "file:///etc/hostname");

        List<Outcome> outcomes = collect("/old.pdf", "/round.pdf", "/file.pdf");

        assertThat(kinds(outcomes)).containsExactly(Kind.ADDED, Kind.FAILED, Kind.FAILED);
        assertThat(stored("/old.pdf")).hasContent(PDF);
        assertThat(outcomes.get(1).message()).contains("redirects more than 5 times");
        assertThat(outcomes.get(2).message()).contains("another kind: file:///etc/hostname");
    }

    @Test
    void onlyDocumentsAreStored() throws IOException {
        server.page("/page.html", "html.pdf", "empty.pdf", "image.pdf", "good.csv");
        server.page("/html.pdf");
        server.answer("/empty.pdf", exchange -> exchange.sendResponseHeaders(200, -1));
        server.answer(
                "/image.pdf",
                exchange -> DocumentServer.send(
                        exchange, 200, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 0, 0, 0, 0, 0}));
        server.document("/good.csv", "番号,名称\n1,標本\n");

        List<Outcome> outcomes = collect("/page.html");

        assertThat(kinds(outcomes)).containsExactly(Kind.FAILED, Kind.FAILED, Kind.FAILED, Kind.ADDED);
        assertThat(outcomes.get(0).message()).contains("an HTML page");
        assertThat(outcomes.get(1).message()).contains("empty");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".collected.jsonl", "sources.tsv", "good.csv");
        }
    }

    @Test
    void hugeDocumentsAndEndlessPagesEnd() throws IOException {
        DocumentServer.Answer endless = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(DocumentServer.bytes("<p><a href='a.pdf'>x</a>"));
            byte[] more = DocumentServer.bytes("<p>評価".repeat(2000));
            while (true) {
                exchange.getResponseBody().write(more);
            }
        };
        server.answer("/endless.html", endless);
        server.answer("/a.pdf", endless);

        List<Outcome> outcomes = collect("/endless.html");

        assertThat(kinds(outcomes)).containsExactly(Kind.FAILED);
        assertThat(outcomes.get(0).message()).contains("larger than 1 MB").contains("--most");
    }

    @Test
    void whatBrokeOffIsContinued() throws IOException {
        byte[] all = DocumentServer.bytes(PDF + "x".repeat(200_000));
        server.answer("/a.pdf", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all, 0, 150_000);
        });
        assertThat(kinds(collect("/a.pdf"))).containsExactly(Kind.FAILED);

        server.answer("/a.pdf", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            assertThat(exchange.getRequestHeaders().getFirst("If-Range")).isEqualTo("\"1\"");
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            assertThat(from).isPositive();
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            DocumentServer.send(exchange, 206, Arrays.copyOfRange(all, from, all.length));
        });
        assertThat(kinds(collect("/a.pdf"))).containsExactly(Kind.ADDED);
        assertThat(stored("/a.pdf")).hasBinaryContent(all);
    }

    /** A run that is killed while it notes a document leaves half a line. */
    @Test
    void aTornNoteIsLeftOut() throws IOException {
        server.page("/", "a.pdf", "b.pdf");
        server.document("/a.pdf", PDF);
        server.document("/b.pdf", PDF + " b");
        collect("/");
        Path notes = folder.resolve(".collected.jsonl");
        List<String> whole = Files.readAllLines(notes);
        assertThat(whole).hasSize(2);
        Files.writeString(notes, whole.get(0) + "\n" + whole.get(1).substring(0, 30));

        assertThat(kinds(collect("/"))).containsExactly(Kind.UNCHANGED, Kind.ADDED);

        assertThat(Files.readAllLines(notes)).hasSize(2).contains(whole.get(0));
        assertThat(kinds(collect("/"))).containsExactly(Kind.UNCHANGED, Kind.UNCHANGED);
    }

    @Test
    void aSlowServerIsLeft() throws IOException {
        server.answer("/slow.pdf", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(DocumentServer.bytes("%PDF-1.4"));
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.document("/b.pdf", PDF);

        List<Outcome> outcomes = Collecting.collect(
                order(Duration.ofSeconds(1), 1_000_000, false, "/slow.pdf", "/b.pdf"), NOW, outcome -> {});

        assertThat(kinds(outcomes)).containsExactly(Kind.FAILED, Kind.ADDED);
        assertThat(outcomes.get(0).message()).contains("longer than 1 s").contains("--patience");
    }

    @Test
    void aChangedDocumentWaitsBesideTheFolder() throws IOException {
        server.document("/a.pdf", PDF);
        collect("/a.pdf");
        server.document("/a.pdf", PDF + " corrected");

        List<Outcome> changed = collect("/a.pdf");

        Path candidate = temporary.resolve("sheets-changed/2026-11-30").resolve(folder.relativize(stored("/a.pdf")));
        assertThat(kinds(changed)).containsExactly(Kind.CHANGED);
        assertThat(changed.get(0).message()).contains(candidate.toString()).contains("new edition");
        assertThat(stored("/a.pdf")).hasContent(PDF);
        assertThat(candidate).hasContent(PDF + " corrected");
        assertThat(kinds(collect("/a.pdf"))).as("it still waits").containsExactly(Kind.CHANGED);
        Files.move(candidate, temporary.resolve("decided.pdf"));
        assertThat(kinds(collect("/a.pdf"))).containsExactly(Kind.UNCHANGED);
    }

    @Test
    void whatIsGoneStays() throws IOException {
        server.document("/a.pdf", PDF);
        collect("/a.pdf");
        server.status("/a.pdf", 410);

        List<Outcome> outcomes = collect("/a.pdf", "/never.pdf");

        assertThat(kinds(outcomes)).containsExactly(Kind.GONE, Kind.GONE);
        assertThat(outcomes.get(0).message()).contains("410").contains("the copy of 2026-11-30T01:02:03Z stays");
        assertThat(stored("/a.pdf")).hasContent(PDF);
        assertThat(folder.resolve("sources.tsv")).content().contains("/a.pdf");
    }

    @Test
    void aBusyHostIsNotAskedFurther() throws IOException {
        server.page("/page.html", "a.pdf", "b.pdf");
        server.status("/a.pdf", 503, "Retry-After", "120");
        server.document("/b.pdf", PDF);

        List<Outcome> outcomes = collect("/page.html");

        assertThat(kinds(outcomes)).containsExactly(Kind.FAILED, Kind.FAILED);
        assertThat(outcomes.get(0).message()).contains("come back after 120 s");
        assertThat(server.asked()).doesNotContain("/b.pdf");
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        server.page("/page.html", "a.pdf");
        server.document("/a.pdf", PDF);

        List<Outcome> outcomes =
                Collecting.collect(order(Duration.ofSeconds(20), 1000, true, "/page.html"), NOW, outcome -> {});

        assertThat(kinds(outcomes)).containsExactly(Kind.FOUND);
        assertThat(server.asked()).doesNotContain("/a.pdf");
        assertThat(folder).doesNotExist();
    }

    @Test
    void namesAreReadableAndStayInTheFolder() throws IOException {
        String dots = "/%2e%2e/%2e%2e/.hidden/c.pdf";
        String japanese = "/%E8%A9%95%E4%BE%A1/%E4%BB%A4%E5%92%8C6.pdf";
        for (String path : List.of(dots, japanese, "/get.php?id=1", "/get.php?id=2")) {
            server.document(path, PDF + path);
        }

        List<Outcome> outcomes = collect(dots, japanese, "/get.php?id=1", "/get.php?id=2");

        assertThat(kinds(outcomes)).containsOnly(Kind.ADDED).hasSize(4);
        assertThat(outcomes.get(1).file()).endsWith("/評価/令和6.pdf");
        assertThat(outcomes.get(2).file()).matches(".*/get\\.php-[0-9a-f]{8}\\.pdf");
        assertThat(outcomes.stream().map(Outcome::file).distinct()).hasSize(4);
        for (Outcome outcome : outcomes) {
            assertThat(folder.resolve(outcome.file()).normalize())
                    .startsWith(folder)
                    .exists();
            assertThat(outcome.file()).doesNotContain("/.");
        }
    }

    @Test
    void whatAPersonWroteIntoTheListStays() throws IOException {
        server.document("/a.pdf", PDF);
        collect("/a.pdf");
        Path list = folder.resolve("sources.tsv");
        String mine = "# read on the page\n"
                + Files.readString(list).replace("CC BY 4.0", "政府標準利用規約").replace("03Z\t\t", "03Z\t2025-09-12\t")
                + "mine.pdf\thttps://example.jp/mine.pdf\t\t\t\t\t\t\n";
        Files.writeString(list, mine);

        collect("/a.pdf");

        assertThat(list).hasContent(mine);
    }
}
