package org.jigyo.check;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jigyo.Bundled;
import org.jigyo.Finding;

/**
 * Checks graphs before they are published, by the shapes of {@code ontology/shapes.ttl} and the integrity constraints
 * of the cubes.
 */
public final class GraphCheck {

    private static final Comparator<Breach> ORDER = Comparator.comparing(Breach::shape)
            .thenComparing(breach -> breach.node().toString())
            .thenComparing(Breach::detail)
            .thenComparing(Breach::message);

    /** The ontology's statements that rules look up, normalised. */
    private static final GraphMem2Fast DEFINITIONS = definitions();

    private GraphCheck() {}

    private static GraphMem2Fast definitions() {
        GraphMem2Fast graph = new GraphMem2Fast();
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            // The shapes are not published data.
            if (!name.equals("shapes.ttl")) {
                RDFParser.source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        .parse(graph);
            }
        });
        CubeIntegrity.normalise(graph);
        return graph;
    }

    /** Checks the graphs of these Turtle files together. */
    public static CheckReport check(List<Path> files) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        files.forEach(file -> RDFParser.source(file)
                .lang(Lang.TURTLE)
                .resolveURIs(false)
                .checking(false)
                .parse(graph));
        return check(graph, null);
    }

    /**
     * Checks a part of a city. Rules may also look up the bundled ontology.
     *
     * @param part the statements to check: everything that its subjects state
     * @param context further statements that rules may look up, about things the part refers to
     * @return violations of the part's subjects, and the sheets that must not be published
     */
    public static CheckReport check(Collection<Triple> part, Collection<Triple> context) {
        Graph graph = DEFINITIONS.copy();
        context.forEach(graph::add);
        Set<Node> subjects = new HashSet<>();
        part.forEach(triple -> {
            graph.add(triple);
            subjects.add(triple.getSubject());
        });
        return check(graph, subjects);
    }

    static CheckReport check(Graph graph) {
        return check(graph, null);
    }

    /**
     * @param own the nodes to check; null for all
     */
    private static CheckReport check(Graph graph, Set<Node> own) {
        List<Breach> breaches = new ArrayList<>(Shapes.shipped().validate(graph, own));
        breaches.addAll(EvidenceReach.check(graph));
        breaches.addAll(CubeIntegrity.check(graph));
        breaches.removeIf(breach -> own != null && !own.contains(breach.node()));
        return report(graph, breaches);
    }

    private static CheckReport report(Graph graph, List<Breach> breaches) {
        SheetOfNode sheets = new SheetOfNode(graph);
        List<Finding> findings = new ArrayList<>();
        Set<String> heldBack = new TreeSet<>();
        List<Breach> ordered = breaches.stream().sorted(ORDER).toList();
        for (Breach breach : ordered) {
            Set<String> concerned = sheets.of(breach.node());
            boolean stops = breach.severity() == Finding.Severity.ERROR;
            if (stops) {
                heldBack.addAll(concerned);
            }
            String where = concerned.isEmpty() ? null : concerned.iterator().next();
            String detail = breach.message() + " — " + breach.detail() + (stops ? "; held back" : "");
            findings.add(new Finding(breach.severity(), breach.code(), sheets.place(where, breach.node()), detail));
        }
        findings.sort(Comparator.comparing((Finding f) -> f.place().toString()).thenComparing(Finding::detail));
        return new CheckReport(List.copyOf(findings), heldBack);
    }
}
