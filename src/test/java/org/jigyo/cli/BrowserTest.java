package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jigyo.RealSheets;
import org.jigyo.serve.Server;
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
        assumeTrue(Chromium.installed() || RealSheets.given(), "there is no chromium on the path");
        try (Server server = PublishedSpecimens.serve(temporary);
                Chromium page = Chromium.start(temporary)) {
            String base = server.address().toString();
            assertThat(seen(page, base)).contains("<h1", "/api/queries/sdg-goal-cost", "application/ld+json");
            assertThat(seen(page, base + "doc/project/082201-2021-0012?lang=ja"))
                    .contains("デジタル情報プラットフォームの導入による地域との連携推進");
            assertThat(seen(page, base + "api/queries/sdg-goal-cost?year=2024&city=082201"))
                    .contains("<table", "63635000");
            assertThat(seen(page, base + "search?q=" + java.net.URLEncoder.encode("スマートシティ", StandardCharsets.UTF_8)))
                    .contains("<mark>スマートシティ</mark>", "Tsukuba 2021, 2022");
            assertThat(seen(page, base + "ns#Project")).contains("id=\"Project\"", "<svg");
            assertThat(seen(page, base + "shapes.en.html")).contains("<table");
        }
    }

    @Test
    void aQueryIsWrittenWithCompletionRunAndShared() throws Exception {
        assumeTrue(Chromium.installed() || RealSheets.given(), "there is no chromium on the path");
        try (Server server = PublishedSpecimens.serve(temporary);
                Chromium page = Chromium.start(temporary)) {
            page.open(server.address() + "sparql?lang=en");
            page.until("document.querySelector('.cm-content') !== null && document.querySelector('textarea').hidden");
            page.value("fetch('/sparql/terms.json').then(answer => answer.status)");
            page.value("document.querySelector('.cm-content').focus()");
            page.press("a", 65, true);
            page.press("Delete", 46, false);
            page.type("SELECT ?p ?name { ?p a jg:Proj");
            page.until(
                    "document.querySelector('.cm-tooltip-autocomplete [aria-selected]')?.textContent.startsWith('jg:Project')");
            // the list ignores keys in its first moments
            Thread.sleep(200);
            page.press("Enter", 13, false);
            page.until("document.querySelector('textarea').value.includes('jg:Project')");
            page.type(" ; rdfs:lab");
            page.until("document.querySelector('.cm-tooltip-autocomplete') !== null");
            page.press("Escape", 27, false);
            page.until("document.querySelector('.cm-tooltip-autocomplete') === null");
            page.type("el|skos:prefLabel ?name");
            page.press("Tab", 9, false);
            assertThat(page.value("document.activeElement.type").asText()).isEqualTo("submit");
            String written =
                    page.value("document.querySelector('textarea').value").asText();
            assertThat(written)
                    .startsWith(
                            "PREFIX jg: <https://w3id.org/jigyo/ns#>\nSELECT ?p ?name { ?p a jg:Project ; rdfs:label|");

            // prefixes that are typed, not completed, are the writer's to declare: the error keeps the query and has
            // its place
            page.value("document.querySelector('form.ask').requestSubmit()");
            page.until("document.querySelector('.wrong-line') !== null");
            assertThat(page.value("document.querySelector('textarea').value").asText())
                    .isEqualTo(written);
            assertThat(page.complaints()).allMatch(complaint -> complaint.contains("status of 400"));
            page.complaints().clear();

            page.press("Home", 36, true);
            page.type(
                    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ");
            page.press("Enter", 13, true);
            page.until("document.querySelector('#share') !== null");
            String share = page.value("document.querySelector('#share').value").asText();
            page.open("about:blank#");
            page.open(share);
            page.until("document.querySelector('.cm-content') !== null");
            assertThat(page.value("document.querySelector('#result tbody').textContent")
                            .asText())
                    .contains("デジタル情報プラットフォームの導入による地域との連携推進");
            assertThat(page.complaints()).isEmpty();
        }
    }

    @Test
    void aSettledFigureIsThreeClicksFromItsLitCell() throws Exception {
        assumeTrue(Chromium.installed() || RealSheets.given(), "there is no chromium on the path");
        try (Server server = PublishedSpecimens.serve(temporary);
                Chromium page = Chromium.start(temporary)) {
            page.open(server.address() + "?lang=ja");
            click(page, "document.querySelector('main a[href*=\"/doc/municipality/082201\"]')");
            page.until("location.pathname === '/doc/municipality/082201' && document.readyState === 'complete'");
            click(page, "document.querySelector('main a[href*=\"/doc/project/\"]')");
            page.until("location.pathname.startsWith('/doc/project/') && document.readyState === 'complete'");
            String row =
                    "[...document.querySelectorAll('#project-costs tr')].find(row => row.querySelector('a.printed')"
                            + " && row.textContent.includes('決算'))";
            page.value(row + ".closest('details').open = true");
            String figure =
                    page.value(row + ".querySelector('td.number data').value").asText();
            click(page, row + ".querySelector('a.printed')");
            page.until("location.hash.startsWith('#extract-') && document.querySelector(':target rect') !== null");
            assertThat(page.value("getComputedStyle(document.querySelector(':target rect')).fill")
                            .asText())
                    .isEqualTo("rgb(255, 225, 77)");
            String printed = page.value(
                            "document.querySelector(location.hash.replace('extract', 'fact') + ' .printed').textContent")
                    .asText();
            assertThat(figure).startsWith(printed.replaceAll("[^0-9]", ""));
            page.until("(box => box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth)"
                    + "(document.querySelector(':target rect').getBoundingClientRect())");
            page.value(
                    "document.querySelector(':target a').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
            page.until("location.hash.startsWith('#fact-')");
            assertThat(page.complaints()).isEmpty();
        }
    }

    /** Clicks an element; links in pictures have no method for it. */
    private static void click(Chromium page, String element) throws Exception {
        page.value(element + ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    }

    /** The page as the browser has it after loading. A refused style or script would be a complaint. */
    private static String seen(Chromium page, String url) throws Exception {
        page.open(url);
        assertThat(page.complaints()).as(url).isEmpty();
        return page.value("document.documentElement.outerHTML").asText();
    }
}
