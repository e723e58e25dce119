package org.jigyo.serve.ontology;

import java.util.List;

/**
 * One term as its page shows it.
 *
 * @param anchor where it stands on the page
 * @param name with prefix
 * @param label in the page's language; null when it has none
 * @param definition in the page's language; may be empty
 * @param deprecated whether it is no longer used
 * @param facts what the ontology says of it
 * @param rules what the shapes ask of things of this class
 * @param example Turtle; empty when the specimens have none
 * @param queries the stored queries that use it
 */
public record OntologyTerm(
        String anchor,
        String iri,
        String name,
        String label,
        String definition,
        boolean deprecated,
        List<Fact> facts,
        List<Rule> rules,
        String example,
        List<Mention> queries) {

    /**
     * A term or a text, as a page shows it.
     *
     * @param label in the page's language; null when it has none
     * @param name short name of a term, or null
     * @param href where it is explained, or null
     */
    public record Mention(String label, String name, String href) {

        static Mention text(String text) {
            return new Mention(text, null, null);
        }

        /** A link to another place of the same page or folder. */
        static Mention link(String text, String href) {
            return new Mention(text, null, href);
        }
    }

    /**
     * A property of the term and its values.
     *
     * @param label in the page's language
     */
    public record Fact(String label, List<Mention> values) {}

    /**
     * A constraint of a shape.
     *
     * @param path the property; null for a rule over the thing as a whole
     * @param count how many values, e.g. {@code 0..1}; empty for any number
     * @param values of which kind
     * @param message what a report says when it is broken
     */
    public record Rule(
            String anchor, Mention path, String count, List<Mention> values, String message, String severity) {}

    /**
     * Terms of one kind.
     *
     * @param anchor of the heading
     */
    public record Group(String anchor, String title, String note, List<OntologyTerm> terms) {}

    /** A term with those below it. */
    public record Branch(Mention term, List<Branch> below) {}
}
