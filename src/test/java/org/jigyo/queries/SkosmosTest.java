package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jigyo.graph.GraphBase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code lists, plans, accounts, pledges and indicators in Skosmos: questions of our own in the shape of those that it asks of an
 * endpoint for its list of schemes, the top of the tree, what is below a concept, the way up, and the search.
 */
class SkosmosTest {

    private static final String SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";

    @TempDir
    private static Path folder;

    @AutoClose
    private static Shelf shelf;

    @BeforeAll
    static void publish() throws IOException {
        shelf = Shelf.of(new SpecimenAnswersTest().records(), GraphBase.DEFAULT, folder);
    }

    private static List<Map<String, String>> ask(String query) {
        return shelf.select(SKOS + query);
    }

    private static Set<String> schemes() {
        return ask("SELECT ?scheme { ?scheme a skos:ConceptScheme }").stream()
                .map(row -> row.get("scheme"))
                .collect(Collectors.toSet());
    }

    @Test
    void eachSchemeHasALabelInBothLanguages() {
        for (String language : List.of("ja", "en")) {
            Set<String> labelled = ask(
                            "SELECT ?scheme { ?scheme a skos:ConceptScheme ; skos:prefLabel ?label FILTER(langMatches(LANG(?label), '"
                                    + language + "')) }")
                    .stream()
                    .map(row -> row.get("scheme"))
                    .collect(Collectors.toSet());
            assertThat(labelled).isEqualTo(schemes()).hasSizeGreaterThan(50);
        }
    }

    /** From the top down one reaches every concept; a tree's marks say where there is something below. */
    @Test
    void theTreeOfEachSchemeShowsAllItsConcepts() {
        Set<String> shown = new TreeSet<>();
        for (Map<String, String> top : ask(
                "SELECT ?top ?scheme ?label ?children { ?top skos:topConceptOf ?scheme ; skos:prefLabel ?label"
                        + " FILTER(langMatches(LANG(?label), 'ja')) BIND(EXISTS { ?top skos:narrower ?any } AS ?children) }")) {
            shown.add(top.get("scheme") + " " + top.get("top"));
            descend(top.get("top"), top.get("children").equals("true"), top.get("scheme"), shown, new HashSet<>());
        }
        Set<String> all =
                ask("SELECT ?scheme ?concept { ?concept skos:inScheme ?scheme . ?scheme a skos:ConceptScheme }")
                        .stream()
                        .map(row -> row.get("scheme") + " " + row.get("concept"))
                        .collect(Collectors.toCollection(TreeSet::new));
        shown.retainAll(all);
        assertThat(shown).isEqualTo(all);
        assertThat(all.stream().map(pair -> pair.split(" ")[0]).distinct()).hasSameSizeAs(schemes());
    }

    private static void descend(String concept, boolean marked, String scheme, Set<String> shown, Set<String> seen) {
        List<Map<String, String>> below = ask("SELECT ?child ?label ?grandchildren { <" + concept
                + "> a skos:Concept ; skos:narrower ?child . ?child skos:prefLabel ?label FILTER(langMatches(LANG(?label), 'ja'))"
                + " BIND(EXISTS { ?child skos:narrower ?any } AS ?grandchildren) }");
        assertThat(!below.isEmpty()).as(concept).isEqualTo(marked);
        for (Map<String, String> child : below) {
            if (seen.add(child.get("child"))) {
                shown.add(scheme + " " + child.get("child"));
                descend(child.get("child"), child.get("grandchildren").equals("true"), scheme, shown, seen);
            }
        }
    }

    @Test
    void theWayUpEndsAtTheTopOfTheScheme() {
        assertThat(ask("SELECT ?concept { ?concept skos:inScheme ?scheme ; skos:broader ?above . FILTER NOT EXISTS {"
                        + " ?concept skos:broader+ ?top . ?top skos:topConceptOf ?any } }"))
                .isEmpty();
        assertThat(ask("SELECT ?concept { ?concept skos:topConceptOf ?scheme ; skos:broader ?above }"))
                .isEmpty();
    }

    @Test
    void bothDirectionsSayTheSame() {
        assertThat(
                        ask(
                                "SELECT ?one ?other { ?one skos:broader ?other FILTER NOT EXISTS { ?other skos:narrower ?one } }"))
                .isEmpty();
        assertThat(
                        ask(
                                "SELECT ?one ?other { ?one skos:narrower ?other FILTER NOT EXISTS { ?other skos:broader ?one } }"))
                .isEmpty();
    }

    @Test
    void theSearchFindsConceptsByTheBeginningOfALabel() {
        String found =
                "SELECT ?concept ?match { ?concept a skos:Concept ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?match ."
                        + " FILTER(STRSTARTS(LCASE(STR(?match)), '%s') && langMatches(LANG(?match), '%s')) }";
        assertThat(ask(found.formatted("決算", "ja")))
                .extracting(row -> row.get("concept"))
                .contains("https://w3id.org/jigyo/code/phase/settled");
        assertThat(ask(found.formatted("settl", "en")))
                .extracting(row -> row.get("concept"))
                .contains("https://w3id.org/jigyo/code/phase/settled");
    }
}
