package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server answers before it is warmed up, with the same answers as afterwards. */
class StartTest {

    private static final String ROWS = "SELECT ?a ?b ?c { ?a ?b ?c } ORDER BY ?a ?b ?c LIMIT ";

    private static boolean warm(Site site) throws Exception {
        URI health = site.server().monitor().resolve("/health");
        String said = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(said).contains("\"status\":\"up\"", "\"warm\":");
        return said.contains("\"warm\":true");
    }

    @Test
    void answersComeBeforeTheWarmUpIsOver(@TempDir Path folder) throws Exception {
        try (Site site = Site.ofCity(folder, 100, "release: { exercise-seconds: 3 }")) {
            int asked = 0;
            String before = site.query(ROWS + 1000).body();
            while (!warm(site)) {
                HttpResponse<String> answer = site.query(ROWS + (1001 + asked++));
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            assertThat(asked).isPositive();
            assertThat(before)
                    .contains("bindings")
                    .isEqualTo(site.query(ROWS + "1000 OFFSET 0").body());
        }
    }

    /** Also when nothing is to be copied into memory. */
    @Test
    void aWarmUpEndsWithTheServer(@TempDir Path folder) throws Exception {
        for (String memory : new String[] {"30", "0"}) {
            Site site = Site.ofCity(
                    folder.resolve(memory), 20, "release: { exercise-seconds: 600, memory-percent: " + memory + " }");
            assertThat(site.query("ASK { ?a ?b ?c }").body()).contains("true");
            assertThat(warm(site)).isFalse();
            long start = System.nanoTime();
            site.close();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(60);
        }
    }
}
