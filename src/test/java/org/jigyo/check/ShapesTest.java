package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.Bundled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.topbraid.shacl.validation.ValidationUtil;

/**
 * Each shape has an example that breaks it: a file for each node shape, whose node breaks every property of it, and snippets that
 * break one rule of a world that is sound without them. Two engines find the same.
 */
class ShapesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/shapes");
    private static final Path SNIPPETS = EXAMPLES.resolve("snippets");
    private static final Path SOUND = SNIPPETS.resolve("sound.ttl");
    private static final String OURS = "https://example.org/";
    private static final Model SHAPES =
            ModelFactory.createModelForGraph(Shapes.shipped().source());
    private static final Graph ONTOLOGY = GraphFactory.createDefaultGraph();

    static {
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            if (!name.equals("shapes.ttl")) {
                RDFParser.source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        .parse(ONTOLOGY);
            }
        });
    }

    static List<Path> examples() throws IOException {
        return turtle(EXAMPLES);
    }

    static List<Path> snippets() throws IOException {
        return turtle(SNIPPETS).stream().filter(file -> !file.equals(SOUND)).toList();
    }

    private static List<Path> turtle(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }

    private static Graph read(Path example) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(example).lang(Lang.TURTLE).parse(graph);
        return graph;
    }

    /** The sound world with more beside it, and what the ontology says of the terms and codes in it. */
    private static Graph world(Graph... more) {
        Graph graph = read(SOUND);
        for (Graph added : more) {
            added.find().forEach(graph::add);
        }
        Set<Node> seen = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>();
        graph.find().forEach(triple -> next.addAll(List.of(triple.getPredicate(), triple.getObject())));
        while (!next.isEmpty()) {
            Node term = next.pop();
            if (seen.add(term)) {
                ONTOLOGY.find(term, Node.ANY, Node.ANY).forEach(triple -> {
                    graph.add(triple);
                    next.addAll(List.of(triple.getPredicate(), triple.getObject()));
                });
            }
        }
        Node sources = NodeFactory.createURI("https://w3id.org/jigyo/code/component-by-source");
        ONTOLOGY.find(sources, Node.ANY, Node.ANY).forEach(graph::add);
        return graph;
    }

    /** The same with names of its own for all that the world does not have. */
    private static Graph apart(Path file) {
        Graph world = read(SOUND);
        Graph renamed = GraphFactory.createDefaultGraph();
        read(file)
                .find()
                .forEach(triple -> renamed.add(Triple.create(
                        apart(triple.getSubject(), file, world),
                        triple.getPredicate(),
                        apart(triple.getObject(), file, world))));
        return renamed;
    }

    private static Node apart(Node node, Path file, Graph world) {
        boolean own = node.isURI() && node.getURI().startsWith(OURS) && !world.contains(node, Node.ANY, Node.ANY);
        return own
                ? NodeFactory.createURI(OURS + name(file) + "/" + node.getURI().substring(OURS.length()))
                : node;
    }

    private static String name(Path example) {
        return example.getFileName().toString().replace(".ttl", "");
    }

    /** The shapes that speak: property shapes, and node shapes with a message of their own. */
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

    private static List<String> broken(Path snippet) throws IOException {
        return List.of(
                Files.readAllLines(snippet).get(0).replace("# breaks: ", "").split(", "));
    }

    private static Set<String> found(Graph graph) {
        return Shapes.shipped().validate(graph, null).stream()
                .map(Breach::shape)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleHasAnExampleThatBreaksIt() throws IOException {
        Set<String> covered = new TreeSet<>();
        for (Path example : examples()) {
            covered.addAll(rulesOf(example));
        }
        for (Path snippet : snippets()) {
            covered.addAll(broken(snippet));
        }
        assertThat(covered).isEqualTo(rules());
        assertThat(SHAPES.listSubjectsWithProperty(RDF.type, SHACLM.PropertyShape)
                        .toList())
                .allMatch(shape -> shape.hasProperty(SHACLM.message)
                        && shape.hasProperty(SHACLM.group)
                        && shape.hasProperty(SHACLM.order)
                        && shape.listProperties(SHACLM.name).toList().size() == 2);
    }

    @Test
    void theSoundWorldBreaksNothingAndHasAnExampleOfEveryShape() {
        Graph world = world();
        assertThat(Shapes.shipped().validate(world, null)).isEmpty();
        assertThat(org.apache.jena.shacl.Shapes.parse(Shapes.shipped().source()).getTargetShapes().stream()
                        .filter(shape -> VLib.focusNodes(world, shape).isEmpty())
                        .map(Shape::getShapeNode)
                        .map(Shapes::local))
                .isEqualTo(List.of("NoPersonShape-person"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPropertyIsFound(Path example) {
        assertThat(found(read(example))).containsAll(rulesOf(example));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetBreaksItsRulesAlone(Path snippet) throws IOException {
        assertThat(found(world(read(snippet)))).containsExactlyInAnyOrderElementsOf(broken(snippet));
    }

    @Test
    void twoEnginesFindTheSame() throws IOException {
        Graph graph = world(Stream.concat(examples().stream(), snippets().stream())
                .map(ShapesTest::apart)
                .toArray(Graph[]::new));
        Set<String> jena = new TreeSet<>();
        Shapes.shipped().validate(graph, null).forEach(breach -> jena.add(breach.node() + " " + breach.shape()));
        Set<String> other = new TreeSet<>();
        Model report = ValidationUtil.validateModel(ModelFactory.createModelForGraph(graph), SHAPES, false)
                .getModel();
        report.listResourcesWithProperty(SHACLM.sourceShape)
                .forEach(result -> other.add(result.getProperty(SHACLM.focusNode)
                                .getObject() + " "
                        + result.getPropertyResourceValue(SHACLM.sourceShape).getLocalName()));
        assertThat(jena).hasSizeGreaterThan(200).isEqualTo(other);
    }
}
