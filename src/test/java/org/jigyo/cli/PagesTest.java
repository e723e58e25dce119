package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jigyo.RealSheets;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a reader walks them, over the specimens and over the cities' own sheets, which are published once for both walks. */
class PagesTest {

    @TempDir
    private Path temporary;

    @Test
    void onTheSpecimens() throws Exception {
        try (Server server = PublishedSpecimens.serve(temporary)) {
            assertThat(PageFigures.compared(server, 3)).isGreaterThan(800);
            assumeTrue(Chromium.installed() || RealSheets.given(), "there is no chromium on the path");
            walk(server, new ThreeClicks.Sought("環境共創", 9, "9.2"));
        }
    }

    @Test
    void onTheRealSheets() throws Exception {
        Path sheets = RealSheets.folder().resolve("sheets");
        Path data = temporary.resolve("real");
        Cli.run("publish", "--quiet", "--data", data.toString(), sheets.toString());
        try (Server server = PublishedSpecimens.serve(data, temporary)) {
            assertThat(PageFigures.compared(server, 25)).isGreaterThan(5_000);
            walk(server, new ThreeClicks.Sought("子育て", 9, "9.2"));
        }
    }

    private void walk(Server server, ThreeClicks.Sought sought) throws Exception {
        try (Chromium browser = Chromium.start(temporary)) {
            ThreeClicks.walk(server, browser, sought);
        }
    }
}
