package org.jigyo.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The statements of one graph without duplicates, returned in one canonical order. Not thread-safe. */
public final class Statements {

    /** A property and an object of a subject. */
    record Property(IRI predicate, Value object) {}

    private static final Comparator<Property> ORDER = Comparator.comparing((Property p) -> rank(p.predicate()))
            .thenComparing(p -> p.predicate().stringValue())
            .thenComparing(p -> p.object() instanceof Literal ? 1 : 0)
            .thenComparing(p -> p.object().stringValue())
            .thenComparing(p -> p.object().toString());

    // Kept as added, with duplicates: a list costs a fifth of a set, and output is sorted anyway.
    private final Map<IRI, List<Property>> subjects = new HashMap<>();

    private static int rank(IRI predicate) {
        return predicate.equals(Iris.TYPE) ? 0 : 1;
    }

    /** Adds a statement. A null object adds nothing. */
    Statements add(IRI subject, IRI predicate, Value object) {
        if (object != null) {
            subjects.computeIfAbsent(subject, k -> new ArrayList<>(4)).add(new Property(predicate, object));
        }
        return this;
    }

    Statements type(IRI subject, String... types) {
        for (String type : types) {
            add(subject, Iris.TYPE, Iris.iri(type));
        }
        return this;
    }

    /** Replaces each property of a subject. */
    void rewrite(IRI subject, UnaryOperator<Property> by) {
        subjects.get(subject).replaceAll(by);
    }

    /** Adds all statements of another instance. */
    Statements addAll(Statements others) {
        others.subjects.keySet().forEach(subject -> addAll(subject, others));
        return this;
    }

    /** Adds the statements of another instance about one subject. */
    void addAll(IRI subject, Statements others) {
        subjects.computeIfAbsent(subject, k -> new ArrayList<>(4)).addAll(others.subjects.get(subject));
    }

    /** The classes of all subjects. */
    Set<IRI> types() {
        Set<IRI> types = new HashSet<>();
        subjects.values()
                .forEach(all -> all.stream()
                        .filter(p -> p.predicate().equals(Iris.TYPE))
                        .forEach(p -> types.add((IRI) p.object())));
        return types;
    }

    boolean has(IRI subject) {
        return subjects.containsKey(subject);
    }

    /** The properties of a subject, in the order in which they were added. */
    Set<Property> of(IRI subject) {
        return new LinkedHashSet<>(subjects.getOrDefault(subject, List.of()));
    }

    Set<IRI> subjects() {
        return subjects.keySet();
    }

    /** The values of a property of a subject, in the order in which they were added. */
    Stream<Value> objects(IRI subject, IRI predicate) {
        return subjects.getOrDefault(subject, List.of()).stream()
                .filter(p -> p.predicate().equals(predicate))
                .map(Property::object);
    }

    /** The object of a subject's only value of a property, or null. */
    Value object(IRI subject, IRI predicate) {
        return objects(subject, predicate).findFirst().orElse(null);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return subjects.isEmpty();
    }

    /** Canonical Turtle, without the prefixes of {@link Turtle#head()}. */
    public byte[] turtle() {
        return Turtle.text(this);
    }

    /** Passes on all statements in the order of {@link #turtle()}, in terms of another library; equal terms are created once. */
    public <T> void forEach(Terms<T> terms, Terms.Receiver<T> to) {
        Map<Value, T> known = new HashMap<>();
        sorted().forEach(subject -> forEach(
                subject,
                statement -> to.statement(
                        known.computeIfAbsent(statement.getSubject(), value -> create(value, terms)),
                        known.computeIfAbsent(statement.getPredicate(), value -> create(value, terms)),
                        known.computeIfAbsent(statement.getObject(), value -> create(value, terms)))));
    }

    private static <T> T create(Value value, Terms<T> terms) {
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> terms.text(literal.getLabel(), language))
                    .orElseGet(() -> terms.typed(
                            literal.getLabel(), literal.getDatatype().stringValue()));
        }
        return terms.iri(value.stringValue());
    }

    /** The text that a property has in a language, or the subject's IRI. */
    String text(IRI subject, IRI property, String language) {
        return objects(subject, property)
                .filter(o ->
                        o instanceof Literal l && l.getLanguage().orElse("").equals(language))
                .map(Value::stringValue)
                .findFirst()
                .orElse(subject.stringValue());
    }

    /** The subjects, sorted by IRI. */
    List<IRI> sorted() {
        List<IRI> sorted = new ArrayList<>(subjects.keySet());
        sorted.sort(Comparator.comparing(IRI::stringValue));
        return sorted;
    }

    /**
     * Passes on the statements of a subject: rdf:type first, then by property IRI, then objects with IRIs before
     * literals.
     */
    void forEach(IRI subject, Consumer<Statement> to) {
        List<Property> properties = new ArrayList<>(subjects.get(subject));
        properties.sort(ORDER);
        Property last = null;
        for (Property p : properties) {
            if (!p.equals(last)) {
                to.accept(SimpleValueFactory.getInstance().createStatement(subject, p.predicate(), p.object()));
            }
            last = p;
        }
    }
}
