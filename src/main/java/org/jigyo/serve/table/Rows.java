package org.jigyo.serve.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a query's answer.
 *
 * @param variables its result variables
 * @param rows of each row the terms by variable; a variable without value is absent
 */
public record Rows(List<String> variables, List<Map<String, Term>> rows) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Numbers that a page can show; a value that is not of its type, not finite or very large is a text. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");

    private static final Set<String> NUMERIC = Stream.of(
                    "integer",
                    "decimal",
                    "double",
                    "float",
                    "long",
                    "int",
                    "short",
                    "byte",
                    "nonNegativeInteger",
                    "positiveInteger",
                    "nonPositiveInteger",
                    "negativeInteger",
                    "unsignedLong",
                    "unsignedInt",
                    "unsignedShort",
                    "unsignedByte")
            .map(type -> "http://www.w3.org/2001/XMLSchema#" + type)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * A value of a row.
     *
     * @param text lexical form or IRI
     * @param iri whether it is an IRI
     * @param number whether it is a number
     * @param language language of a text; null if it has none
     */
    public record Term(String text, boolean iri, boolean number, String language) {}

    /** Parses SPARQL results in JSON, as this server writes them. */
    public static Rows of(byte[] results) {
        List<String> variables = new ArrayList<>();
        List<Map<String, Term>> rows = new ArrayList<>();
        try (JsonParser json = JSON.createParser(results)) {
            while (json.nextToken() != null) {
                String field = json.currentToken() == JsonToken.FIELD_NAME ? json.currentName() : "";
                if (field.equals("vars")) {
                    json.nextToken();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        variables.add(json.getText());
                    }
                } else if (field.equals("bindings")) {
                    json.nextToken();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        rows.add(row(json));
                    }
                }
            }
            return new Rows(variables, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Term> row(JsonParser json) throws IOException {
        Map<String, Term> row = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            row.put(name, term(json));
        }
        return row;
    }

    private static Term term(JsonParser json) throws IOException {
        String type = "";
        String value = "";
        String datatype = "";
        String language = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String text = json.nextTextValue();
            switch (name) {
                case "type" -> type = text;
                case "value" -> value = text;
                case "datatype" -> datatype = text;
                case "xml:lang" -> language = text;
                default -> {}
            }
        }
        boolean number = NUMERIC.contains(datatype) && NUMBER.matcher(value).matches();
        return new Term(value, type.equals("uri"), number, language);
    }

    /** The rows from one to another, counted from 0. */
    public Rows part(int from, int to) {
        return new Rows(variables, rows.subList(Math.min(from, rows.size()), Math.min(to, rows.size())));
    }

    /** The rows in the order of a variable: numbers before texts, rows without a value last. */
    public Rows sorted(String variable, boolean descending) {
        Comparator<Term> order = Comparator.comparing(Term::number, Comparator.reverseOrder())
                .thenComparing(term -> term.number() ? new BigDecimal(term.text()) : BigDecimal.ZERO)
                .thenComparing(Term::text);
        List<Map<String, Term>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(
                row -> row.get(variable), Comparator.nullsLast(descending ? order.reversed() : order)));
        return new Rows(variables, sorted);
    }
}
