package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jigyo.drawing.PagePng;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites show of the pages: pictures in frames, previews, and descriptions for programs. */
class EmbeddedPictureTest {

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serveTheSpecimens() throws IOException {
        server = PublishedSpecimens.serve(temporary);
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        URI at = server.address().resolve(address);
        return client.send(
                HttpRequest.newBuilder(at)
                        .header("Accept", "text/html, */*;q=0.1")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String policy(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The figures and names inside the pictures. */
    private static List<String> drawn(String html) {
        return found("<(?:text|td)[^>]*>(.*?)</(?:text|td)>", String.join("", found("(<figure.*?</figure>)", html)))
                .stream()
                .map(text -> text.replaceAll("<title>.*?</title>|<[^>]*>", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/city/082201/policies", "/doc/municipality/141305", "/compare", "/api/queries/sdg-spending"})
    void everyPictureHasAPageOfItsOwnThatMayBeFramed(String address) throws Exception {
        HttpResponse<byte[]> page = get(address + "?lang=ja");
        String html = text(page);
        assertThat(policy(page)).contains("frame-ancestors 'none'");
        List<String> frames = found("&lt;iframe src=\"([^\"]+)\"", html);
        List<String> figures = found("(<figure class=\"picture.*?</figure>)", html);
        assertThat(frames).isNotEmpty().hasSameSizeAs(figures).doesNotHaveDuplicates();
        for (int i = 0; i < frames.size(); i++) {
            HttpResponse<byte[]> framed = get(frames.get(i).replace("&amp;amp;", "&"));
            assertThat(framed.statusCode()).as(frames.get(i)).isEqualTo(200);
            assertThat(policy(framed)).contains("default-src 'none'", "frame-ancestors *");
            assertThat(drawn(text(framed))).as(frames.get(i)).isEqualTo(drawn(figures.get(i)));
        }
    }

    @Test
    void anUnknownPictureIsRefusedWithThoseThatThereAre() throws Exception {
        HttpResponse<byte[]> answer = get("/embed/policy-cost?city=082201&picture=bars-000000-2024");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("bars-082201-2024");
        assertThat(get("/embed/policy-cost?city=082201&rows=0").statusCode()).isEqualTo(400);
        assertThat(get("/embed/no-such-query").statusCode()).isEqualTo(404);
    }

    @Test
    void aPreviewOfAProjectIsThePageOfItsSheet() throws Exception {
        String html = text(get("/doc/project/272043-2024-0002?lang=ja"));
        assertThat(html).contains("<meta property=\"og:title\" content=\"", "<link rel=\"canonical\" href=\"");
        List<String> pictures = found("og:image\" content=\"([^\"]+)\"", html);
        assertThat(pictures).hasSize(1);
        HttpResponse<byte[]> picture = get(pictures.get(0));
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(image.getWidth()).isEqualTo(PagePng.WIDTH);
        assertThat(image.getHeight()).isEqualTo(PagePng.HEIGHT);
        long inked = Arrays.stream(image.getRGB(0, 0, PagePng.WIDTH, PagePng.HEIGHT, null, 0, PagePng.WIDTH))
                .filter(pixel -> pixel != -1)
                .count();
        assertThat(inked).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/findings", "/doc/municipality/272043", "/city/272043/findings", "/sdg/14"})
    void aPageWithPrintedFiguresHasAPreviewOfTheirSheet(String page) throws Exception {
        List<String> pictures = found("og:image\" content=\"([^\"]+)\"", text(get(page + "?lang=en")));

        assertThat(pictures).hasSize(1);
        assertThat(get(pictures.get(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void programsFindTheQueriesInPlainText() throws Exception {
        String text = text(get("/llms.txt"));
        List<String> links = found("\\]\\((http[^)]+)\\)", text);
        assertThat(links).hasSizeGreaterThan(50);
        for (String link : links) {
            if (!link.contains("/api/queries/")) {
                assertThat(get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
        assertThat(text).contains("/api/queries/sdg-spending?format=json", "/doc/municipality/272043.ttl");
    }

    /** つくば市 has one payment in the national reviews of 2024, 池田市 none. */
    @Test
    void aCitysPageSaysWhatTheNationPaidIt() throws Exception {
        assertThat(text(get("/doc/municipality/082201?lang=en"))).contains("844,945,000");
        assertThat(text(get("/doc/municipality/272043?lang=en")))
                .containsPattern("(?s)National money to a city.{0,2000}Nothing fits the question");
    }
}
