package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page, by the rules of axe-core, and no page wider than its window. */
class AccessibilityTest {

    /**
     * Leaves of the parts that differ only in their texts and addresses the first one, because the rules say the same of each. That no id stands
     * twice is checked of the whole page by {@link HtmlTest}.
     */
    private static final String EACH_SHAPE_ONCE = """
            (() => {
              const seen = new Set();
              for (const part of document.querySelectorAll('main section, main tr, main li, main dl > div, main details')) {
                const shape = part.outerHTML.replace(/>[^<]*[^<\\s][^<]*</g, '>.<')
                  .replace(/ (?!class|role|lang|scope|type|tabindex)[\\w-]+="[^"]+"/g, ' .');
                if (part.isConnected && seen.has(shape)) part.remove();
                seen.add(shape);
              }
              return seen.size;
            })()""";

    /** A way to look at pages. */
    private record Mode(String language, int width, boolean dark) {

        /** The two that differ in everything; with {@code -Djigyo.modes=all} all eight. */
        static List<Mode> asked() {
            return System.getProperty("jigyo.modes", "").equals("all")
                    ? Stream.of("ja", "en")
                            .flatMap(language -> Stream.of(1280, 390)
                                    .flatMap(width ->
                                            Stream.of(false, true).map(dark -> new Mode(language, width, dark))))
                            .toList()
                    : List.of(new Mode("ja", 1280, false), new Mode("en", 390, true));
        }
    }

    @TempDir
    private Path temporary;

    @Test
    void pagesKeepTheRules() throws Exception {
        assumeTrue(Chromium.installed() || RealSheets.given(), "there is no chromium on the path");
        String axe;
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Server server = PublishedSpecimens.serve(temporary);
                Chromium browser = Chromium.start(temporary)) {
            for (String language : List.of("ja", "en")) {
                List<Mode> modes = Mode.asked().stream()
                        .filter(mode -> mode.language().equals(language))
                        .toList();
                for (String page : PageKinds.ALL) {
                    String address = server.address() + PageKinds.in(language, page);
                    browser.open(address);
                    for (Mode mode : modes) {
                        browser.shown(mode.width(), mode.dark());
                        fits(browser, address, mode);
                    }
                    browser.value(EACH_SHAPE_ONCE);
                    browser.value(axe + ";0");
                    for (Mode mode : modes) {
                        browser.shown(mode.width(), mode.dark());
                        keepsTheRules(browser, address, mode);
                    }
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void fits(Chromium browser, String address, Mode mode) throws Exception {
        int width = browser.value("document.documentElement.scrollWidth - window.innerWidth")
                .asInt();
        assertThat(width).as("%s %s", address, mode).isLessThanOrEqualTo(0);
    }

    private static void keepsTheRules(Chromium browser, String address, Mode mode) throws Exception {
        JsonNode wrong = browser.value("axe.run(document, {resultTypes: ['violations'], preload: false}).then(found =>"
                + " JSON.stringify(found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html)))");
        assertThat(wrong.asText()).as("%s %s", address, mode).isEqualTo("[]");
    }
}
