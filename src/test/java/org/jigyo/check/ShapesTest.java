package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.topbraid.shacl.validation.ValidationUtil;

/** Each shape has an example that breaks it, in two engines. */
class ShapesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/shapes");
    private static final Model SHAPES =
            ModelFactory.createModelForGraph(Shapes.shipped().source());

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    private static Graph read(Path example) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(example).lang(Lang.TURTLE).parse(graph);
        return graph;
    }

    private static String name(Path example) {
        return example.getFileName().toString().replace(".ttl", "");
    }

    /** The rules that speak: property shapes, and node shapes and queries with a message of their own, by example file. */
    private static Set<String> rules() {
        return SHAPES.listSubjectsWithProperty(SHACLM.message).toList().stream()
                .filter(Resource::isURIResource)
                .map(Resource::getLocalName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rulesOf(Path example) {
        String own = name(example);
        return rules().stream()
                .filter(rule -> rule.equals(own) || rule.startsWith(own + "-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleHasAnExample() throws IOException {
        Set<String> covered = new TreeSet<>();
        examples().forEach(e -> covered.addAll(rulesOf(e)));
        assertThat(covered).isEqualTo(rules());
        assertThat(SHAPES.listSubjectsWithProperty(RDF.type, SHACLM.PropertyShape)
                        .toList())
                .allMatch(shape -> shape.hasProperty(SHACLM.message));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void jenaFindsEveryBreach(Path example) {
        Set<String> found = Shapes.shipped().validate(read(example), null).stream()
                .map(Breach::shape)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsAll(spoken(rulesOf(example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void topBraidFindsEveryBreach(Path example) {
        Resource report = ValidationUtil.validateModel(ModelFactory.createModelForGraph(read(example)), SHAPES, false);
        Set<String> found = report.getModel().listObjectsOfProperty(SHACLM.sourceShape).toList().stream()
                .filter(n -> n.isURIResource())
                .map(n -> n.asResource().getLocalName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsAll(spoken(rulesOf(example)));
    }

    /** A report names the shape that a query belongs to, not the query. */
    private static Set<String> spoken(Set<String> rules) {
        return rules.stream()
                .map(rule -> SHAPES.listSubjectsWithProperty(
                                SHACLM.sparql, SHAPES.createResource("https://w3id.org/jigyo/ns#" + rule))
                        .nextOptional()
                        .map(Resource::getLocalName)
                        .orElse(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
