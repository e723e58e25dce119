package org.jigyo.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Finding;

/** Checks graphs before they are published: the shapes of {@code ontology/shapes.ttl} and the integrity of the cubes. */
public final class GraphCheck {

    private GraphCheck() {}

    /**
     * Checks the graphs of these Turtle files together.
     *
     * @param files all graphs of a publication: editions, evidence, derived, vocabulary
     * @return what is wrong, and which sheets must not be published
     */
    public static CheckReport check(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        files.forEach(file -> RDFParser.source(file).lang(Lang.TURTLE).parse(graph));
        return check(graph);
    }

    static CheckReport check(Graph graph) {
        SheetOfNode sheets = new SheetOfNode(graph);
        List<Breach> breaches = new ArrayList<>(Shapes.shipped().validate(graph));
        breaches.addAll(CubeIntegrity.check(graph));
        breaches.addAll(EvidenceReach.check(graph));
        List<Finding> findings = new ArrayList<>();
        Set<String> heldBack = new TreeSet<>();
        for (Breach breach : breaches) {
            Set<String> concerned = sheets.of(breach.node());
            boolean stops = breach.severity() == Finding.Severity.ERROR;
            if (stops) {
                heldBack.addAll(concerned);
            }
            String where = concerned.isEmpty() ? null : concerned.iterator().next();
            String detail = breach.message() + " — " + breach.detail() + (stops ? "; held back" : "");
            findings.add(new Finding(breach.severity(), breach.code(), sheets.place(where, breach.node()), detail));
        }
        findings.sort(java.util.Comparator.comparing((Finding f) -> f.place().toString())
                .thenComparing(Finding::detail));
        return new CheckReport(List.copyOf(findings), heldBack);
    }
}
