package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.Bundled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheet records with their JSON-LD context are RDF in the terms of the ontology, and nothing of them is lost. */
class RecordContextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JIGYO = "https://w3id.org/jigyo/";
    private static final Property RECORD_KEY = property("ns#recordKey");
    private static final Model ONTOLOGY = ontology();

    private static Property property(String name) {
        return ModelFactory.createDefaultModel().createProperty(JIGYO + name);
    }

    private static Model ontology() {
        Model model = ModelFactory.createDefaultModel();
        Bundled.files("/ontology", ".ttl")
                .values()
                .forEach(bytes -> RDFParser.source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        .parse(model));
        return model;
    }

    private static JsonNode context() throws IOException {
        return JSON.readTree(Bundled.files("/record", ".jsonld").get("context.jsonld"))
                .get("@context");
    }

    private static Model rdf(JsonNode record) throws IOException {
        ObjectNode document = record.deepCopy();
        document.set("@context", context());
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(document.toString(), Lang.JSONLD11).parse(model);
        return model;
    }

    /** Records that use every key, and those of all bundled specimens. */
    static Stream<JsonNode> records() throws IOException {
        try (Stream<Path> golden = Files.list(Path.of("src/test/resources/golden"))) {
            return Stream.concat(
                            Stream.of(Path.of("src/test/resources/graph/specimens.jsonl")),
                            golden.filter(file -> file.toString().endsWith(".jsonl"))
                                    .sorted())
                    .toList()
                    .stream()
                    .flatMap(RecordContextTest::lines);
        }
    }

    private static Stream<JsonNode> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> {
                try {
                    return JSON.readTree(SheetJson.write(SheetJson.read(line)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long values(JsonNode node) {
        return node.isValueNode()
                ? 1
                : StreamSupport.stream(node.spliterator(), false)
                        .mapToLong(RecordContextTest::values)
                        .sum();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyValueIsAStatement(JsonNode record) throws IOException {
        long said = rdf(record).listStatements().toList().stream()
                .map(Statement::getObject)
                .filter(object -> !object.isAnon() && !object.equals(RDF.nil))
                .count();
        assertThat(said)
                .as(record.toString())
                .isEqualTo(values(record) + record.path("evidence").size());
    }

    /** Own keys and lists of numbers have names of their own; everything else is a term or a concept of the ontology. */
    @ParameterizedTest
    @MethodSource("records")
    void termsAndConceptsAreThoseOfTheOntology(JsonNode record) throws IOException {
        for (Statement statement : rdf(record).listStatements().toList()) {
            Set<RDFNode> used = Set.of(statement.getPredicate(), statement.getObject());
            used.stream()
                    .filter(RDFNode::isURIResource)
                    .map(RDFNode::asResource)
                    .filter(node -> node.getURI().matches(JIGYO + "(ns#|dim#|code/).*"))
                    .forEach(node -> assertThat(ONTOLOGY.contains(node, RDF.type))
                            .as(node.getURI())
                            .isTrue());
        }
    }

    /** No node is of two classes by the domains and ranges of its properties. */
    @ParameterizedTest
    @MethodSource("records")
    void eachNodeIsOfOneKind(JsonNode record) throws IOException {
        Map<RDFNode, Set<RDFNode>> kinds = new java.util.HashMap<>();
        rdf(record).listStatements().forEachRemaining(statement -> {
            Resource term = ONTOLOGY.getResource(statement.getPredicate().getURI());
            kind(kinds, statement.getSubject(), term, RDFS.domain);
            if (statement.getObject().isResource()) {
                kind(kinds, statement.getObject(), term, RDFS.range);
            }
        });
        assertThat(kinds.values()).isNotEmpty().allMatch(of -> of.size() == 1);
    }

    private static void kind(Map<RDFNode, Set<RDFNode>> kinds, RDFNode node, Resource term, Property side) {
        term.listProperties(side)
                .forEachRemaining(of -> kinds.computeIfAbsent(node, any -> new java.util.HashSet<>())
                        .add(of.getObject()));
    }

    /** Each concept that has a key of the record is found by it. */
    @Test
    void codesAreFoundByTheirKeys() throws IOException {
        for (List<String> list : List.of(
                List.of("/costs/@context/item", "component", "costs/"),
                List.of("/staffing/@context/item", "resource", "staffing/"),
                List.of("/ratings/@context/criterion", "criterion", "ratings/"))) {
            Map<String, String> known = new TreeMap<>();
            ONTOLOGY.listStatements(null, RECORD_KEY, (RDFNode) null)
                    .filterKeep(s -> s.getSubject().getURI().startsWith(JIGYO + "code/" + list.get(1) + "/"))
                    .forEachRemaining(s -> known.put(
                            s.getString().substring(list.get(2).length()),
                            s.getSubject().getURI()));
            Map<String, String> named = new TreeMap<>();
            context()
                    .at(list.get(0) + "/@context")
                    .properties()
                    .forEach(e -> named.put(e.getKey(), e.getValue().textValue()));
            assertThat(named).isEqualTo(known).isNotEmpty();
        }
    }

    /** Every key that the record class knows has a term, or is named in the folder's README. */
    @Test
    void keysWithoutATermAreDocumented() throws IOException {
        String readme = Files.readString(Path.of("src/main/resources/record/README.md"));
        Set<String> named = new TreeSet<>();
        context().fieldNames().forEachRemaining(named::add);
        records()
                .forEach(record -> record.fieldNames()
                        .forEachRemaining(key -> assertThat(named.contains(key) || readme.contains("record:" + key))
                                .as(key)
                                .isTrue()));
    }

    @Test
    void figuresSayWhatWhenAndHowMuch() throws IOException {
        Model model = rdf(JSON.readTree("""
                {"city": "082201", "fiscalYear": 2024, "name": "祭り", "context": {"currencyUnit": 1000},
                 "costs": [{"item": "generalFunds", "phase": "settled", "year": 2023, "value": 12}],
                 "sdgs": [{"goal": "8", "target": "8.3"}],
                 "evidence": {"name": {"page": 7, "text": "祭り"}}}"""));
        Model expected = ModelFactory.createDefaultModel();
        RDFParser.fromString("""
                @prefix jg: <https://w3id.org/jigyo/ns#> . @prefix jgd: <https://w3id.org/jigyo/dim#> .
                @prefix record: <https://w3id.org/jigyo/record#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                [] jg:municipality <https://w3id.org/jigyo/id/municipality/082201> ; record:fiscalYear "2024"^^xsd:gYear ;
                   jg:nameAsPrinted "祭り"@ja ; record:context [ jgd:roundedTo 1000 ] ;
                   record:costs [ jgd:component <https://w3id.org/jigyo/code/component/general-funds> ;
                     jgd:phase <https://w3id.org/jigyo/code/phase/settled> ; record:year "2023"^^xsd:gYear ; record:value 12 ] ;
                   jg:sdgLink [ record:goal <http://metadata.un.org/sdg/8> ; record:target <http://metadata.un.org/sdg/8.3> ] ;
                   record:evidence [ jg:factPath "name" ; jg:page 7 ; jg:printedText "祭り"@ja ] .""", Lang.TURTLE).parse(expected);
        assertThat(model.isIsomorphicWith(expected)).as(model.toString()).isTrue();
    }
}
