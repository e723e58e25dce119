package org.jigyo.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;

/**
 * A parameter of a stored query. In the query it is the variable {@code ?_name}.
 *
 * @param name lower case, words joined by _
 * @param label what a form calls it, English; the name if it has none
 * @param labelJa the same in Japanese
 * @param type type of the RDF term it is bound to
 * @param prefix for a concept: the beginning of its IRI, completed by the value
 * @param required whether a value must be given
 * @param value the default; null if the parameter is unbound unless given
 * @param values all allowed values; empty if the type alone decides
 * @param named the beginning of the IRIs of the things that the allowed values stand for, whose names a form shows; null if
 *     they are no codes of things
 * @param description English
 * @param descriptionJa Japanese
 */
public record QueryParameter(
        String name,
        String label,
        String labelJa,
        Type type,
        String prefix,
        boolean required,
        @JsonProperty("default") String value,
        List<String> values,
        String named,
        String description,
        String descriptionJa) {

    /** The syntax of a value, and the RDF term it becomes. */
    public enum Type {
        /** Any text: a plain literal. */
        STRING("(?s).{1,1000}", "a text of up to 1000 characters"),
        /** xsd:integer. */
        INTEGER("[+-]?\\d{1,18}", "a whole number"),
        /** xsd:decimal. */
        DECIMAL("[+-]?\\d{1,18}(\\.\\d{1,18})?", "a number such as 0.8"),
        /** Western year in which a fiscal year begins: xsd:gYear. */
        YEAR("[12]\\d{3}", "a western year such as 2024"),
        /** Fiscal years of each city, as jgd:askedAs names them: a plain literal. */
        YEARS("[12]\\d{3}|newest|all", "a western year such as 2024, newest or all"),
        /** A local government by code or name; bound to its code (全国地方公共団体コード), a plain literal. */
        CITY("[^\\s].{0,59}", "a local government code such as 082201, or a name such as つくば市"),
        /** An absolute http or https IRI. */
        IRI("https?://[^\\s<>\"{}|\\\\^`]{1,2000}", "an http or https address"),
        /** The rest of an IRI, after the parameter's prefix. */
        CONCEPT("[0-9A-Za-z][0-9A-Za-z./-]{0,100}", "a code of letters, digits, points, dashes and slashes");

        private final Pattern form;
        private final String words;

        Type(String form, String words) {
            this.form = Pattern.compile(form);
            this.words = words;
        }

        /** A regular expression for the whole value. */
        public String form() {
            return form.pattern();
        }
    }

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    /** Checks the arguments; turns null lists into empty ones. */
    public QueryParameter {
        values = values == null ? List.of() : List.copyOf(values);
        label = label == null ? name : label;
        labelJa = labelJa == null ? label : labelJa;
        named = named == null ? prefix : named;
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a parameter's name consists of lower-case letters, digits and _: " + name);
        }
        if (type == null) {
            throw new IllegalArgumentException("the parameter " + name + " has no type");
        }
        if ((type == Type.CONCEPT) != (prefix != null)) {
            throw new IllegalArgumentException("a concept needs a prefix, and other types cannot have one: " + name);
        }
    }

    /** A regular expression for the whole value: one of the allowed values, or the form of its type. */
    public String form() {
        return values.isEmpty()
                ? type.form()
                : values.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** The variable for this parameter in the query, without the question mark. */
    public String variable() {
        return "_" + name;
    }

    /**
     * The RDF term for a value.
     *
     * @throws WrongParameter if it is not an allowed value, or not of the type
     */
    public Node term(String given) {
        if (!values.isEmpty() && !values.contains(given)) {
            throw wrong(given, "one of " + String.join(", ", values));
        }
        if (!type.form.matcher(given).matches()) {
            throw wrong(given, type.words);
        }
        return switch (type) {
            case STRING, YEARS -> NodeFactory.createLiteralString(given);
            case CITY -> NodeFactory.createLiteralString(city(given));
            case INTEGER -> NodeFactory.createLiteralDT(given, XSDDatatype.XSDinteger);
            case DECIMAL -> NodeFactory.createLiteralDT(given, XSDDatatype.XSDdecimal);
            case YEAR -> NodeFactory.createLiteralDT(given, XSDDatatype.XSDgYear);
            case IRI -> NodeFactory.createURI(checked(given));
            case CONCEPT -> NodeFactory.createURI(prefix + given);
        };
    }

    /** The code of the only local government that a text can mean. A code that no list has is a city without sheets. */
    private String city(String given) {
        List<LocalGovernment> found = LocalGovernments.find(given);
        if (found.size() == 1) {
            return found.get(0).code();
        }
        if (SIX_DIGITS.matcher(given).matches()) {
            return LocalGovernments.cityOfWard(given).map(LocalGovernment::code).orElse(given);
        }
        List<String> candidates = LocalGovernments.describe(found);
        throw new WrongParameter(
                name,
                found.isEmpty()
                        ? "The parameter " + name + " must be " + type.words + "; no local government is called «"
                                + given + "»."
                        : "The parameter " + name + " may mean several local governments by «" + given + "»: "
                                + String.join(", ", candidates) + ".",
                candidates);
    }

    private String checked(String given) {
        try {
            return new URI(given).toString();
        } catch (URISyntaxException e) {
            throw wrong(given, type.words);
        }
    }

    private WrongParameter wrong(String given, String expected) {
        return new WrongParameter(
                name, "The parameter " + name + " must be " + expected + ", not «" + given + "».", values);
    }
}
