package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.InLanguage;

/**
 * The content of the page of a stored query or of a search.
 *
 * @param title title of the query
 * @param description details; may be empty
 * @param language language of the page, ja or en
 * @param action address of the form and, with a format, of the data
 * @param fields fields of the form
 * @param columns headers of the table
 * @param rows cells; only the first {@link #SHOWN} rows
 * @param total total number of rows
 * @param links label → address of the same data in other formats
 * @param message error in the input; empty if there is none
 * @param release id of the release
 */
public record TablePage(
        String title,
        String description,
        String language,
        String action,
        List<Field> fields,
        List<String> columns,
        List<List<ThingPage.Value>> rows,
        int total,
        Map<String, String> links,
        String message,
        String release)
        implements InLanguage {

    /** Maximum number of rows on a page; the data contain all. */
    public static final int SHOWN = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The label of the form's button. */
    public String button() {
        return action.equals("/search") ? say("検索", "Search") : say("表示", "Show");
    }

    /**
     * A field of the form.
     *
     * @param values values to choose from; empty for free text
     */
    public record Field(String name, String label, String value, List<String> values) {}

    /** A table: headers, the rows shown, and the total number of rows. */
    record Table(List<String> columns, List<List<ThingPage.Value>> rows, int total) {

        static final Table NONE = new Table(List.of(), List.of(), 0);

        /** Parses SPARQL results in JSON. */
        static Table of(byte[] results, Links links) {
            try {
                JsonNode root = JSON.readTree(results);
                List<String> columns = new ArrayList<>();
                root.path("head").path("vars").forEach(name -> columns.add(name.textValue()));
                List<List<ThingPage.Value>> rows = new ArrayList<>();
                JsonNode bindings = root.path("results").path("bindings");
                for (JsonNode binding : bindings) {
                    if (rows.size() == SHOWN) {
                        break;
                    }
                    rows.add(columns.stream()
                            .map(name -> value(binding.path(name), links))
                            .toList());
                }
                return new Table(columns, rows, bindings.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ThingPage.Value value(JsonNode term, Links links) {
            String text = term.path("value").asText("");
            boolean iri = term.path("type").asText("").equals("uri");
            boolean number = term.path("datatype").asText("").matches(".*#(integer|decimal|double|long|int)$");
            return new ThingPage.Value(
                    text,
                    iri ? links.href(text) : null,
                    number ? ThingPage.Value.NUMBER : term.path("xml:lang").textValue());
        }
    }
}
