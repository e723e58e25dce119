package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jigyo.RealSheets;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.serve.http.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real browser: they have the expected content in both languages, and violate none of their own security
 * rules.
 */
class BrowserTest {

    @TempDir
    private Path temporary;

    @Test
    void pagesShowTheirThings() throws Exception {
        assumeTrue(browser() || RealSheets.given(), "there is no chromium on the path");
        Path data = PublishedSpecimens.data();
        Path config = Files.writeString(
                temporary.resolve("serve.yml"),
                "listen: {port: 0, monitor-port: -1}\nrelease: {exercise-seconds: 0}\n");
        try (Server server = Server.start(Releases.in(data), Settings.read(config))) {
            String base = server.address().toString();
            assertThat(seen(base)).contains("<h1", "/api/queries/sdg-goal-cost", "application/ld+json");
            assertThat(seen(base + "doc/project/082201-2021-0012?lang=ja")).contains("デジタル情報プラットフォームの導入による地域との連携推進");
            assertThat(seen(base + "api/queries/sdg-goal-cost?year=2024&city=082201"))
                    .contains("<table", "63635000");
            assertThat(seen(base + "search?q=" + java.net.URLEncoder.encode("スマートシティ", StandardCharsets.UTF_8)))
                    .contains("<table", "スマートシティ");
            assertThat(seen(base + "ns#Project")).contains("id=\"Project\"", "<svg");
            assertThat(seen(base + "shapes.en.html")).contains("<table");
        }
    }

    private static boolean browser() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "chromium")));
    }

    /** The page as the browser has it after loading. A refused style or script would appear in the browser's log. */
    private String seen(String url) throws Exception {
        Path log = temporary.resolve("browser.log");
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + Files.createTempDirectory(temporary, "profile"),
                "--dump-dom",
                url));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(log).stream().filter(l -> l.contains("CONSOLE")))
                .isEmpty();
        return dom;
    }
}
