package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jigyo.serve.Server;

/** What people look for is at most three clicks from the start page, without typing an address. */
final class ThreeClicks {

    /**
     * What to look for in a release.
     *
     * @param policy words in the name of a policy of 池田市
     * @param goal an SDG goal
     * @param target a target of it that projects name
     */
    record Sought(String policy, int goal, String target) {}

    private final Chromium page;
    private int clicks;

    private ThreeClicks(Chromium page) {
        this.page = page;
    }

    /** Walks to all that is sought. */
    static void walk(Server server, Chromium browser, Sought sought) throws Exception {
        ThreeClicks clicks = new ThreeClicks(browser);
        String start = server.address() + "?lang=ja";
        clicks.policyToItsLargestProjects(start, sought.policy());
        clicks.targetToTheCostOfItsProjects(start, sought);
        clicks.citiesSideBySidePerResident(start);
        clicks.pledgeToItsProjects(start);
        clicks.departmentToWhatToAskAbout(start);
        clicks.languageStays(start);
        assertThat(browser.complaints()).isEmpty();
    }

    private void policyToItsLargestProjects(String start, String policy) throws Exception {
        open(start);
        click("main a[href*='/doc/municipality/272043']", "");
        click("#policy-cost a[href*='/doc/policy/']", policy);
        assertThat(text("h1")).contains(policy);
        assertThat(page.value("document.querySelectorAll('#projects-of a[href*=\"/doc/project/\"]').length")
                        .asInt())
                .isPositive();
        assertThat(text("#projects-of .figure")).containsPattern("[0-9,]+ 円");
        reached(2);
    }

    private void targetToTheCostOfItsProjects(String start, Sought sought) throws Exception {
        open(start);
        click("main a[href^='/sdg/" + sought.goal() + "?']", "");
        click("main a[href^='/sdg/target/" + sought.target() + "?']", "");
        String csv = page.value("document.querySelector('#projects-of .tools a[href*=\"format=csv\"]').href")
                .asText();
        // the policy of pages lets no script fetch, so the link is followed here
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(csv)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(answer.lines().findFirst().orElseThrow()).contains("名称", "決算額（円）");
        assertThat(answer.lines().count()).isGreaterThan(1);
        reached(2);
    }

    private void citiesSideBySidePerResident(String start) throws Exception {
        open(start);
        click("a[href^='/compare']", "");
        assertThat(text("#sdg-cost-per-resident svg.bars")).contains("産業と技術革新の基盤をつくろう", "つくば市 2024", "川崎市 2023");
        reached(1);
    }

    private void pledgeToItsProjects(String start) throws Exception {
        open(start);
        click("main a[href*='/doc/municipality/082201']", "");
        click("main a[href^='/city/082201/pledges']", "");
        click("main a[href*='/doc/pledge/']", "");
        assertThat(text("#projects-of")).contains("決算額");
        reached(3);
    }

    private void departmentToWhatToAskAbout(String start) throws Exception {
        open(start);
        click("main a[href*='/doc/municipality/272043']", "");
        click("#departments a[href*='/doc/department/']", "");
        assertThat(text("main")).contains("気になる点：目標に届かず", "気になる点：予算と決算");
        reached(2);
    }

    private void languageStays(String start) throws Exception {
        open(start);
        click("main a[href*='/doc/municipality/272043']", "");
        click("a.other", "English");
        assertThat(page.value("location.pathname").asText()).isEqualTo("/doc/municipality/272043");
        assertThat(page.value("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(page.value(
                                "[...document.querySelectorAll('main a[href^=\"/doc/\"], main a[href^=\"/city/\"]')]"
                                        + ".filter(link => link.closest('section.answer, nav') && !link.getAttribute('href').includes('lang=en')).length")
                        .asInt())
                .isZero();
        click("main a[href^='/city/272043/policies']", "");
        assertThat(page.value("document.documentElement.lang").asText()).isEqualTo("en");
        reached(3);
    }

    private void open(String start) throws Exception {
        page.open(start);
        clicks = 0;
    }

    /** Clicks the first link of a selector whose text has some words, and waits for the next page. */
    private void click(String selector, String words) throws Exception {
        page.value("window.left = true");
        page.value("[...document.querySelectorAll(\"" + selector + "\")].find(link => link.textContent.includes('"
                + words + "')).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
        page.until("!window.left && document.readyState === 'complete'");
        clicks++;
    }

    private String text(String selector) throws Exception {
        return page.value("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private void reached(int most) {
        assertThat(clicks).isLessThanOrEqualTo(most).isLessThanOrEqualTo(3);
    }
}
