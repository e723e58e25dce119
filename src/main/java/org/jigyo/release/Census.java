package org.jigyo.release;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;

/**
 * VoID statistics of a graph: number of statements, entities, classes, properties, and links to other publishers' data.
 */
final class Census {

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
     * @param objects number of distinct objects
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
            census.count(triple, properties.isEmpty(), properties.add(triple.getPredicate()));
        }
        return census;
    }

    private void count(Triple triple, boolean subject, boolean property) {
        add(Of.STATEMENTS, "", true);
        add(Of.SUBJECTS, "", subject);
        String name = triple.getPredicate().getURI();
        add(Of.PROPERTY, name, true);
        add(Of.PROPERTY_SUBJECTS, name, property);
        if (triple.predicateMatches(RDF.type.asNode())) {
            add(Of.CLASS, NodeFmtLib.strNT(triple.getObject()), true);
        } else if (linked(triple)) {
            add(
                    Of.LINKS,
                    name + ' ' + SPACE.matcher(triple.getObject().getURI()).replaceAll("$1"),
                    true);
        }
    }

    private boolean linked(Triple triple) {
        return triple.getSubject().isURI()
                && triple.getObject().isURI()
                && triple.getSubject().getURI().startsWith(base)
                && !triple.getObject().getURI().startsWith(base)
                && !triple.getObject().getURI().startsWith(OWN_VOCABULARY);
    }

    private void add(Of of, String key, boolean counts) {
        if (counts) {
            this.counts.get(of).merge(key, 1L, Long::sum);
        }
    }

    private long total(Of of) {
        return counts.get(of).getOrDefault("", 0L);
    }

    /** The counts as the description of a {@code void:Dataset}: sorted N-Triples. */
    String description() {
        TreeSet<String> lines = new TreeSet<>();
        Node dataset = node(base + "id/dataset");
        add(lines, dataset, RDF.type.asNode(), node(VOID + "Dataset"));
        add(lines, dataset, node(VOID + "uriSpace"), NodeFactory.createLiteralString(base));
        add(lines, dataset, "triples", total(Of.STATEMENTS));
        add(lines, dataset, "distinctSubjects", total(Of.SUBJECTS));
        add(lines, dataset, "distinctObjects", total(Of.OBJECTS));
        add(lines, dataset, "properties", counts.get(Of.PROPERTY).size());
        add(lines, dataset, "classes", counts.get(Of.CLASS).size());
        counts.get(Of.CLASS).forEach((type, n) -> {
            if (type.startsWith("<")) {
                String iri = type.substring(1, type.length() - 1);
                Node part = part(lines, dataset, "classPartition", "class", iri);
                add(lines, part, node(VOID + "class"), node(iri));
                add(lines, part, "entities", n);
            }
        });
        counts.get(Of.PROPERTY).forEach((property, n) -> {
            Node part = part(lines, dataset, "propertyPartition", "property", property);
            add(lines, part, node(VOID + "property"), node(property));
            add(lines, part, "triples", n);
            add(
                    lines,
                    part,
                    "distinctSubjects",
                    counts.get(Of.PROPERTY_SUBJECTS).get(property));
        });
        counts.get(Of.LINKS).forEach((link, n) -> {
            Node part = part(lines, dataset, "subset", "linkset", link);
            String space = link.substring(link.indexOf(' ') + 1);
            Node target = node(dataset.getURI() + "/target/" + name(space));
            add(lines, part, RDF.type.asNode(), node(VOID + "Linkset"));
            add(lines, part, node(VOID + "subjectsTarget"), dataset);
            add(lines, part, node(VOID + "objectsTarget"), target);
            add(lines, part, node(VOID + "linkPredicate"), node(link.substring(0, link.indexOf(' '))));
            add(lines, part, "triples", n);
            add(lines, target, RDF.type.asNode(), node(VOID + "Dataset"));
            add(lines, target, node(VOID + "uriSpace"), NodeFactory.createLiteralString(space));
        });
        return String.join("", lines);
    }

    private static Node part(Set<String> lines, Node dataset, String property, String kind, String key) {
        Node part = node(dataset.getURI() + "/" + kind + "/" + name(key));
        add(lines, dataset, node(VOID + property), part);
        return part;
    }

    /** Twelve hexadecimal digits that represent a key in an IRI. */
    private static String name(String key) {
        return DigestUtils.md5Hex(key).substring(0, 12);
    }

    private static void add(Set<String> lines, Node subject, String property, long n) {
        add(
                lines,
                subject,
                node(VOID + property),
                NodeFactory.createLiteralDT(Long.toString(n), XSDDatatype.XSDinteger));
    }

    private static void add(Set<String> lines, Node subject, Node property, Node object) {
        lines.add(Constructs.line(Triple.create(subject, property, object)) + " .\n");
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
