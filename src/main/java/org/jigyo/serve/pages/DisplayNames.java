package org.jigyo.serve.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** The names of things, in the reader's language if they have one. */
public record DisplayNames(Graph data, String language) {

    /** Parts of a description that have the name of what they count. */
    private static final List<Node> COUNTED = List.of(
            NodeFactory.createURI("http://rdfs.org/ns/void#class"),
            NodeFactory.createURI("http://rdfs.org/ns/void#property"),
            NodeFactory.createURI("http://rdfs.org/ns/void#linkPredicate"));

    /** What leads from a thing with a name to the same thing in a list of others. */
    private static final Node AREA = NodeFactory.createURI("https://w3id.org/jigyo/ns#standardAreaCode");

    private static final List<Node> NAMES = List.of(
            NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel"),
            NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
            NodeFactory.createURI("http://purl.org/dc/terms/title"),
            NodeFactory.createURI("https://w3id.org/jigyo/ns#nameAsPrinted"));

    /** What pages call the words of other vocabularies: namespace → word → English, Japanese. */
    private static final Map<String, Map<String, List<String>>> WORDS = load();

    private static Map<String, Map<String, List<String>>> load() {
        try (InputStream file = DisplayNames.class.getResourceAsStream("/web/names.yml")) {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name; if there is none, the end of the IRI; if that is empty, the whole IRI. */
    public String of(Node thing) {
        return value(thing, null).text();
    }

    /**
     * A thing or a text as a page shows it.
     *
     * @param href where the name links to; null for no link
     */
    public ThingPage.Value value(Node thing, String href) {
        if (thing.isBlank()) {
            return new ThingPage.Value("–", href, null);
        }
        Node name = thing.isLiteral() ? thing : name(thing);
        if (name != null) {
            String spoken = name.getLiteralLanguage();
            return new ThingPage.Value(name.getLiteralLexicalForm(), href, spoken.isEmpty() ? null : spoken);
        }
        for (Node property : COUNTED) {
            List<Triple> counted = data.find(thing, property, Node.ANY).toList();
            if (!counted.isEmpty()) {
                return value(counted.get(0).getObject(), href);
            }
        }
        List<Triple> area = data.find(Node.ANY, AREA, thing).toList();
        if (!area.isEmpty()) {
            return value(area.get(0).getSubject(), href);
        }
        List<String> called = words(thing.getURI());
        return called != null
                ? new ThingPage.Value(called.get(language.equals("ja") ? 1 : 0), href, language)
                : new ThingPage.Value(ending(thing), href, null);
    }

    /** What pages call a word of another vocabulary; null for nothing. */
    private static List<String> words(String iri) {
        int word = lastPart(iri);
        return WORDS.getOrDefault(iri.substring(0, word), Map.of()).get(iri.substring(word));
    }

    /** Where the part of an IRI after its last # or / begins. */
    private static int lastPart(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }

    /** The end of an IRI; a mere number stands behind the name of the thing's class, and a part of a document is called by its class. */
    private String ending(Node thing) {
        String iri = thing.getURI();
        int word = lastPart(iri);
        String end = iri.substring(word);
        boolean number = end.chars().allMatch(Character::isDigit);
        boolean part = word > 0 && iri.charAt(word - 1) == '#';
        if (end.isEmpty()) {
            return iri;
        }
        if (!number && !part) {
            return end;
        }
        return data.find(thing, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(type -> name(type) != null || words(type.getURI()) != null)
                .mapWith(type -> part && !number ? of(type) : of(type) + " " + end)
                .nextOptional()
                .orElse(end);
    }

    /** True if a thing that sheets print is called by its code, because no sheet says its name. What a code of our own means is defined. */
    boolean nameless(Node thing) {
        Node name = name(thing);
        return name != null
                && !data.contains(thing, SKOS.definition.asNode(), Node.ANY)
                && data.contains(
                        thing, SKOS.notation.asNode(), NodeFactory.createLiteralString(name.getLiteralLexicalForm()));
    }

    private Node name(Node thing) {
        for (Node property : NAMES) {
            Node name = named(thing, property);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private Node named(Node thing, Node property) {
        Node any = null;
        ExtendedIterator<Triple> found = data.find(thing, property, Node.ANY);
        try {
            while (found.hasNext()) {
                Node name = found.next().getObject();
                if (name.isLiteral()) {
                    if (name.getLiteralLanguage().toLowerCase(Locale.ROOT).equals(language)) {
                        return name;
                    }
                    any = any == null ? name : any;
                }
            }
        } finally {
            found.close();
        }
        return any;
    }
}
