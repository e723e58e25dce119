package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that are taken up again, and never with a part of another release. */
class RangeTest {

    private static final String FILE = "/dump/082201-2024.ttl";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    private static String before;
    private static String lasting;
    private static String all;
    private static String tag;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        before = releases.publish(Drawer.ofCity(folder.resolve("turtle"), 3).graphs(), 2)
                .id();
        String id = releases.publish(Drawer.ofCity(folder.resolve("turtle"), 4).graphs(), 2)
                .id();
        site = Site.over(releases, Site.settings(folder, ""));
        lasting = FILE.replace("/dump/", "/dump/" + id + "/");
        HttpResponse<String> whole = site.get(FILE);
        all = whole.body();
        tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Content-Location")).contains(lasting);
    }

    private static HttpResponse<byte[]> part(String address, String range, String... more) throws Exception {
        HttpRequest.Builder request = site.request(address).header("Range", range);
        if (more.length > 0) {
            request.headers(more);
        }
        return java.net.http.HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9", "bytes=10-", "bytes=-7", "bytes=5-5", "bytes=3-99999999", "bytes=-99999999"})
    void aPartIsWhatTheFileHasThere(String range) throws Exception {
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        for (boolean named : new boolean[] {true, false}) {
            HttpResponse<byte[]> answer = named ? part(FILE, range, "If-Range", tag) : part(lasting, range);

            assertThat(answer.statusCode()).isEqualTo(206);
            String says = answer.headers().firstValue("Content-Range").orElseThrow();
            assertThat(says).matches("bytes \\d+-\\d+/" + bytes.length);
            int first = Integer.parseInt(says.replaceAll("bytes (\\d+)-.*", "$1"));
            assertThat(answer.body())
                    .isNotEmpty()
                    .isEqualTo(java.util.Arrays.copyOfRange(bytes, first, first + answer.body().length));
            assertThat(says).startsWith("bytes " + first + "-" + (first + answer.body().length - 1) + "/");
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        }
    }

    @Test
    void theFileIsWholeAgainWhenItsPartsAreJoined() throws Exception {
        List<Byte> joined = new ArrayList<>();
        for (int from = 0; from < all.getBytes(StandardCharsets.UTF_8).length; from += 100) {
            for (byte b : part(FILE, "bytes=" + from + "-" + (from + 99), "If-Range", tag)
                    .body()) {
                joined.add(b);
            }
        }
        byte[] bytes = new byte[joined.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = joined.get(i);
        }
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=9-3, true",
        "'bytes=0-1,4-5', true",
        "lines=0-1, true",
        "bytes=-, true",
        "bytes=10-, false",
    })
    void whatIsNoPartOfThisFileIsTheWhole(String range, boolean same) throws Exception {
        HttpResponse<byte[]> answer = part(FILE, range, "If-Range", same ? tag : "\"of another release\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(all);
    }

    @Test
    void aClientThatDoesNotSayWhatItHasGetsTheWhole() throws Exception {
        assertThat(part(FILE, "bytes=10-").statusCode()).isEqualTo(200);
        assertThat(part(FILE, "bytes=10-", "If-Range", "Sat, 29 Nov 2025 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPartBehindTheEndIs416() throws Exception {
        for (String range : List.of("bytes=99999999-", "bytes=-0")) {
            HttpResponse<byte[]> answer = part(lasting, range);

            assertThat(answer.statusCode()).isEqualTo(416);
            assertThat(answer.headers().firstValue("Content-Range"))
                    .contains("bytes */" + all.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void filesOfAReleaseThatIsKeptHaveAnAddressOfTheirOwn() {
        HttpResponse<String> old = site.get(FILE.replace("/dump/", "/dump/" + before + "/"));

        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.body()).isNotEqualTo(all);
        assertThat(old.headers().firstValue("X-Jigyo-Release")).contains(before);
        assertThat(old.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        for (String none : List.of("0000000000000000/" + "jigyo.nq.gz", before + "/none.ttl", "../data/current")) {
            assertThat(site.get("/dump/" + none).statusCode()).as(none).isIn(400, 404);
        }
    }
}
