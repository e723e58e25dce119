package org.jigyo.serve.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows of a query's answer.
 *
 * @param variables its result variables
 * @param rows of each row the terms by variable; a variable without value is absent
 */
public record Rows(List<String> variables, List<Map<String, Term>> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Numbers that a page can show; a value that is not of its type, not finite or very large is a text. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");

    private static final Pattern NUMERIC =
            Pattern.compile("http://www\\.w3\\.org/2001/XMLSchema#(integer|decimal|double|float|long|int|short|byte"
                    + "|nonNegativeInteger|positiveInteger|nonPositiveInteger|negativeInteger|unsigned\\w+)");

    /**
     * A value of a row.
     *
     * @param text lexical form or IRI
     * @param iri whether it is an IRI
     * @param number whether it is a number
     * @param language language of a text; null if it has none
     */
    public record Term(String text, boolean iri, boolean number, String language) {}

    /** Parses SPARQL results in JSON. */
    public static Rows of(byte[] results) {
        try {
            JsonNode root = JSON.readTree(results);
            List<String> variables = new ArrayList<>();
            root.path("head").path("vars").forEach(name -> variables.add(name.textValue()));
            List<Map<String, Term>> rows = new ArrayList<>();
            for (JsonNode binding : root.path("results").path("bindings")) {
                Map<String, Term> row = new LinkedHashMap<>();
                binding.properties().forEach(value -> row.put(value.getKey(), term(value.getValue())));
                rows.add(row);
            }
            return new Rows(variables, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term term(JsonNode term) {
        return new Term(
                term.path("value").asText(""),
                term.path("type").asText("").equals("uri"),
                NUMERIC.matcher(term.path("datatype").asText("")).matches()
                        && NUMBER.matcher(term.path("value").asText("")).matches(),
                term.path("xml:lang").textValue());
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
