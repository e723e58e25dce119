package org.jigyo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Finding;

/** The shapes that ship with the program. */
final class Shapes {

    private static final Shapes SHIPPED = new Shapes(read("/ontology/shapes.ttl"));

    private final Graph source;
    private final org.apache.jena.shacl.Shapes shapes;

    private Shapes(Graph source) {
        this.source = source;
        this.shapes = org.apache.jena.shacl.Shapes.parse(source);
    }

    static Shapes shipped() {
        return SHIPPED;
    }

    /** A Turtle resource of the class path as a graph. */
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

    /** @param nodes the nodes to validate; null for all that the shapes aim at */
    List<Breach> validate(Graph graph, Set<Node> nodes) {
        if (nodes == null) {
            return breaches(ShaclValidator.get().validate(shapes, graph));
        }
        ValidationContext context = ValidationContext.create(shapes, graph);
        for (Shape shape : shapes.getTargetShapes()) {
            for (Node node : VLib.focusNodes(graph, shape)) {
                if (nodes.contains(node)) {
                    VLib.validateShape(context, graph, shape, node);
                }
            }
        }
        return breaches(context.generateReport());
    }

    private static List<Breach> breaches(ValidationReport report) {
        List<Breach> breaches = new ArrayList<>();
        for (ReportEntry entry : report.getEntries()) {
            breaches.add(breach(entry));
        }
        return breaches;
    }

    private static Breach breach(ReportEntry entry) {
        String shape = local(entry.source());
        Finding.Severity severity = switch (local(entry.severity().level())) {
            case "Warning" -> Finding.Severity.WARNING;
            case "Info" -> Finding.Severity.INFO;
            default -> Finding.Severity.ERROR;
        };
        boolean person = shape.startsWith("NoPerson");
        return new Breach(
                entry.focusNode(),
                severity,
                person ? Finding.Code.PERSON_SUSPECTED : Finding.Code.SHAPE_VIOLATED,
                shape,
                entry.messages().stream()
                        .map(Node::getLiteralLexicalForm)
                        .distinct()
                        .sorted(java.util.Comparator.reverseOrder())
                        .collect(java.util.stream.Collectors.joining(" ")),
                // The text that seems to name a person is not repeated.
                shape + (person || entry.value() == null ? "" : ", found " + shown(entry.value())));
    }

    private static String shown(Node value) {
        return value.isLiteral() ? "«" + value.getLiteralLexicalForm() + "»" : value.toString();
    }

    static String local(Node node) {
        String text = String.valueOf(node);
        return text.substring(Math.max(text.lastIndexOf('#'), text.lastIndexOf('/')) + 1);
    }
}
