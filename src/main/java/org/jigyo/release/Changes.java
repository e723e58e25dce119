package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;

/**
 * What changed from one release to the next, as change sets ({@code http://purl.org/vocab/changeset/schema#}): one for every
 * thing about which something was added or removed, with the statements. Only graphs whose bytes differ are read; statistics,
 * catalogue and blank nodes are left out, for they follow from the rest.
 */
final class Changes {

    static final String NAME = "changes.ttl";

    private static final String CS = "http://purl.org/vocab/changeset/schema#";

    private final String release;
    private final List<String> lines = new ArrayList<>();

    private Changes(String release) {
        this.release = release;
    }

    /**
     * Writes the changes into the new release's folder; nothing when there is no earlier release or no common base.
     *
     * @param before the release that the new one follows
     * @param now the new one
     * @param difference between the two
     * @param said what the new one says
     */
    static void write(Release before, Release now, Difference difference, DatasetGraph said) throws IOException {
        if (now.base().isEmpty() || !now.base().equals(before.base())) {
            return;
        }
        Changes changes = new Changes(now.base() + "id/release/" + now.id());
        Node node = node(changes.release);
        changes.add(node, RDF.type.asNode(), node("http://www.w3.org/ns/prov#Entity"));
        changes.add(
                node, node("http://www.w3.org/ns/prov#wasRevisionOf"), node(now.base() + "id/release/" + before.id()));
        changes.add(
                node,
                node("http://purl.org/dc/terms/issued"),
                NodeFactory.createLiteralDT(now.published().toString(), XSDDatatype.XSDdateTime));
        // that a further graph says a statement, or one of several no longer does, changes nothing
        Set<String> derived = Set.copyOf(now.derived());
        Map<Triple, Set<String>> came = graphs(difference.came());
        Map<Triple, Set<String>> gone = graphs(difference.gone());
        Map<String, List<Triple>> added = Txn.calculateRead(
                said,
                () -> bySubject(
                        came.keySet(),
                        triple -> !gone.containsKey(triple) && !isSaid(triple, said, derived, came.get(triple))));
        Map<String, List<Triple>> removed = Txn.calculateRead(
                said,
                () -> bySubject(
                        gone.keySet(),
                        triple -> !came.containsKey(triple) && !isSaid(triple, said, derived, Set.of())));
        Set<String> things = new java.util.TreeSet<>(added.keySet());
        things.addAll(removed.keySet());
        int number = 0;
        for (String thing : things) {
            changes.changeSet(
                    ++number, thing, added.getOrDefault(thing, List.of()), removed.getOrDefault(thing, List.of()));
        }
        Files.writeString(now.folder().resolve(NAME), String.join("", changes.lines));
    }

    /** Whether a statement is in a named graph that is neither derived nor among others. */
    private static boolean isSaid(Triple triple, DatasetGraph said, Set<String> derived, Set<String> others) {
        return Iter.anyMatch(
                said.find(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()),
                quad -> !quad.isDefaultGraph()
                        && !derived.contains(quad.getGraph().getURI())
                        && !others.contains(quad.getGraph().getURI()));
    }

    private static Map<Triple, Set<String>> graphs(Map<String, Set<Triple>> statements) {
        Map<Triple, Set<String>> graphs = new HashMap<>();
        statements.forEach((graph, triples) -> triples.forEach(
                triple -> graphs.computeIfAbsent(triple, k -> new HashSet<>()).add(graph)));
        return graphs;
    }

    private static Map<String, List<Triple>> bySubject(Set<Triple> triples, Predicate<Triple> which) {
        Map<String, List<Triple>> things = new TreeMap<>();
        triples.forEach(triple -> {
            if (triple.getSubject().isURI() && !triple.getObject().isBlank() && which.test(triple)) {
                things.computeIfAbsent(triple.getSubject().getURI(), k -> new ArrayList<>())
                        .add(triple);
            }
        });
        return things;
    }

    private void changeSet(int number, String thing, List<Triple> added, List<Triple> removed) {
        Node set = node(release + "/change/" + number);
        add(set, RDF.type.asNode(), node(CS + "ChangeSet"));
        add(set, node(CS + "subjectOfChange"), node(thing));
        add(node(release), node("http://purl.org/dc/terms/hasPart"), set);
        statements(set, "addition", added);
        statements(set, "removal", removed);
    }

    private void statements(Node set, String kind, List<Triple> triples) {
        List<Triple> ordered = triples.stream()
                .sorted(java.util.Comparator.comparing(Constructs::line))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            Triple triple = ordered.get(i);
            Node statement = node(set.getURI() + "/" + kind + "/" + (i + 1));
            add(set, node(CS + kind), statement);
            add(statement, RDF.type.asNode(), RDF.Statement.asNode());
            add(statement, RDF.subject.asNode(), triple.getSubject());
            add(statement, RDF.predicate.asNode(), triple.getPredicate());
            add(statement, RDF.object.asNode(), triple.getObject());
        }
    }

    private void add(Node subject, Node property, Node object) {
        lines.add(Constructs.line(Triple.create(subject, property, object)) + " .\n");
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
