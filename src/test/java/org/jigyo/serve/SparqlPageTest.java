package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jigyo.query.StoredQuery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query page as a browser without scripts has it. */
class SparqlPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String PROJECTS = """
            PREFIX jg: <https://w3id.org/jigyo/ns#>
            SELECT ?project ?extent { ?project a jg:Project ; <http://purl.org/dc/terms/extent> ?extent }
            ORDER BY ?project""";

    /** More rows than the page shows: 20 × 20 × 20. */
    private static final String MANY = "SELECT * { %s }"
            .formatted(String.join(
                    " ",
                    List.of("a", "b", "c").stream()
                            .map(name ->
                                    "VALUES ?" + name + " { " + "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 }")
                            .toList()));

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.ofCity(folder, 120, "query: { rows: 20000 }");
    }

    private static HttpResponse<String> page(String rest) {
        return site.get("/sparql?lang=en" + rest, "Accept", BROWSER);
    }

    private static String asked(String query) {
        return page("&query=" + Site.encoded(query)).body();
    }

    private static String first(String regex, String page) {
        Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(regex + " in " + page).isTrue();
        return StringEscapeUtils.unescapeHtml4(found.group(1));
    }

    private static String text(String page) {
        return first("<textarea[^>]*>\n(.*?)</textarea>", page);
    }

    @Test
    void aPlainFormShowsTheAnswerOfItsQuery() {
        String page = asked(PROJECTS);

        assertThat(text(page)).isEqualTo(PROJECTS);
        assertThat(page)
                .contains("<form class=\"ask\" method=\"get\" action=\"/sparql#result\">", "120 rows, 1 to 100")
                .contains("<a href=\"/doc/project/082201-2024-0001?lang=en\">事業1</a>")
                .contains("<data value=\"1000\">1,000</data>")
                .contains("<svg class=\"bars\"")
                .contains("format=csv\">CSV</a>", "format=json\">JSON</a>");
    }

    @Test
    void rowsAreSortedAndPaged() {
        String page = asked(PROJECTS);
        String last = site.get(first("rel=\"next\" href=\"([^\"]+)\"", page), "Accept", BROWSER)
                .body();
        String largest = site.get(first("<a href=\"([^\"]*sort=-extent[^\"]*)\"", page), "Accept", BROWSER)
                .body();

        assertThat(last).contains("101 to 120", ">事業120</a>", "rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(largest).contains("aria-sort=\"descending\"", "sort=extent#result");
        assertThat(largest.indexOf(">120,000<")).isPositive().isLessThan(largest.indexOf(">119,000<"));
        // the picture's first bar comes before the table
        assertThat(first("<tbody[^>]*>\\s*<tr[^>]*><td[^>]*>(.*?)</td>", largest))
                .contains("0120");
    }

    @Test
    void moreRowsThanAPageCanSortAreNotSorted() {
        String page = asked(MANY);

        assertThat(page)
                .contains("More than 5000 rows, 1 to 100", "downloads contain all")
                .doesNotContain("sort=");
        assertThat(site.query(MANY, "Accept", "text/csv").body().lines()).hasSize(8001);
    }

    @Test
    void theShareLinkAsksAgain() {
        String share = first("id=\"share\" readonly value=\"([^\"]+)\"", asked(PROJECTS));

        assertThat(share).startsWith("http");
        assertThat(site.get(share.substring(share.indexOf("/sparql")), "Accept", BROWSER)
                        .body())
                .contains(">事業1</a>");
    }

    @Test
    void theLanguageIsSwitchedWithoutLosingTheQuery() {
        String other = first("class=\"other\" href=\"([^\"]+)\"", asked(PROJECTS));

        String page = site.get("/sparql" + other, "Accept", BROWSER).body();
        assertThat(page).contains("<html lang=\"ja\">", "120件");
        assertThat(text(page)).isEqualTo(PROJECTS);
    }

    @Test
    void aSyntaxErrorKeepsTheQueryAndMarksItsPlace() {
        String wrong = "SELECT ?x {\n  ?x a <b>\n  FILTR ?y }";
        HttpResponse<String> answer = page("&query=" + Site.encoded(wrong));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer.body())).isEqualTo(wrong);
        assertThat(answer.body())
                .contains("role=\"alert\"", "Syntax error", "data-line=\"3\"", "data-column=\"3\"")
                .contains("<mark>FILTR</mark>", "aria-invalid=\"true\"")
                .doesNotContain("<b>");
    }

    @Test
    void aMisspeltWordIsNamedInBothLanguages() {
        assertThat(page("&query=SELCT%20*%20%7B%7D").body())
                .contains(
                        "Syntax error",
                        "«SELCT», which ends at line 1, column 6, is no word of SPARQL",
                        "<mark>SELCT</mark>");
        assertThat(site.get("/sparql?lang=ja&query=SELCT%20*%20%7B%7D", "Accept", BROWSER)
                        .body())
                .contains("構文の誤り", "クエリの書き方を確かめてください。", "«SELCT»")
                .doesNotContain("Syntax error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400 | No query",
                "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } } | 403 | SERVICE",
                "SELECT * { | 400 | Syntax error",
            })
    void aQueryWithoutAnswerSaysWhy(String query, int status, String why) {
        HttpResponse<String> answer = page("&query=" + Site.encoded(query));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("role=\"alert\"", why, "<textarea").doesNotContain("id=\"result\"");
    }

    @Test
    void otherFormsOfQueriesHaveTextsAsAnswers() {
        assertThat(asked("ASK { ?s ?p ?o }")).contains(">true</pre>");
        assertThat(asked("CONSTRUCT { ?s a <x:y> } WHERE { ?s a ?c }"))
                .contains("&lt;x:y&gt;", "format=ttl\">TTL</a>")
                .doesNotContain("<table>");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>', NaN",
        "'\"1E999999999\"^^<http://www.w3.org/2001/XMLSchema#double>', 1E999999999",
        "'\"many\"^^<http://www.w3.org/2001/XMLSchema#integer>', many",
        "'\"1234.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>', '1,234.5'",
        "'\"-12000\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>', '-12,000'",
        "'<http://example.org/?a=1&b=2>', 'href=\"http://example.org/?a=1&amp;b=2\"'",
        "'<javascript:alert(1)>', '>javascript:alert(1)</td>'",
        "'\"<i>\"', '&lt;i&gt;'",
    })
    void everyValueIsShown(String term, String shown) {
        assertThat(asked("SELECT * { VALUES ?x { " + term + " } }")).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT, */*, application/sparql-results+json",
        "SELECT, application/sparql-results+xml, application/sparql-results+xml",
        "SELECT, 'application/sparql-results+json, text/html', application/sparql-results+json",
        "SELECT, 'text/html;q=0.5, text/csv', text/csv; charset=utf-8",
        "CONSTRUCT, 'text/turtle, text/html;q=0.9', text/turtle; charset=utf-8",
        "SELECT, 'text/html', text/html;charset=utf-8",
    })
    void programsGetDataAndBrowsersThePage(String form, String accept, String type) {
        String query = form.equals("SELECT") ? PROJECTS : "CONSTRUCT WHERE { ?s ?p ?o }";

        assertThat(site.query(query, "Accept", accept).headers().firstValue("Content-Type"))
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&format=csv", "&output=csv", "&default-graph-uri=x:y&format=csv"})
    void aRequestOfTheProtocolIsNoPage(String parameters) {
        HttpResponse<String> answer = page(parameters + "&query=" + Site.encoded(PROJECTS));

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    }

    @Test
    void onlyThisPageHasAScriptAndItsNonceIsNew() {
        String policy = policy("/sparql");
        String nonce = first("'nonce-([^']+)'", policy);

        assertThat(policy)
                .contains("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'nonce-")
                .doesNotContain("unsafe");
        assertThat(policy("/sparql")).doesNotContain(nonce);
        assertThat(page("").body())
                .containsPattern("<script src=\"/editor.js\" nonce=\"[^\"]{20,}\" defer></script>")
                .doesNotContainPattern("<script(?! src=)|<style| style=| on[a-z]+=\"");
        for (String other : List.of(
                "/", "/search", "/api/queries", "/nowhere", "/editor.js", "/sparql?query=ASK%7B%7D&format=json")) {
            assertThat(policy(other)).as(other).doesNotContain("script", "nonce");
        }
    }

    private static String policy(String path) {
        return site.get(path, "Accept", BROWSER)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void anExampleIsPutIntoTheForm() {
        String list = page("").body();
        String page = page("&example=sdg-goal-cost").body();

        assertThat(list)
                .contains("/sparql?example=sdg-goal-cost&amp;lang=en\"", "/api/queries/sdg-goal-cost?lang=en\"");
        assertThat(text(page))
                .startsWith("PREFIX")
                .contains("\"en\"", "#+ columns:")
                .doesNotContain("?_year");
        assertThat(page).contains("/api/queries/sdg-goal-cost?lang=en").doesNotContain("id=\"result\"");
        // its answer has the headings of the stored query
        assertThat(asked(text(page))).contains("Settled (yen)").doesNotContain("cityCode</");
        assertThat(site.get("/api/queries/sdg-goal-cost?lang=en", "Accept", BROWSER)
                        .body())
                .contains("/sparql?example=sdg-goal-cost&amp;lang=en");
        assertThat(page("&example=none").statusCode()).isEqualTo(404);
        assertThat(StoredQuery.bundled().values())
                .filteredOn(query -> !query.standsAlone())
                .allSatisfy(query -> assertThat(list).doesNotContain("example=" + query.name() + "&"));
    }

    @Test
    void decoratorsThatCannotBeReadAreTheClientsFault() {
        HttpResponse<String> answer = page("&query=" + Site.encoded("#+ columns: {x: {unit: miles}}\nSELECT ?x {}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The lines that begin with #+ cannot be read");
    }

    @Test
    void snippetsReadCodesAsTexts() {
        String page = asked("SELECT (\"082201\" AS ?code) (1 AS ?n) (\"it's \\\\\" AS ?quoted) {}");

        assertThat(StringEscapeUtils.unescapeHtml4(page))
                .contains("dtype={\"code\": str, \"quoted\": str}", "colClasses = c(code = \"character\"")
                .contains("it'\\''s", "query = \"\"\"", "r\"-(");
    }

    @Test
    void theEditorCompletesWhatTheReleaseHas() throws Exception {
        HttpResponse<String> answer = site.get("/sparql/terms.json");
        JsonNode terms = JsonMapper.builder().build().readTree(answer.body());

        assertThat(terms.path("prefixes").path("jg").asText()).isEqualTo("https://w3id.org/jigyo/ns#");
        assertThat(site.get(
                                "/sparql/terms.json",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(answer.headers().firstValue("X-Jigyo-Release")).isPresent();
    }
}
