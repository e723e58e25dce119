package org.jigyo.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The statements of one graph, each once, handed out in one canonical order. Not thread-safe. */
final class Statements {

    /** One property of a subject. */
    record Property(IRI predicate, Value object) {}

    private static final Comparator<Property> ORDER = Comparator.comparing((Property p) -> rank(p.predicate()))
            .thenComparing(p -> p.predicate().stringValue())
            .thenComparing(p -> p.object() instanceof Literal ? 1 : 0)
            .thenComparing(p -> p.object().stringValue())
            .thenComparing(p -> p.object().toString());

    // As added, repeats included: a list costs a fifth of a set, and handing out sorts anyway.
    private final Map<IRI, List<Property>> subjects = new HashMap<>();

    private static int rank(IRI predicate) {
        return predicate.equals(Iris.TYPE) ? 0 : 1;
    }

    /** Adds a statement; an object that is null says nothing. */
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

    boolean has(IRI subject) {
        return subjects.containsKey(subject);
    }

    /** Properties of a subject, in the order in which they were added. */
    Set<Property> of(IRI subject) {
        return new LinkedHashSet<>(subjects.getOrDefault(subject, List.of()));
    }

    Set<IRI> subjects() {
        return subjects.keySet();
    }

    /** The object of a subject's only value of a property, or null. */
    Value object(IRI subject, IRI predicate) {
        return subjects.getOrDefault(subject, List.of()).stream()
                .filter(p -> p.predicate().equals(predicate))
                .map(Property::object)
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    /** Subjects by IRI. */
    List<IRI> sorted() {
        List<IRI> sorted = new ArrayList<>(subjects.keySet());
        sorted.sort(Comparator.comparing(IRI::stringValue));
        return sorted;
    }

    /** What is said of a subject: rdf:type first, then properties by IRI, then objects: IRIs before literals. */
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

    /** What is said of a subject as text that tells it from anything else, repeats and order of adding included. */
    void spell(IRI subject, StringBuilder to) {
        to.append(subject.stringValue()).append('\u0001');
        for (Property p : subjects.get(subject)) {
            to.append(p.predicate().stringValue())
                    .append('\u0002')
                    .append(p.object().stringValue());
            if (p.object() instanceof Literal literal) {
                to.append('\u0003')
                        .append(literal.getLanguage().orElse(""))
                        .append('\u0003')
                        .append(literal.getDatatype().stringValue());
            }
            to.append('\u0002');
        }
        to.append('\u0001');
    }
}
