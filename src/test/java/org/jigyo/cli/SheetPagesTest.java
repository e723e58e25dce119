package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jigyo.drawing.Frame;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.sheet.Printed;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The sheet beside its facts, from the published specimens to the pages: every fact has a lit cell that shows what was printed. */
class SheetPagesTest {

    private static final int MOST_BYTES = 40_000;
    private static final String EXTRACTS = """
            PREFIX jg: <https://w3id.org/jigyo/ns#>
            SELECT ?extract ?text ?page { GRAPH ?g { ?extract jg:extractedFrom ?sheet ; jg:printedText ?text ; jg:page ?page } }""";

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server specimens;

    private final HttpClient client = HttpClient.newHttpClient();
    private URI base = specimens.address();

    @BeforeAll
    static void serveTheSpecimens() throws IOException {
        specimens = server(PublishedSpecimens.data());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String page(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Server server(Path data) throws IOException {
        return PublishedSpecimens.serve(data, temporary);
    }

    /** Sheet → number of the Extract → what was printed, and its page. */
    private Map<String, Map<Integer, List<String>>> extracts() throws Exception {
        String address = "/sparql?query=" + URLEncoder.encode(EXTRACTS, StandardCharsets.UTF_8);
        JsonNode rows = new ObjectMapper()
                .readTree(get(address, "Accept", "application/json").body())
                .path("results")
                .path("bindings");
        Map<String, Map<Integer, List<String>>> sheets = new TreeMap<>();
        for (JsonNode row : rows) {
            String[] parts = row.path("extract").path("value").asText().split("/id/|/extract/");
            sheets.computeIfAbsent("/doc/" + parts[1], k -> new TreeMap<>())
                    .put(
                            Integer.parseInt(parts[2]),
                            List.of(
                                    row.path("text").path("value").asText(),
                                    row.path("page").path("value").asText()));
        }
        return sheets;
    }

    @Test
    void everyFactHasALitCellThatShowsWhatWasPrinted() throws Exception {
        Map<String, Map<Integer, List<String>>> sheets = extracts();
        assertThat(sheets).hasSizeGreaterThan(10);
        for (Map.Entry<String, Map<Integer, List<String>>> sheet : sheets.entrySet()) {
            String html = page(sheet.getKey() + ".html?lang=en");
            String project = sheet.getKey().substring(sheet.getKey().lastIndexOf('/') + 1);
            assertThat(html).contains("href=\"/doc/project/" + project + "?lang=en\"");
            Map<Integer, String> lit = new TreeMap<>();
            for (String number : found("page/(\\d+)\\.svg", html)) {
                lit.putAll(lit(sheet.getKey() + "/page/" + number + ".svg"));
            }
            Map<Integer, String> printed = new TreeMap<>();
            sheet.getValue().forEach((n, said) -> {
                printed.put(n, Printed.key(said.get(0)));
                assertThat(html).contains("id=\"fact-" + n + "\"").containsOnlyOnce("id=\"extract-" + n + "\"");
            });
            assertThat(lit).as(sheet.getKey()).isEqualTo(printed);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** Number of the Extract → key of the text inside its rectangles. */
    private Map<Integer, String> lit(String picture) throws Exception {
        HttpResponse<byte[]> answer = get(picture, "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body().length).as(picture).isLessThan(MOST_BYTES);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        HttpResponse<byte[]> plain = get(picture);
        assertThat(plain.headers().firstValue("Content-Type")).contains("image/svg+xml");
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plain.body()))
                .getDocumentElement();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        List<Element> words = elements(svg, "text");
        Map<Integer, String> lit = new TreeMap<>();
        for (Element group : elements(svg, "g")) {
            if (group.getAttribute("id").startsWith("extract-")) {
                List<Frame> places = elements(group, "rect").stream()
                        .map(SheetPagesTest::frame)
                        .toList();
                String text = words.stream()
                        .filter(word -> places.stream().anyMatch(place -> place.holds(run(word))))
                        .map(Element::getTextContent)
                        .collect(Collectors.joining());
                lit.put(Integer.parseInt(group.getAttribute("id").substring(8)), Printed.key(text));
            }
        }
        return lit;
    }

    private static List<Element> elements(Element below, String name) {
        NodeList found = below.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Frame frame(Element rect) {
        return new Frame(number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
    }

    private static Frame run(Element text) {
        double size = number(text, "font-size");
        return new Frame(number(text, "x"), number(text, "y") - 0.87 * size, number(text, "textLength"), size);
    }

    @Test
    void everyFigureOfAnAnswerLeadsToItsLitCell() throws Exception {
        String costs = page("/api/queries/project-costs?project=082201-2021-0011&lang=ja");
        List<String> cells = new ArrayList<>(found("class=\"printed\" href=\"([^\"]+)\"", costs));
        assertThat(cells).hasSizeGreaterThan(3);
        for (String cell : cells) {
            Matcher parts =
                    Pattern.compile("(/doc/sheet/.+\\?lang=ja)#(extract-\\d+)").matcher(cell);
            assertThat(parts.matches()).as(cell).isTrue();
            assertThat(page(parts.group(1))).contains("id=\"" + parts.group(2) + "\"");
        }
    }

    @Test
    void addressesWithoutAPictureSayWhy() throws Exception {
        String sheet = extracts().keySet().iterator().next();
        for (String wrong :
                List.of(sheet + "/page/999.svg", sheet + "x/page/1.svg", "/doc/sheet/000000/1/a/page/1.svg")) {
            HttpResponse<byte[]> answer = get(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("drawing");
        }
        String turtle = new String(get(sheet + ".ttl").body(), StandardCharsets.UTF_8);
        assertThat(turtle).contains("depiction", "/page/1.svg");
    }

    @Test
    void aReleaseWithoutDrawingsSaysSoAndLinksTheDocuments() throws Exception {
        Path data = temporary.resolve("data");
        Path tables = PublishedSpecimens.SHEETS.resolve("tsukuba-r4-tables.txt");
        Cli.run("publish", "--quiet", "--no-drawings", "--data", data.toString(), tables.toString());
        try (Server server = server(data)) {
            base = server.address();
            String sheet = extracts().keySet().iterator().next();
            assertThat(page(sheet + "?lang=en"))
                    .contains("keeps no drawing", "id=\"fact-1\"")
                    .doesNotContain("drawn-page");
            assertThat(get(sheet + "/page/1.svg").statusCode()).isEqualTo(404);
            String project = sheet.substring(sheet.lastIndexOf('/') + 1);
            assertThat(page("/api/queries/project-costs?project=" + project + "&lang=ja"))
                    .contains("class=\"printed\"")
                    .doesNotContainPattern("#extract-\\d");

            // The graphs are the same and so is the release's id.
            String release = Releases.in(data).current().orElseThrow().id();
            Cli.run("publish", "--quiet", "--data", data.toString(), tables.toString());
            assertThat(Releases.in(data).current().orElseThrow().id()).isEqualTo(release);
            for (int i = 0; i < 300 && get(sheet + "/page/1.svg").statusCode() != 200; i++) {
                Thread.sleep(100);
            }
            assertThat(page(sheet + "?lang=en")).contains("drawn-page").doesNotContain("keeps no drawing");
        }
    }
}
