package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jigyo.Finding;
import org.jigyo.RealSheets;
import org.junit.jupiter.api.Test;

/** The ontology defines every key of the record and every code of a layout. */
class OntologyTest {

    private static final Model ALL = read();

    private static Model read() {
        Model model = ModelFactory.createDefaultModel();
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            files.filter(f -> f.toString().endsWith(".ttl"))
                    .forEach(f -> RDFParser.source(f).lang(Lang.TURTLE).parse(model.getGraph()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return model;
    }

    /** Values of {@code ?x}, without the namespaces of the project. */
    private static Set<String> select(String pattern) {
        String query = """
                PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX qb: <http://purl.org/linked-data/cube#>
                PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>
                SELECT DISTINCT ?x { %s }
                """.formatted(pattern);
        Set<String> found = new TreeSet<>();
        try (var execution = QueryExecutionFactory.create(query, ALL)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> found.add(
                            row.get("x").isLiteral()
                                    ? row.getLiteral("x").getString()
                                    : row.get("x").toString()));
        }
        return found;
    }

    private static final String TERM =
            "?x rdfs:isDefinedBy ?by ; a ?type . FILTER (?type != qb:DataStructureDefinition)";

    @Test
    void everyTermHasLabelsAndDefinitionsInBothLanguages() {
        assertThat(select(TERM)).hasSizeGreaterThan(100);
        for (String property : List.of("rdfs:label", "skos:definition")) {
            for (String language : List.of("ja", "en")) {
                assertThat(select("?x rdfs:isDefinedBy ?by FILTER NOT EXISTS { ?x " + property
                                + " ?text FILTER (langMatches(LANG(?text), '" + language + "')) }"))
                        .as(property + " " + language)
                        .isEmpty();
            }
        }
        assertThat(select("?x skos:inScheme ?s FILTER NOT EXISTS { ?x skos:prefLabel ?ja . ?x skos:prefLabel ?en"
                        + " FILTER (langMatches(LANG(?ja), 'ja') && langMatches(LANG(?en), 'en')) }"))
                .isEmpty();
    }

    @Test
    void aLabelNamesOneTermAndOneConceptOfAScheme() {
        assertThat(select(
                        "?x rdfs:isDefinedBy ?by ; rdfs:label ?label . ?other rdfs:isDefinedBy ?its ; rdfs:label ?label"
                                + " FILTER (?x != ?other)"))
                .isEmpty();
        assertThat(select(
                        "?x skos:inScheme ?scheme ; skos:prefLabel ?label . ?other skos:inScheme ?scheme ; skos:prefLabel ?label"
                                + " FILTER (?x != ?other)"))
                .isEmpty();
    }

    @Test
    void everyCodeOfACityHasADefinitionAndAnExample() {
        String city = "?x skos:inScheme ?s FILTER (REGEX(STR(?x), '^https://w3id.org/jigyo/code/[a-z]+/[0-9]{6}/'))";
        assertThat(select(city)).hasSizeGreaterThan(100);
        assertThat(select(city + " FILTER NOT EXISTS { ?x skos:definition ?ja, ?en ; skos:example ?example"
                        + " FILTER (langMatches(LANG(?ja), 'ja') && langMatches(LANG(?en), 'en')) }"))
                .isEmpty();
    }

    @Test
    void everyTermHasAShape() {
        assertThat(
                        select(
                                TERM
                                        + " FILTER NOT EXISTS { ?shape sh:targetClass|sh:path|sh:path/sh:alternativePath/rdf:rest*/rdf:first|sh:targetSubjectsOf ?x }"))
                .isEmpty();
    }

    @Test
    void everyTermOfAShapeIsDefined() {
        assertThat(select(
                        "?shape sh:path|sh:path/sh:alternativePath/rdf:rest*/rdf:first ?x FILTER (STRSTARTS(STR(?x), STR(jg:)) || STRSTARTS(STR(?x), STR(jgd:)))"
                                + " FILTER NOT EXISTS { ?x rdfs:isDefinedBy ?by }"))
                .isEmpty();
    }

    @Test
    void thereAre17GoalsAnd169Targets() {
        assertThat(select("?x a sdgo:Goal")).hasSize(17);
        assertThat(select("?x a sdgo:Target ; skos:broader/a sdgo:Goal ; skos:notation ?n"))
                .hasSize(169);
        assertThat(
                        select(
                                "?x a sdgo:Target ; skos:notation ?n ; skos:broader/skos:notation ?goal"
                                        + " FILTER (!STRSTARTS(?n, CONCAT(?goal, '.')) || STR(?x) != CONCAT('http://metadata.un.org/sdg/', ?n))"))
                .isEmpty();
    }

    /** Keys of gold records only, and free text that may quote what must not be published. */
    private static final Set<String> NOT_PUBLISHED = Set.of("serial", "undecided", "issues/message", "issues/text");

    @Test
    void everyRecordKeyHasATerm() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(RealSheets.folder()
                        .resolve("design/sheet-record.schema.json")
                        .toFile());
        Set<String> keys = new TreeSet<>();
        collect(schema, "", keys);
        keys.removeAll(NOT_PUBLISHED);
        assertThat(keys)
                .contains("publishedYear", "departments", "parts", "costs/unit", "costs/change", "staffing/headcount");
        Set<String> known = select("?term jg:recordKey ?x");
        assertThat(keys).contains("section/remarks", "costs/item", "ratings/contribution", "indicators/values/kind");
        assertThat(keys.stream().filter(k -> !known.contains(k))).isEmpty();
    }

    private static void collect(JsonNode schema, String path, Set<String> keys) {
        schema.path("properties").properties().forEach(e -> {
            // A part has the keys of a sheet.
            String name = path.equals("parts/")
                    ? e.getKey()
                    : path.startsWith("attributes/") ? "attribute/" + e.getKey() : path + e.getKey();
            keys.add(name);
            if (!path.startsWith("attributes/")) {
                collect(e.getValue(), name + "/", keys);
                collect(e.getValue().path("items"), name + "/", keys);
                collect(e.getValue().path("additionalProperties"), name + "/", keys);
            }
        });
        for (JsonNode key : schema.path("propertyNames").path("anyOf").path(0).path("enum")) {
            keys.add("section/" + key.asText());
        }
        for (String coded : List.of("item", "phase", "kind", "level")) {
            JsonNode values = schema.path("properties").path(coded);
            for (JsonNode value :
                    values.has("anyOf") ? values.path("anyOf").path(0).path("enum") : values.path("enum")) {
                keys.add(
                        coded.equals("phase")
                                ? "phase/" + value.asText()
                                : coded.equals("kind") ? "values/" + value.asText() : path + value.asText());
            }
        }
        for (JsonNode value : schema.path("properties")
                .path("criterion")
                .path("anyOf")
                .path(0)
                .path("enum")) {
            keys.add(path + value.asText());
        }
    }

    /** Pages say what an issue is, in words. */
    @Test
    void everyKindOfIssueHasAConcept() {
        Set<String> missing =
                Stream.of(Finding.Code.values()).map(Finding.Code::name).collect(Collectors.toSet());
        missing.removeAll(select("?c skos:inScheme <https://w3id.org/jigyo/code/issue> ; skos:notation ?x ;"
                + " skos:prefLabel ?ja, ?en FILTER(LANG(?ja) = 'ja' && LANG(?en) = 'en')"));
        assertThat(missing).as("add these to ontology/reasons.ttl").isEmpty();
    }

    /** A code list that a layout uses for a rating, the direction or a short cell; every value of it is a concept. */
    @Test
    void everyLayoutCodeHasAConcept() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/layouts"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
                JsonNode layout = new YAMLMapper().readTree(file.toFile());
                codesOf(layout, layout.path("codes"), layout.path("city").asText(), missing);
            }
        }
        Set<String> concepts = select("?c a skos:Concept ; jg:recordKey ?x");
        concepts.addAll(select("?c skos:inScheme ?scheme ; skos:notation ?n"
                + " FILTER (CONTAINS(STR(?scheme), '/code/scale/'))"
                + " BIND (CONCAT(STRAFTER(STR(?scheme), '/code/'), '/', ?n) AS ?x)"));
        assertThat(missing).isNotEmpty();
        missing.removeAll(concepts);
        assertThat(missing)
                .as("add these to ontology/scales.ttl or ontology/values.ttl")
                .isEmpty();
    }

    private static void codesOf(JsonNode node, JsonNode lists, String city, Set<String> keys) {
        if (node.isObject() && node.path("codes").isTextual()) {
            String key = conceptKey(node.path("to").asText(), city);
            JsonNode list = lists.path(node.path("codes").asText());
            if (key != null) {
                List<String> values = new ArrayList<>();
                list.forEach(v -> values.add(v.asText()));
                values.stream()
                        .filter(v -> !v.equals("true") && !v.equals("false"))
                        .forEach(v -> keys.add(key + v));
            }
        }
        node.forEach(child -> codesOf(child, lists, city, keys));
    }

    private static String conceptKey(String path, String city) {
        if (path.startsWith("attributes/") && !path.contains("x.")) {
            return "value/" + city + "/" + path.split("/")[1] + "/";
        }
        if (path.matches("indicators/[^/]+/kind")) {
            return "value/" + city + "/indicator-kind/";
        }
        if (path.startsWith("ratings/") && !path.contains("x.")) {
            return "scale/" + city + "/" + path.split("/")[1] + "/";
        }
        return path.equals("direction") ? "direction/" + city + "/" : null;
    }

    @Test
    void theWordsOfTheCodeListsAreOurOwnNamespace() {
        assertThat(select("?x a skos:Concept FILTER (!STRSTARTS(STR(?x), 'https://w3id.org/jigyo/code/')"
                        + " && !STRSTARTS(STR(?x), 'http://metadata.un.org/sdg/'))"))
                .isEmpty();
        assertThat(select("?x a skos:ConceptScheme").stream().collect(Collectors.joining()))
                .contains("/code/phase");
    }
}
