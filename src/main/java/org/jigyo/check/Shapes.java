package org.jigyo.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Finding;

/**
 * The bundled SHACL shapes. A SPARQL rule is evaluated once over the whole graph instead of once for each node, and
 * its rows about other nodes are dropped. The result is the same, because no query here depends on {@code $this} being
 * bound beforehand.
 */
final class Shapes {

    private static final Shapes SHIPPED = new Shapes(read("/ontology/shapes.ttl"));

    private final Graph source;
    private final org.apache.jena.shacl.Shapes shapes;
    private final Map<Node, List<Query>> rules = new HashMap<>();

    private Shapes(Graph source) {
        this.source = source;
        Graph plain = GraphFactory.createDefaultGraph();
        source.find()
                .filterDrop(triple -> triple.predicateMatches(SHACL.sparql))
                .forEach(plain::add);
        this.shapes = org.apache.jena.shacl.Shapes.parse(plain);
        for (Shape shape : shapes.getTargetShapes()) {
            rules.put(
                    shape.getShapeNode(),
                    source.find(shape.getShapeNode(), SHACL.sparql, Node.ANY)
                            .mapWith(triple -> ShLib.extractSPARQLQuery(source, triple.getObject()))
                            .toList());
        }
    }

    static Shapes shipped() {
        return SHIPPED;
    }

    /** Reads a Turtle resource of the class path as a graph. */
    static Graph read(String resource) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(Shapes.class.getResourceAsStream(resource))
                .lang(Lang.TURTLE)
                .parse(graph);
        return graph;
    }

    Graph source() {
        return source;
    }

    /**
     * @param nodes the nodes to validate; null for all targets of the shapes
     */
    List<Breach> validate(Graph graph, Set<Node> nodes) {
        ValidationContext context = ValidationContext.create(shapes, graph);
        List<Breach> breaches = new ArrayList<>();
        for (Shape shape : shapes.getTargetShapes()) {
            Set<Node> focus = focus(graph, shape, nodes);
            if (!focus.isEmpty()) {
                focus.forEach(node -> VLib.validateShape(context, graph, shape, node));
                rules.get(shape.getShapeNode()).forEach(rule -> breaches.addAll(ask(shape, rule, graph, focus)));
            }
        }
        for (ReportEntry entry : context.generateReport().getEntries()) {
            breaches.add(breach(entry.focusNode(), entry.source(), entry.severity(), entry.messages(), entry.value()));
        }
        return breaches;
    }

    private static Set<Node> focus(Graph graph, Shape shape, Set<Node> nodes) {
        Set<Node> focus = new LinkedHashSet<>(VLib.focusNodes(graph, shape));
        if (nodes != null) {
            focus.retainAll(nodes);
        }
        return focus;
    }

    private static Set<Breach> ask(Shape shape, Query rule, Graph graph, Set<Node> focus) {
        Set<Breach> breaches = new LinkedHashSet<>();
        Sparql.select(graph, rule, row -> {
            Node node = row.get("this").asNode();
            if (focus.contains(node)) {
                Node value = row.contains("value") ? row.get("value").asNode() : null;
                breaches.add(breach(node, shape.getShapeNode(), shape.getSeverity(), shape.getMessages(), value));
            }
        });
        return breaches;
    }

    private static Breach breach(Node focus, Node source, Severity severity, Collection<Node> messages, Node value) {
        String shape = local(source);
        boolean person = shape.startsWith("NoPerson");
        return new Breach(
                focus,
                switch (local(severity.level())) {
                    case "Warning" -> Finding.Severity.WARNING;
                    case "Info" -> Finding.Severity.INFO;
                    default -> Finding.Severity.ERROR;
                },
                person ? Finding.Code.PERSON_SUSPECTED : Finding.Code.SHAPE_VIOLATED,
                shape,
                messages.stream()
                        .map(Node::getLiteralLexicalForm)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .collect(Collectors.joining(" ")),
                // A text that seems to name a person is not repeated.
                shape + (person || value == null ? "" : ", found " + shown(value)));
    }

    private static String shown(Node value) {
        return value.isLiteral() ? "«" + value.getLiteralLexicalForm() + "»" : value.toString();
    }

    static String local(Node node) {
        String text = String.valueOf(node);
        return text.substring(Math.max(text.lastIndexOf('#'), text.lastIndexOf('/')) + 1);
    }
}
