package org.jigyo.serve.ontology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.ontology.OntologyTerm.Mention;

/**
 * How terms are named and linked on the pages of one language.
 *
 * @param all the ontology
 * @param chapter of the page
 * @param language ja or en
 */
record TermNames(Model all, Chapter chapter, String language) implements InLanguage {

    /** A term with its names and its place, or a text. */
    Mention mention(RDFNode node) {
        if (node.isLiteral()) {
            return Mention.text(node.asLiteral().getLexicalForm());
        }
        Resource term = node.asResource();
        if (term.isAnon()) {
            return Mention.text("…");
        }
        return new Mention(label(term), name(term), href(term));
    }

    /** The address of what explains a term: a place on one of our pages, or the term's own IRI. */
    String href(Resource term) {
        Resource known = term.inModel(all);
        return Chapter.of(known)
                .filter(of -> all.contains(known, null, (RDFNode) null))
                .map(of -> place(of, known))
                .orElse(term.getURI());
    }

    /** An ontology is the page as a whole; a term has its place on it. */
    private String place(Chapter of, Resource known) {
        if (known.hasProperty(RDF.type, OWL2.Ontology)) {
            return of.page(language);
        }
        return (of == chapter ? "" : of.page(language)) + "#" + of.anchor(known);
    }

    /** The label in the page's language, or null. */
    String label(Resource term) {
        return text(term, SKOS.prefLabel)
                .or(() -> text(term, RDFS.label))
                .or(() -> text(term, DCTerms.title))
                .orElse(null);
    }

    /** With prefix where there is one, else the whole IRI. */
    String name(Resource term) {
        return all.shortForm(term.getURI());
    }

    /** The text that a property gives in the page's language, or without one. */
    Optional<String> text(Resource term, Property property) {
        return texts(term, property).stream().findFirst();
    }

    /** All such texts, in their own order. */
    List<String> texts(Resource term, Property property) {
        return term.inModel(all).listProperties(property).toList().stream()
                .map(statement -> statement.getObject())
                .filter(RDFNode::isLiteral)
                .map(RDFNode::asLiteral)
                .filter(this::spoken)
                .map(Literal::getLexicalForm)
                .sorted()
                .toList();
    }

    /** Whether readers of the page's language read a text. */
    boolean spoken(Literal text) {
        return text.getLanguage().isEmpty() || text.getLanguage().equals(language);
    }

    /** Terms in the order of their IRIs. */
    static Comparator<Resource> order() {
        return Comparator.comparing(Resource::toString);
    }
}
