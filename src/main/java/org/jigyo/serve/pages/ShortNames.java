package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * The JSON-LD context of a release, with short names for terms and prefixes, generated from its vocabulary. Values of
 * object properties become plain IRIs, values of datatype properties plain texts.
 */
public final class ShortNames {

    /** The address of the context, relative to the base. */
    public static final String ADDRESS = "context.jsonld";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Node DEFINED_BY = RDFS.isDefinedBy.asNode();

    private final Graph data;
    private final Map<String, String> prefixes;

    private ShortNames(Graph data, Map<String, String> prefixes) {
        this.data = data;
        this.prefixes = prefixes;
    }

    /**
     * Generates the context.
     *
     * @param data a graph that contains the vocabulary
     * @return a JSON-LD document with only {@code @context}
     */
    static String of(Graph data, PrefixMap prefixes) {
        return new ShortNames(data, new TreeMap<>(prefixes.getMapping())).context();
    }

    private String context() {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode terms = document.putObject("@context");
        terms.put("@version", 1.1);
        prefixes.forEach((prefix, iri) -> {
            // An empty prefix has no name here, and an IRI that does not end with a separator cannot be a prefix.
            if (!prefix.isEmpty() && iri.matches(".*[#/:?\\[\\]@]")) {
                terms.put(prefix, iri);
            }
        });
        terms().forEach((name, term) -> {
            ObjectNode says = terms.putObject(name).put("@id", term.getURI());
            String type = type(term);
            if (type != null) {
                says.put("@type", type);
            }
        });
        return document.toPrettyString() + "\n";
    }

    /** Terms by local name; if vocabularies share one, the first by IRI gets it. */
    private Map<String, Node> terms() {
        List<Node> defined = data
                .find(Node.ANY, DEFINED_BY, Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet()
                .stream()
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
        Map<String, Node> terms = new TreeMap<>();
        for (Node term : defined) {
            String name = term.getURI().substring(term.getURI().lastIndexOf('#') + 1);
            boolean ours = List.of("ns", "dim").stream()
                    .anyMatch(vocabulary -> term.getURI().equals(Links.namespace(vocabulary) + name));
            if (ours && !prefixes.containsKey(name)) {
                terms.putIfAbsent(name, term);
            }
        }
        return terms;
    }

    private String type(Node term) {
        if (data.contains(term, RDF.type.asNode(), OWL2.ObjectProperty.asNode())) {
            return "@id";
        }
        List<String> ranges = data.find(term, RDFS.range.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toList();
        boolean typed = ranges.size() == 1
                && ranges.get(0).startsWith(XSD.getURI())
                && !NodeFactory.createURI(ranges.get(0)).equals(XSD.xstring.asNode());
        return typed ? ranges.get(0) : null;
    }
}
