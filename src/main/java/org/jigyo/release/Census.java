package org.jigyo.release;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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
