package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.Kept;

/**
 * VoID statistics of a graph: number of statements, entities, classes, properties, and links to other publishers' data.
 */
final class Census {

    private static final String NAME = "census.tsv";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String OWN_VOCABULARY = "https://w3id.org/jigyo/";
    private static final Pattern SPACE = Pattern.compile("^(https?://[^/]+/([^/]+/(?=.))?).*$");

    /**
     * The kinds of counts. The first three are totals; the others are counted by name, links by property and namespace.
     */
    private enum Of {
        STATEMENTS,
        SUBJECTS,
        OBJECTS,
        CLASS,
        PROPERTY,
        PROPERTY_SUBJECTS,
        LINKS
    }

    private final String base;
    private final Map<Of, Map<String, Long>> counts = new EnumMap<>(Of.class);

    /**
     * @param base prefix of the publisher's own IRIs; links lead from these to others
     */
    Census(String base) {
        this.base = base;
        for (Of of : Of.values()) {
            counts.put(of, new HashMap<>());
        }
    }

    /**
     * Counts all statements.
     *
     * @param bySubject every statement once, grouped by subject
     * @param objects number of distinct objects; at least 1
     */
    static Census of(Iterator<Triple> bySubject, long objects, String base) {
        Census census = new Census(base);
        census.counts.get(Of.OBJECTS).put("", objects);
        Set<Node> properties = new HashSet<>();
        Node last = null;
        while (bySubject.hasNext()) {
            Triple triple = bySubject.next();
            if (!triple.getSubject().equals(last)) {
                last = triple.getSubject();
                properties.clear();
            }
            if (properties.isEmpty()) {
                census.add(Of.SUBJECTS, "", 1);
            }
            if (properties.add(triple.getPredicate())) {
                census.add(Of.PROPERTY_SUBJECTS, triple.getPredicate().getURI(), 1);
            }
            census.count(triple, 1);
        }
        return census;
    }

    /**
     * Changes the counts by what an update added and removed.
     *
     * @param stays whether some statement that matches a pattern was there before and is there now
     */
    void change(Set<Triple> came, Set<Triple> gone, Predicate<Triple> stays) {
        came.forEach(triple -> count(triple, 1));
        gone.forEach(triple -> count(triple, -1));
        distinct(came, gone, triple -> Triple.createMatch(triple.getSubject(), null, null), stays)
                .forEach((key, by) -> add(Of.SUBJECTS, "", by));
        distinct(came, gone, triple -> Triple.createMatch(null, null, triple.getObject()), stays)
                .forEach((key, by) -> add(Of.OBJECTS, "", by));
        distinct(came, gone, triple -> Triple.createMatch(triple.getSubject(), triple.getPredicate(), null), stays)
                .forEach((key, by) ->
                        add(Of.PROPERTY_SUBJECTS, key.getPredicate().getURI(), by));
    }

    /** The patterns that something matches since an update (1), or that nothing matches any more (-1). */
    private static Map<Triple, Integer> distinct(
            Set<Triple> came, Set<Triple> gone, UnaryOperator<Triple> pattern, Predicate<Triple> stays) {
        Map<Triple, Integer> changed = new HashMap<>();
        came.stream().map(pattern).distinct().forEach(key -> changed.put(key, 1));
        gone.stream().map(pattern).distinct().forEach(key -> changed.merge(key, -1, Integer::sum));
        changed.entrySet().removeIf(entry -> entry.getValue() == 0 || stays.test(entry.getKey()));
        return changed;
    }

    private void count(Triple triple, int by) {
        add(Of.STATEMENTS, "", by);
        String name = triple.getPredicate().getURI();
        add(Of.PROPERTY, name, by);
        if (triple.predicateMatches(RDF.type.asNode())) {
            add(Of.CLASS, NodeFmtLib.strNT(triple.getObject()), by);
        } else if (linked(triple)) {
            add(
                    Of.LINKS,
                    name + ' ' + SPACE.matcher(triple.getObject().getURI()).replaceAll("$1"),
                    by);
        }
    }

    private boolean linked(Triple triple) {
        return triple.getSubject().isURI()
                && triple.getObject().isURI()
                && triple.getSubject().getURI().startsWith(base)
                && !triple.getObject().getURI().startsWith(base)
                && !triple.getObject().getURI().startsWith(OWN_VOCABULARY);
    }

    private void add(Of of, String key, long by) {
        counts.get(of).merge(key, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    /** Writes the counts for the next release. */
    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(base));
        counts.forEach((of, named) -> new TreeMap<>(named).forEach((key, n) -> lines.add(of + "\t" + n + "\t" + key)));
        Kept.write(folder.resolve(NAME), lines);
    }

    /**
     * Reads the counts of a finished release.
     *
     * @throws IOException if they are missing, damaged, from another version of the program or of another base
     */
    static Census read(Path folder, String base) throws IOException {
        List<String> lines = Kept.read(folder.resolve(NAME));
        if (!lines.get(0).equals(base)) {
            throw new IOException("its base is " + lines.get(0));
        }
        Census census = new Census(base);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", 3);
            census.add(Of.valueOf(cells[0]), cells[2], Long.parseLong(cells[1]));
        }
        return census;
    }

    private long total(Of of) {
        return counts.get(of).getOrDefault("", 0L);
    }

    /** The counts as the description of a {@code void:Dataset}: sorted N-Triples. */
    String description() {
        NTriples out = new NTriples();
        Node dataset = node(base + "id/dataset");
        out.add(dataset, RDF.type.asNode(), node(VOID + "Dataset"));
        out.add(dataset, node(VOID + "uriSpace"), NodeFactory.createLiteralString(base));
        count(out, dataset, "triples", total(Of.STATEMENTS));
        count(out, dataset, "distinctSubjects", total(Of.SUBJECTS));
        count(out, dataset, "distinctObjects", total(Of.OBJECTS));
        count(out, dataset, "properties", counts.get(Of.PROPERTY).size());
        count(out, dataset, "classes", counts.get(Of.CLASS).size());
        counts.get(Of.CLASS).forEach((type, n) -> {
            if (type.startsWith("<")) {
                String iri = type.substring(1, type.length() - 1);
                Node part = part(out, dataset, "classPartition", "class", iri);
                out.add(part, node(VOID + "class"), node(iri));
                count(out, part, "entities", n);
            }
        });
        counts.get(Of.PROPERTY).forEach((property, n) -> {
            Node part = part(out, dataset, "propertyPartition", "property", property);
            out.add(part, node(VOID + "property"), node(property));
            count(out, part, "triples", n);
            count(
                    out,
                    part,
                    "distinctSubjects",
                    counts.get(Of.PROPERTY_SUBJECTS).get(property));
        });
        counts.get(Of.LINKS).forEach((link, n) -> {
            Node part = part(out, dataset, "subset", "linkset", link);
            String space = link.substring(link.indexOf(' ') + 1);
            Node target = node(dataset.getURI() + "/target/" + name(space));
            out.add(part, RDF.type.asNode(), node(VOID + "Linkset"));
            out.add(part, node(VOID + "subjectsTarget"), dataset);
            out.add(part, node(VOID + "objectsTarget"), target);
            out.add(part, node(VOID + "linkPredicate"), node(link.substring(0, link.indexOf(' '))));
            count(out, part, "triples", n);
            out.add(target, RDF.type.asNode(), node(VOID + "Dataset"));
            out.add(target, node(VOID + "uriSpace"), NodeFactory.createLiteralString(space));
        });
        return out.sorted();
    }

    private static Node part(NTriples out, Node dataset, String property, String kind, String key) {
        Node part = node(dataset.getURI() + "/" + kind + "/" + name(key));
        out.add(dataset, node(VOID + property), part);
        return part;
    }

    /** Twelve hexadecimal digits that represent a key in an IRI. */
    private static String name(String key) {
        return DigestUtils.md5Hex(key).substring(0, 12);
    }

    private static void count(NTriples out, Node subject, String property, long n) {
        out.typed(subject, VOID + property, Long.toString(n), XSDDatatype.XSDinteger);
    }

    private static Node node(String iri) {
        return NTriples.node(iri);
    }
}
