package org.jigyo.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<Breach> ORDER = Comparator.comparing(Breach::shape)
            .thenComparing(breach -> breach.node().toString())
            .thenComparing(Breach::detail)
            .thenComparing(Breach::message);

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
     * were checked before: rules are asked where something changed, and only what is around that is looked up.
     *
     * @param graph what the graphs say together; to be looked up by any of a statement's parts
     * @param statements how many statements that are, about
     * @param revision what differs
     * @param own how the names of a publisher's own things begin; a changed name that begins otherwise means that definitions
     *     changed
     * @return none when everything must be looked at
     */
    public static Optional<CheckReport> check(Graph graph, long statements, Revision revision, String own) {
        return Affected.of(graph, revision, own, statements / MANY)
                .map(affected -> check(graph, revision, own, affected));
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
        Map<Node, Boolean> facts = EvidenceReach.facts(graph, affected);
        breaches.addAll(EvidenceReach.breaches(facts));
        Graph part = surroundings(graph, own, affected);
        CubeIntegrity.checkEach(part).stream()
                .filter(breach -> affected.contains(breach.node()))
                .forEach(breaches::add);
        Set<Node> crowded = new HashSet<>(affected);
        for (Breach earlier : revision.breaches()) {
            Node node = earlier.node();
            if (earlier.shape().equals(Cells.RULE)) {
                // whatever shared its cell may have gone
                crowded.add(node);
            } else if (!affected.contains(node) && !(EvidenceReach.made(earlier) && facts.containsKey(node))) {
                breaches.add(earlier);
            }
        }
        breaches.addAll(Cells.check(part, graph, crowded));
        return report(graph, breaches);
    }

    /** What is said of some nodes, of what they point to, what types the nodes, and all data sets with their definitions. */
    private static Graph surroundings(Graph graph, String own, Set<Node> nodes) {
        Graph part = GraphMemFactory.createDefaultGraphSameTerm();
        Set<Node> subjects = new HashSet<>(nodes);
        for (Node node : nodes) {
            graph.find(node, Node.ANY, Node.ANY).forEach(triple -> subjects.add(triple.getObject()));
        }
        subjects.addAll(CubeIntegrity.definitions(graph, own));
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
        return new CheckReport(List.copyOf(findings), heldBack, ordered);
    }
}
