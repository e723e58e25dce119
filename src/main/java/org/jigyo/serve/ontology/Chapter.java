package org.jigyo.serve.ontology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.StmtIterator;
import org.apache.jena.vocabulary.RDF;

/** The four parts of the ontology, each with an address and a page of its own. */
public enum Chapter {
    /** Classes and properties. */
    NS('#'),
    /** Dimensions, measures, attributes and structures of the cubes. */
    DIM('#'),
    /** Code lists. */
    CODE('/'),
    /** SHACL shapes. */
    SHAPES('#');

    private static final String BASE = "https://w3id.org/jigyo/";
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private final char separator;

    Chapter(char separator) {
        this.separator = separator;
    }

    /** The name in addresses, e.g. {@code ns}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The IRI of the part, e.g. {@code https://w3id.org/jigyo/ns}. */
    public String iri() {
        return BASE + key();
    }

    /** What the IRIs of its terms begin with. */
    String namespace() {
        return iri() + separator;
    }

    /** The name of its page in a language. */
    public String page(String language) {
        return key() + "." + language + ".html";
    }

    /** The chapter that explains a term of ours; none for the terms of others. */
    static Optional<Chapter> of(Resource term) {
        if (!term.isURIResource()) {
            return Optional.empty();
        }
        if (shape(term)) {
            return Optional.of(SHAPES);
        }
        return Arrays.stream(values())
                .filter(chapter -> term.getURI().startsWith(chapter.namespace()))
                .findFirst();
    }

    /** Whether this chapter explains a term. */
    boolean explains(Resource term) {
        return of(term).filter(this::equals).isPresent();
    }

    /** Where on its page a term of this chapter stands. */
    String anchor(Resource term) {
        String iri = term.getURI();
        return iri.startsWith(namespace()) ? iri.substring(namespace().length()) : iri.substring(iri.indexOf('#') + 1);
    }

    /** Shapes may be named in any namespace of ours. */
    private static boolean shape(Resource term) {
        return term.getURI().startsWith(BASE)
                && term.listProperties(RDF.type)
                        .mapWith(statement -> statement.getObject().toString())
                        .filterKeep(type -> type.startsWith(SHACL))
                        .hasNext();
    }

    /** What a model says of this chapter and its terms, with all that hangs on them without a name. */
    Model cut(Model all) {
        Model part = ModelFactory.createDefaultModel();
        part.setNsPrefixes(all.getNsPrefixMap());
        all.listSubjects()
                .filterKeep(
                        subject -> subject.isURIResource() && (subject.getURI().equals(iri()) || explains(subject)))
                .forEach(subject -> copy(subject, part));
        return part;
    }

    private static void copy(Resource subject, Model into) {
        StmtIterator statements = subject.listProperties();
        statements.forEach(statement -> {
            RDFNode object = statement.getObject();
            boolean fresh = object.isAnon() && !into.containsResource(object);
            into.add(statement);
            if (fresh) {
                copy(object.asResource(), into);
            }
        });
    }
}
