package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.StringEscapeUtils;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page: results by project, facets, lit words. */
class SearchPageTest {

    private static final String PREFIXES = """
            @prefix jgd: <https://w3id.org/jigyo/dim#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix id: <https://w3id.org/jigyo/id/> .
            @prefix phase: <https://w3id.org/jigyo/code/phase/> .
            id:fy-2023 jg:year "2023"^^xsd:gYear . id:fy-2024 jg:year "2024"^^xsd:gYear .
            <https://w3id.org/jigyo/id/municipality/082201> skos:prefLabel "つくば市"@ja , "Tsukuba"@en .
            <https://w3id.org/jigyo/id/municipality/141305> skos:prefLabel "川崎市"@ja , "Kawasaki"@en .
            <https://w3id.org/jigyo/id/policy/082201/1> skos:prefLabel "学びの政策"@ja ; skos:broader <https://w3id.org/jigyo/id/policy/082201/0> .
            <https://w3id.org/jigyo/id/policy/082201/0> skos:prefLabel "文化の政策"@ja .
            <http://metadata.un.org/sdg/4> skos:prefLabel "Quality education"@en .
            """;

    @TempDir
    static Path folder;

    @AutoClose
    private static Site site;

    @BeforeAll
    static void start() {
        String projects = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> project(i, i % 5 == 0 ? "141305" : "082201"))
                .collect(Collectors.joining("\n"));
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(
                new Drawer(folder.resolve("turtle"))
                        .put("graph/082201/2024", PREFIXES + projects)
                        .put("graph/vocabulary", """
                        jg:Project a rdfs:Class ; rdfs:label "事務事業"@ja , "project"@en .
                        jg:Evaluation rdfs:label "事務事業評価"@ja , "evaluation"@en .
                        jg:Sheet rdfs:label "評価シート"@ja , "sheet"@en .
                        jg:Narrative rdfs:label "記述"@ja , "narrative"@en .
                        """)
                        .graphs(),
                3);
        site = Site.over(releases, Site.settings(folder, ""));
    }

    /** A project with two evaluations, the newer one with a sheet, a narrative, a goal and a policy. */
    private static String project(int i, String city) {
        return """
                <https://w3id.org/jigyo/id/project/%1$d> a jg:Project ; skos:prefLabel "図書館事業第%1$d号"@ja .
                <https://w3id.org/jigyo/id/e/%1$d/2023> a jg:Evaluation ; jg:evaluates <https://w3id.org/jigyo/id/project/%1$d> ;
                  jg:municipality <https://w3id.org/jigyo/id/municipality/%2$s> ; jg:evaluatedYear id:fy-2023 ; jg:nameAsPrinted "図書館事業第%1$d号"@ja .
                <https://w3id.org/jigyo/id/e/%1$d/2024> a jg:Evaluation ; jg:evaluates <https://w3id.org/jigyo/id/project/%1$d> ;
                  jg:municipality <https://w3id.org/jigyo/id/municipality/%2$s> ; jg:evaluatedYear id:fy-2024 ; jg:nameAsPrinted "図書館事業第%1$d号"@ja ;
                  jg:recordedIn <https://w3id.org/jigyo/id/sheet/%1$d> ; jg:narrative <https://w3id.org/jigyo/id/text/%1$d> ;
                  jg:sdgGoal <http://metadata.un.org/sdg/4> ; jgd:countsFor id:fy-2024 ; jgd:yearFigure <https://w3id.org/jigyo/id/cost/%1$d> .
                <https://w3id.org/jigyo/id/cost/%1$d> jgd:phase phase:settled ; jgd:amount %1$d000 .
                <https://w3id.org/jigyo/id/sheet/%1$d> a jg:Sheet ; rdfs:label "図書館事業第%1$d号（令和6年度）"@ja .
                <https://w3id.org/jigyo/id/text/%1$d> a jg:Narrative ; jg:text "ＩＣＴを使う図書館の利用を<b>増やす</b>。"@ja .
                """.formatted(i, city)
                + (i == 3
                        ? "<https://w3id.org/jigyo/id/e/3/2024> jg:underPolicy <https://w3id.org/jigyo/id/policy/082201/1> .\n"
                        : "");
    }

    private static String page(String query) {
        HttpResponse<String> answer = site.get("/search?" + query, "Accept", "text/html");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String search(String words) {
        return page("lang=en&q=" + Site.encoded(words));
    }

    private static String link(String text, String page) {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>" + text + "</a>")
                .matcher(page);
        assertThat(link.find()).as(text + " in " + page).isTrue();
        return StringEscapeUtils.unescapeHtml4(link.group(1)).replaceFirst("^/search\\?", "");
    }

    @Test
    void aProjectIsOneResultWithWhatBelongsToIt() {
        String page = search("図書館事業第7号");
        String first = page.substring(page.indexOf("<ol"), page.indexOf("</li>", page.indexOf("<ol")));

        assertThat(first)
                .contains("<a href=\"/doc/project/7?lang=en\" lang=\"ja\"><mark>図書館事業第7号</mark></a>")
                .contains("Tsukuba 2023, 2024 · <data value=\"7000\">Settled 7,000 yen (2024)</data>");
        assertThat(Pattern.compile("/doc/(project|e|sheet)/7[?/]").matcher(page).results())
                .as("not the evaluations and the sheet beside it")
                .hasSize(1);
    }

    @Test
    void aThingOfNoProjectHasTheCityAndYearsOfItsEvaluations() {
        assertThat(search("文化の政策"))
                .as("those of the evaluation of the policy below it")
                .containsPattern("/doc/policy/082201/0\\?[^\n]*\n<p class=\"of\">Tsukuba 2024</p>")
                .as("not the project itself")
                .doesNotContain("/doc/project/3?");
    }

    @Test
    void allResultsArePagedAndLit() {
        String page = search("図書館 ict");
        String next = page(link("Next", page));

        assertThat(page).contains(">25 results", "start=\"1\"", "<mark>ＩＣＴ</mark>を使う<mark>図書館</mark>の利用を&lt;b&gt;");
        assertThat(next).contains("start=\"21\"", ">Previous</a>").doesNotContain(">Next</a>");
        assertThat(Pattern.compile("<h2><a ").matcher(next).results()).hasSize(5);
    }

    @Test
    void facetsNarrowAndAreTakenBack() {
        String all = search("図書館");
        assertThat(all)
                .contains(
                        ">Tsukuba</a> <span class=\"times\">20</span>", ">Kawasaki</a> <span class=\"times\">5</span>")
                .contains(">学びの政策</a> <span class=\"times\">1</span>")
                .as("all results have this goal")
                .doesNotContain("4 Quality education");
        String kawasaki = page(link("Kawasaki", all));
        assertThat(kawasaki).contains(">5 results", "City: Kawasaki").doesNotContain(">Tsukuba</a>");
        assertThat(page(link("remove", kawasaki))).contains(">25 results").doesNotContain("City: Kawasaki");
        assertThat(page(link("学びの政策", all))).contains(">1 result", "/doc/project/3?");
        assertThat(page("lang=en&goal=4&year=2023&q=" + Site.encoded("図書館")))
                .contains(">25 results", "SDG goal: 4 Quality education", "Year: 2023");
    }

    @Test
    void theKindNarrowsHitsToo() {
        String sheets = page("lang=en&kind=Sheet&q=" + Site.encoded("図書館"));

        assertThat(sheets).contains(">25 results", "/doc/sheet/1?lang=en").doesNotContain("/doc/text/");
    }

    @Test
    void theLanguageIsSwitchedWithWordsAndChoicesKept() {
        String page = page("lang=en&city=141305&q=" + Site.encoded("図書館"));

        assertThat(page(link("日本語", page).replaceFirst("^\\?", ""))).contains("<html lang=\"ja\">", "市: 川崎市", ">5件");
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        assertThat(search("xyzzy"))
                .contains("Nothing was found", "shorter words")
                .doesNotContain("Remove conditions");
        assertThat(page("lang=en&city=999999&year=1999&q=" + Site.encoded("図書館")))
                .contains("Nothing was found", "Remove conditions", "City: 999999", "Year: 1999");
        assertThat(page("lang=en"))
                .contains("<form class=\"search\" role=\"search\"")
                .doesNotContain("Nothing was found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city=141305", "kind=Sheet", "goal=4"})
    void dataAreNotNarrowed(String facet) {
        HttpResponse<String> answer = site.get("/search?format=json&" + facet + "&q=" + Site.encoded("図書館"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\" : \"" + facet.substring(0, facet.indexOf('=')) + "\"");
    }

    @Test
    void dataNameTheProjectOfASheet() {
        String csv = site.get("/search?format=csv&lang=en&q=" + Site.encoded("図書館事業第7号"))
                .body();

        assertThat(csv)
                .startsWith("thing,label,kind,of,ofLabel,score,type\r\n")
                .containsPattern("id/sheet/7,図書館事業第7号（令和6年度）,sheet,https://w3id.org/jigyo/id/project/7,図書館事業第7号,");
    }
}
