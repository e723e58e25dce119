package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jigyo.query.StoredQuery;

/**
 * The description of a stored query in one language.
 *
 * @param name name of the operation
 * @param summary one line
 * @param description details; may be empty
 * @param parameters its parameters
 */
public record QueryEntry(String name, String summary, String description, List<Parameter> parameters) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A parameter, in one language. */
    public record Parameter(String name, String description, String value, List<String> values) {}

    static QueryEntry of(StoredQuery query, String language) {
        boolean japanese = language.equals("ja");
        StoredQuery.About about = query.about();
        return new QueryEntry(
                query.name(),
                first(japanese ? about.summaryJa() : about.summary(), about.summary(), query.name()),
                first(japanese ? about.descriptionJa() : about.description(), about.description(), ""),
                about.params().stream()
                        .map(p -> new Parameter(
                                p.name(),
                                first(japanese ? p.descriptionJa() : p.description(), p.description(), p.name()),
                                p.value(),
                                p.values()))
                        .toList());
    }

    List<TablePage.Field> fields(Map<String, String> given) {
        return parameters.stream()
                .map(p -> new TablePage.Field(
                        p.name(), p.description(), first(given.get(p.name()), p.value(), ""), p.values()))
                .toList();
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    /** The list of queries for programs. */
    static byte[] json(Collection<StoredQuery> queries) {
        ArrayNode list = JSON.createArrayNode();
        for (StoredQuery query : queries) {
            ObjectNode entry = list.addObject();
            entry.put("name", query.name());
            entry.put("href", "/api/queries/" + query.name());
            entry.put("summary", query.about().summary());
            entry.put("summary-ja", query.about().summaryJa());
            query.about().tags().forEach(entry.withArray("tags")::add);
            query.about().params().forEach(p -> entry.withArray("params").add(p.name()));
        }
        return (list.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
