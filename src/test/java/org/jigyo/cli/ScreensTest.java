package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws the screens in {@code src/docs} from the specimens: {@code mvn test -Dtest=ScreensTest -Djigyo.screens=write}. */
class ScreensTest {

    private static final Path FOLDER = Path.of("src/docs");

    /** A screen: its name, the address, and how it is seen. */
    private record Screen(String name, String address, int width, boolean dark) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("start", "?lang=ja", 1280, false),
            new Screen("city", "doc/municipality/082201?lang=ja", 1280, false),
            new Screen("project", "doc/project/082201-2021-0012?lang=ja", 1280, false),
            new Screen("project-phone", "doc/project/082201-2021-0012?lang=en", 390, false),
            new Screen("sheet", "doc/sheet/272043/2024/272043-2024-0002?lang=ja", 1280, false),
            new Screen("sheet-phone", "doc/sheet/272043/2024/272043-2024-0002?lang=ja", 390, true),
            new Screen("policies", "city/082201/policies?lang=ja", 1280, false),
            new Screen("policies-dark", "city/082201/policies?lang=en", 1280, true),
            new Screen("goal", "sdg/9?lang=en", 1280, false),
            new Screen("findings-phone", "findings?lang=ja", 390, false),
            new Screen(
                    "search",
                    "search?q=%E3%82%B9%E3%83%9E%E3%83%BC%E3%83%88%E3%82%B7%E3%83%86%E3%82%A3&lang=ja",
                    1280,
                    false),
            new Screen(
                    "query",
                    "sparql?lang=en&query=PREFIX%20jg%3A%20%3Chttps%3A%2F%2Fw3id.org%2Fjigyo%2Fns%23%3E%0ASELECT%20%3Fproject%20%3Fname%20%7B%0A%20%20%3Fevaluation%20jg%3Aevaluates%20%3Fproject%20%3B%20jg%3AnameAsPrinted%20%3Fname%0A%7D%20LIMIT%2020",
                    1280,
                    false));

    @TempDir
    private Path temporary;

    @Test
    void screensAreDrawn() throws Exception {
        assumeTrue("write".equals(System.getProperty("jigyo.screens")), "only with -Djigyo.screens=write");
        Files.createDirectories(FOLDER);
        try (Server server = PublishedSpecimens.serve(temporary);
                Chromium browser = Chromium.start(temporary)) {
            for (Screen screen : SCREENS) {
                browser.shown(screen.width(), screen.dark());
                browser.open(server.address() + screen.address());
                browser.until("document.fonts.status === 'loaded'");
                byte[] picture = browser.picture();
                assertThat(picture.length).as(screen.name()).isBetween(1_000, 120_000);
                Files.write(FOLDER.resolve(screen.name() + ".webp"), picture);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
