package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.RealSheets;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page, by the rules of axe-core, and no page wider than its window. */
class AccessibilityTest {

    private static final List<String> PAGES = List.of(
            "",
            "about",
            "compare",
            "findings",
            "sdg/9",
            "sdg/target/9.5",
            "city/082201/policies",
            "city/082201/money",
            "city/082201/pledges",
            "city/082201/findings",
            "doc/municipality/082201.html",
            "doc/project/082201-2021-0012.html",
            "doc/policy/082201/tsukuba-strategy-2/IV.html",
            "doc/sheet/082201/2024/082201-2021-0012.html",
            "doc/code/phase/settled.html",
            "api/queries",
            "api/queries/winners-and-losers",
            "search?q=%E4%BA%8B%E6%A5%AD",
            "sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%203",
            "changes",
            "catalogue",
            "embed/policy-cost?city=082201&picture=bars-082201-2024",
            "dim");

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
            for (boolean phone : List.of(false, true)) {
                browser.shown(phone ? 390 : 1280, phone);
                for (String page : PAGES) {
                    String address = server.address() + page + (page.contains("?") ? "&" : "?") + "lang="
                            + (phone ? "en" : "ja");
                    browser.open(address);
                    browser.value(axe + ";0");
                    JsonNode wrong = browser.value(
                            "axe.run(document, {resultTypes: ['violations'], preload: false}).then(found =>"
                                    + " JSON.stringify(found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html)))");
                    assertThat(wrong.asText()).as(address).isEqualTo("[]");
                    assertThat(browser.value("document.documentElement.scrollWidth - window.innerWidth")
                                    .asInt())
                            .as(address)
                            .isLessThanOrEqualTo(0);
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
