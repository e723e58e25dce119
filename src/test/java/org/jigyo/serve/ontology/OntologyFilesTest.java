package org.jigyo.serve.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Format;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation of the ontology: complete, linked, the same in each run, and readable without a script or another host. */
class OntologyFilesTest {

    @TempDir
    static Path folder;

    private static final Map<String, Document> PAGES = new TreeMap<>();

    @BeforeAll
    static void write() throws IOException {
        new OntologyFiles(StoredQuery.bundled()).write(folder);
        for (Chapter chapter : Chapter.values()) {
            for (String language : List.of("ja", "en")) {
                String name = chapter.page(language);
                PAGES.put(name, Jsoup.parse(Files.readString(folder.resolve(name))));
            }
        }
    }

    @Test
    void eachTermHasItsPlaceWithNameDefinitionAndLanguage() {
        Model all = OntologyModel.bundled().terms();
        int[] terms = {0};
        all.listSubjectsWithProperty(RDFS.isDefinedBy)
                .forEach(term -> Chapter.of(term).ifPresent(chapter -> {
                    for (String language : List.of("ja", "en")) {
                        Element place = PAGES.get(chapter.page(language)).getElementById(chapter.anchor(term));
                        assertThat(place).as(term + " " + language).isNotNull();
                        term.listProperties(SKOS.definition)
                                .filterKeep(
                                        definition -> definition.getLanguage().equals(language))
                                .forEach(definition -> assertThat(place.text())
                                        .contains(definition.getString().strip().replaceAll("\\s+", " ")));
                        terms[0]++;
                    }
                }));
        assertThat(terms[0]).isGreaterThan(300);
    }

    @Test
    void eachConceptAndEachShapeHasItsPlace() {
        Model all = OntologyModel.bundled().terms();
        Stream.of(
                        all.listSubjectsWithProperty(SKOS.inScheme),
                        all.listResourcesWithProperty(SHACLM.targetClass),
                        all.listObjectsOfProperty(SHACLM.property).mapWith(RDFNode::asResource))
                .flatMap(found -> found.toList().stream())
                .forEach(term -> Chapter.of(term)
                        .ifPresent(chapter -> assertThat(
                                        PAGES.get(chapter.page("ja")).getElementById(chapter.anchor(term)))
                                .as(term.toString())
                                .isNotNull()));
    }

    @Test
    void aClassShowsWhatTheShapesAskForAndWhereItComesFrom() {
        Element evaluation = PAGES.get("ns.en.html").getElementById("Evaluation");
        assertThat(evaluation.text())
                .contains(
                        "Subclass of prov:Entity",
                        "In domain of",
                        "evaluates jg:evaluates",
                        "Example (from the specimens)");
        Element evaluates = evaluation.select("tr").stream()
                .filter(row -> row.select("th a[href=#evaluates]").size() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(evaluates.select("td").eachText().subList(0, 2)).containsExactly("1", "project jg:Project");
        assertThat(PAGES.get("ns.en.html").getElementById("evaluates").text())
                .contains("Queries", "Domain", "Range", "Asked of");
        assertThat(PAGES.get("dim.ja.html").getElementById("phase").select("a[href=code.ja.html#phase]"))
                .hasSize(1);
        assertThat(PAGES.get("shapes.en.html")
                        .getElementById("StaffingObservationShape-value")
                        .text())
                .contains("|");
    }

    @Test
    void linksLeadToPlacesThatAreThereInTheSameLanguage() {
        Map<String, List<String>> anchors = new HashMap<>();
        PAGES.forEach((name, page) -> anchors.put(name, page.select("[id]").eachAttr("id")));
        PAGES.forEach((name, page) -> {
            assertThat(anchors.get(name)).as(name).doesNotHaveDuplicates();
            for (Element link : page.select("a[href]")) {
                String href = link.attr("href");
                if (!href.startsWith("http") && !href.equals("./")) {
                    String[] parts = href.split("#", 2);
                    String target = parts[0].isEmpty() ? name : parts[0];
                    assertThat(folder.resolve(target)).as(href).exists();
                    assertThat(!target.endsWith(".html")
                                    || target.endsWith(
                                            "." + page.selectFirst("html").attr("lang") + ".html")
                                    || link.hasAttr("hreflang"))
                            .as(href)
                            .isTrue();
                    if (parts.length == 2) {
                        assertThat(anchors.get(target)).as(name + " → " + href).contains(parts[1]);
                    }
                }
            }
        });
    }

    @Test
    void pagesLoadNothingFromElsewhereAndRunNothing() {
        PAGES.forEach((name, page) -> {
            assertThat(page.select("script, iframe, object, [style], [onclick]"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("[src], link[href]").stream().map(e -> e.attr("src") + e.attr("href")))
                    .as(name)
                    .containsExactlyInAnyOrder("favicon.ico", "style.css");
        });
    }

    @Test
    void headingsTablesAndScrollingPartsCanBeReachedWithoutSight() {
        PAGES.forEach((name, page) -> {
            assertThat(page.select("h1")).as(name).hasSize(1);
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int own = heading.tagName().charAt(1) - '0';
                assertThat(own).as(name + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
                level = own;
            }
            assertThat(page.select("th:not([scope])")).as(name).isEmpty();
            assertThat(page.select(".scroll:not(section[tabindex][aria-label])"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("main, header nav[aria-label]")).as(name).hasSize(2);
        });
    }

    @Test
    void theSameProgramWritesTheSameBytes(@TempDir Path again) throws IOException {
        new OntologyFiles(StoredQuery.bundled()).write(again);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.mismatch(file, again.resolve(file.getFileName())))
                        .as(file.toString())
                        .isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ns", "dim", "code", "shapes"})
    void theFormatsSayTheSame(String chapter) {
        Model turtle = read(chapter + ".ttl", Lang.TURTLE);
        assertThat(turtle.size()).isGreaterThan(500);
        for (Format format : List.of(Format.JSONLD, Format.NTRIPLES, Format.RDFXML)) {
            assertThat(read(chapter + "." + format.suffix(), format.lang()).isIsomorphicWith(turtle))
                    .as(format.toString())
                    .isTrue();
        }
    }

    private static Model read(String name, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(folder.resolve(name)).lang(lang).parse(model.getGraph());
        return model;
    }
}
