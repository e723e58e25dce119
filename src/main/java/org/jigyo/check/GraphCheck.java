package org.jigyo.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jigyo.Finding;

/** Checks graphs before they are published: the shapes of {@code ontology/shapes.ttl} and the integrity of the cubes. */
public final class GraphCheck {

    /** A thing has some eight statements: beyond a quarter of all things, to look at each of them is hardly more work. */
    private static final int MANY = 32;

    private GraphCheck() {}

    /**
     * Checks the graphs of these Turtle files together.
     *
     * @param files all graphs of a publication: editions, evidence, derived, vocabulary
     * @return what is wrong, and which sheets must not be published
     */
    public static CheckReport check(List<Path> files) {
        return check(read(files));
    }

    /**
     * The same report as {@link #check(List)} makes, of graphs that are known to differ only in a few things from graphs that
     * were checked before: rules that look at one thing and what is around it are asked where something changed.
     *
     * @param files as there
     * @param revision what differs
     * @param own how the names of a publisher's own things begin; a changed name that begins otherwise means that definitions
     *     changed, and everything is looked at
     */
    public static CheckReport check(List<Path> files, Revision revision, String own) {
        if (revision.subjects().isEmpty() && revision.breaches().isEmpty()) {
            return new CheckReport(List.of(), Set.of(), List.of());
        }
        Graph graph = read(files);
        Optional<Set<Node>> affected =
                Affected.of(graph, revision, own).filter(nodes -> (long) nodes.size() * MANY < graph.size());
        return affected.isPresent() ? check(graph, revision, own, affected.get()) : check(graph);
    }

    private static Graph read(List<Path> files) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        // names are absolute here, and are looked at when a release takes in what is new
        files.forEach(file -> RDFParser.source(file)
                .lang(Lang.TURTLE)
                .resolveURIs(false)
                .checking(false)
                .parse(graph));
        return graph;
    }

    static CheckReport check(Graph graph) {
        List<Breach> breaches = new ArrayList<>(Shapes.shipped().validate(graph));
        breaches.addAll(EvidenceReach.check(graph));
        breaches.addAll(CubeIntegrity.check(graph));
        return report(graph, breaches);
    }

    static CheckReport check(Graph graph, Revision revision, String own, Set<Node> affected) {
        List<Breach> breaches = new ArrayList<>(Shapes.shipped().validate(graph, affected));
        breaches.addAll(EvidenceReach.check(graph));
        CubeIntegrity.check(surroundings(graph, own, affected), graph).stream()
                .filter(breach -> affected.contains(breach.node()) || CubeIntegrity.whole(breach))
                .forEach(breaches::add);
        revision.breaches().stream()
                .filter(breach -> !affected.contains(breach.node()))
                .filter(breach -> !CubeIntegrity.whole(breach) && !EvidenceReach.made(breach))
                .forEach(breaches::add);
        return report(graph, breaches);
    }

    /** What is said of some nodes, of what they point to, of all data sets, what types the nodes, and all definitions. */
    private static Graph surroundings(Graph graph, String own, Set<Node> nodes) {
        Graph part = GraphMemFactory.createDefaultGraphSameTerm();
        graph.stream().filter(triple -> !Affected.own(triple.getSubject(), own)).forEach(part::add);
        Set<Node> subjects = new HashSet<>(nodes);
        graph.find(Node.ANY, CubeIntegrity.qb("structure"), Node.ANY)
                .forEach(triple -> subjects.add(triple.getSubject()));
        for (Node node : nodes) {
            graph.find(node, Node.ANY, Node.ANY).forEach(triple -> subjects.add(triple.getObject()));
        }
        for (Node subject : subjects) {
            graph.find(subject, Node.ANY, Node.ANY).forEach(part::add);
        }
        for (Node property : CubeIntegrity.TYPING) {
            nodes.forEach(
                    node -> graph.stream(Node.ANY, property, node).findFirst().ifPresent(part::add));
        }
        return part;
    }

    private static CheckReport report(Graph graph, List<Breach> breaches) {
        SheetOfNode sheets = new SheetOfNode(graph);
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
        findings.sort(Comparator.comparing((Finding f) -> f.place().toString()).thenComparing(Finding::detail));
        return new CheckReport(List.copyOf(findings), heldBack, List.copyOf(breaches));
    }
}
