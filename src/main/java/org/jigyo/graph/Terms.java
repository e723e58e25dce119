package org.jigyo.graph;

/**
 * Creates the terms of statements for another library.
 *
 * @param <T> a term there
 */
public interface Terms<T> {

    /** Creates an IRI. */
    T iri(String iri);

    /** Creates a literal with a datatype, of which the IRI is given. */
    T typed(String label, String datatype);

    /** Creates a text in a language. */
    T text(String label, String language);

    /**
     * Receives statements.
     *
     * @param <T> a term
     */
    interface Receiver<T> {
        void statement(T subject, T predicate, T object);
    }
}
