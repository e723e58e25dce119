package org.jigyo.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.EnvironmentException;

/**
 * The changes between two successive releases, as change sets ({@code http://purl.org/vocab/changeset/schema#}): one
 * for every thing about which statements were added or removed. Above {@link #MOST} statements a summary is written
 * instead: statements by graph and entities by class, before and after. Statistics, catalogue and blank nodes are
 * omitted, because they follow from the rest.
 */
public final class Changes {

    static final String NAME = "changes.ttl";

    /** Maximum number of statements that are listed individually. */
    static final int MOST = 100_000;

    private static final String CS = "http://purl.org/vocab/changeset/schema#";
    private static final String SUBJECT = " a cs:ChangeSet ; cs:subjectOfChange <";
    private static final String HEAD = """
            @prefix cs: <http://purl.org/vocab/changeset/schema#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
            @prefix void: <http://rdfs.org/ns/void#> .
            @prefix jg: <https://w3id.org/jigyo/ns#> .

            """;

    /**
     * The extent of the changes in a release.
     *
     * @param listed whether there are change sets; if not, there is a summary, and the numbers are -1 if they were not
     * counted
     * @param things number of things about which statements changed
     */
    public record Totals(boolean listed, long added, long removed, long things) {}

    /** A statement that was added or removed. */
    public record Change(boolean added, Triple statement) {}

    private final Writer out;
    private final String release;

    private Changes(Writer out, String release) {
        this.out = out;
        this.release = release;
    }

    /**
     * Writes the changes into the new release's folder; nothing if the two have no common base.
     *
     * @param difference the difference between the data of the two; empty if it was too large to compare
     */
    static void write(Release before, Release now, Optional<Difference> difference) throws IOException {
        if (now.base().isEmpty() || !now.base().equals(before.base())) {
            return;
        }
        try (OpenRelease old = OpenRelease.of(before);
                OpenRelease current = OpenRelease.of(now);
                Writer out = new BufferedWriter(Files.newBufferedWriter(now.changes()))) {
            Changes changes = new Changes(out, now.base() + "id/release/" + now.id());
            Optional<Map<String, List<Change>>> listed = difference
                    .filter(all -> all.size() <= MOST)
                    .map(all -> things(all, old.dataset(), current.dataset(), before.derived()));
            if (listed.isPresent()) {
                changes.head(before, now, totals(listed.get()));
                changes.list(listed.get());
            } else {
                changes.head(before, now, new Totals(false, -1, -1, -1));
                changes.graphs(before, now);
                changes.classes(entities(old.dataset(), before), entities(current.dataset(), now));
            }
        } catch (EnvironmentException e) {
            // A damaged earlier release is no reason to refuse the new one.
            Files.deleteIfExists(now.changes());
        }
    }

    /**
     * Changes grouped by thing. A statement that remains in at least one graph, or already was in one, has not changed.
     */
    private static Map<String, List<Change>> things(
            Difference difference, DatasetGraph old, DatasetGraph now, List<String> derived) {
        Map<String, List<Change>> things = new TreeMap<>();
        Txn.executeRead(
                old,
                () -> difference
                        .came()
                        .values()
                        .forEach(all -> all.stream()
                                .filter(triple -> !stated(old, triple, derived))
                                .forEach(triple -> add(things, triple, true))));
        Txn.executeRead(
                now,
                () -> difference
                        .gone()
                        .values()
                        .forEach(all -> all.stream()
                                .filter(triple -> !stated(now, triple, derived))
                                .forEach(triple -> add(things, triple, false))));
        return things;
    }

    private static boolean stated(DatasetGraph in, Triple triple, List<String> derived) {
        return Iter.anyMatch(
                in.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()),
                quad -> !derived.contains(quad.getGraph().getURI()));
    }

    private static void add(Map<String, List<Change>> things, Triple triple, boolean added) {
        if (triple.getSubject().isURI() && !triple.getObject().isBlank()) {
            List<Change> changes = things.computeIfAbsent(triple.getSubject().getURI(), k -> new ArrayList<>());
            Change change = new Change(added, triple);
            if (!changes.contains(change)) {
                changes.add(change);
            }
        }
    }

    private static Totals totals(Map<String, List<Change>> things) {
        long[] counts = new long[2];
        things.values().forEach(all -> all.forEach(change -> counts[change.added() ? 0 : 1]++));
        return new Totals(true, counts[0], counts[1], things.size());
    }

    private void head(Release before, Release now, Totals totals) throws IOException {
        out.write("# added " + totals.added() + ", removed " + totals.removed() + ", things " + totals.things() + "\n");
        out.write(HEAD);
        out.write("<" + release + "> a prov:Entity ; prov:wasRevisionOf <" + now.base() + "id/release/" + before.id()
                + "> ;\n  dcterms:issued \"" + now.published() + "\"^^xsd:dateTime .\n");
    }

    private void list(Map<String, List<Change>> things) throws IOException {
        int number = 0;
        for (Map.Entry<String, List<Change>> thing : things.entrySet()) {
            String set = "<" + release + "/change/" + ++number + ">";
            out.write("\n<" + release + "> dcterms:hasPart " + set + " .\n");
            out.write(set + SUBJECT + thing.getKey() + ">");
            for (String line :
                    thing.getValue().stream().map(Changes::line).sorted().toList()) {
                out.write(" ;\n  " + line);
            }
            out.write(" .\n");
        }
    }

    private static String line(Change change) {
        Triple triple = change.statement();
        return "cs:" + (change.added() ? "addition" : "removal") + " [ rdf:subject "
                + NodeFmtLib.strNT(triple.getSubject()) + " ; rdf:predicate "
                + NodeFmtLib.strNT(triple.getPredicate()) + " ; rdf:object " + NodeFmtLib.strNT(triple.getObject())
                + " ]";
    }

    private void graphs(Release before, Release now) throws IOException {
        Map<String, long[]> counts = new TreeMap<>();
        before.data().forEach(part -> counts.computeIfAbsent(part.graph(), k -> new long[2])[0] = part.statements());
        now.data().forEach(part -> counts.computeIfAbsent(part.graph(), k -> new long[2])[1] = part.statements());
        int number = 0;
        for (Map.Entry<String, long[]> graph : counts.entrySet()) {
            part("void:subset", "graph/" + ++number, "sd:name", graph.getKey(), graph.getValue());
        }
    }

    private void classes(Map<String, Long> before, Map<String, Long> now) throws IOException {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        int number = 0;
        for (String name : names) {
            long[] counts = {before.getOrDefault(name, 0L), now.getOrDefault(name, 0L)};
            part("void:classPartition", "class/" + ++number, "void:class", name, counts);
        }
    }

    private void part(String property, String name, String key, String iri, long[] counts) throws IOException {
        String part = "<" + release + "/" + name + ">";
        out.write("\n<" + release + "> " + property + " " + part + " .\n" + part + " " + key + " <" + iri
                + "> ; jg:countBefore " + counts[0] + " ; jg:countAfter " + counts[1] + " .\n");
    }

    /** Entities by class, from the statistics of a release. */
    private static Map<String, Long> entities(DatasetGraph dataset, Release release) {
        Map<String, Long> entities = new TreeMap<>();
        Node graph = NodeFactory.createURI(release.derived().get(0));
        Node type = NodeFactory.createURI("http://rdfs.org/ns/void#class");
        Node count = NodeFactory.createURI("http://rdfs.org/ns/void#entities");
        Txn.executeRead(
                dataset,
                () -> dataset.find(graph, Node.ANY, type, Node.ANY)
                        .forEachRemaining(part -> dataset.find(graph, part.getSubject(), count, Node.ANY)
                                .forEachRemaining(n -> entities.put(
                                        part.getObject().getURI(),
                                        Long.valueOf(n.getObject().getLiteralLexicalForm())))));
        return entities;
    }

    /**
     * The extent of the changes in a release, without reading its change sets.
     *
     * @return empty if it has no predecessor
     */
    public static Optional<Totals> totals(Release release) throws IOException {
        if (!Files.exists(release.changes())) {
            return Optional.empty();
        }
        try (var lines = Files.lines(release.changes())) {
            String[] words = lines.findFirst().orElse("").split("[ ,]+");
            long added = Long.parseLong(words[2]);
            return Optional.of(new Totals(added >= 0, added, Long.parseLong(words[4]), Long.parseLong(words[6])));
        }
    }

    /** IRIs of the things changed by a release, if it lists them. */
    public static List<String> things(Release release) throws IOException {
        if (!Files.exists(release.changes())) {
            return List.of();
        }
        try (var lines = Files.lines(release.changes())) {
            // Each begins on a separate line, so that the statements need not be parsed.
            return lines.filter(line -> line.contains(SUBJECT))
                    .map(line -> line.substring(line.indexOf(SUBJECT) + SUBJECT.length()))
                    .map(line -> line.substring(0, line.indexOf('>')))
                    .toList();
        }
    }

    /** Passes on the listed changes of a release, thing by thing. The change sets are read as a stream. */
    public static void forEach(Release release, Consumer<Change> to) {
        Map<Node, Node[]> open = new LinkedHashMap<>();
        TurtleSource.read(release.changes(), release.base(), triple -> {
            Node subject = triple.getSubject();
            String property = triple.getPredicate().getURI();
            if (property.startsWith(RDF.getURI()) && subject.isBlank()) {
                Node[] parts = open.computeIfAbsent(subject, k -> new Node[3]);
                parts[
                                List.of("subject", "predicate", "object")
                                        .indexOf(property.substring(RDF.getURI().length()))] =
                        triple.getObject();
            } else if (property.startsWith(CS) && triple.getObject().isBlank()) {
                Node[] parts = open.remove(triple.getObject());
                to.accept(new Change(property.endsWith("addition"), Triple.create(parts[0], parts[1], parts[2])));
            }
        });
    }
}
