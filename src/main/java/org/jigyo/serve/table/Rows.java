package org.jigyo.serve.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a query's answer.
 *
 * @param variables its result variables
 * @param rows of each row the terms by variable; a variable without value is absent
 */
public record Rows(List<String> variables, List<Map<String, Term>> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
                term.path("datatype").asText("").matches(".*#(integer|decimal|double|long|int)$"),
                term.path("xml:lang").textValue());
    }
}
