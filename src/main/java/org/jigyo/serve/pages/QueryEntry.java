package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.query.QueryParameter;
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
    public record Parameter(
            String name,
            String label,
            String description,
            QueryParameter.Type type,
            String value,
            List<String> values,
            String named) {}

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
                                japanese ? p.labelJa() : p.label(),
                                first(japanese ? p.descriptionJa() : p.description(), p.description(), p.name()),
                                p.type(),
                                p.value(),
                                p.values(),
                                p.named()))
                        .toList());
    }

    /** The fields of the form. Cities and years are chosen from what the release has. Must be called within a transaction. */
    List<TablePage.Field> fields(Map<String, String> given, Choices choices) {
        return parameters.stream()
                .map(p -> new TablePage.Field(
                        p.name(),
                        p.label(),
                        p.description(),
                        first(given.get(p.name()), p.value(), ""),
                        options(p, given, choices)))
                .toList();
    }

    /** Value → label. A parameter without default can also be left out, and a value that was given stays. */
    private static Map<String, String> options(Parameter parameter, Map<String, String> given, Choices choices) {
        Map<String, String> known = choices.of(parameter.type());
        Map<String, String> options = new LinkedHashMap<>();
        if (parameter.value() == null && !(known.isEmpty() && parameter.values().isEmpty())) {
            options.put("", choices.any());
        }
        options.putAll(known);
        parameter.values().forEach(value -> options.put(value, choices.named(parameter.named(), value)));
        if (!options.isEmpty() && given.containsKey(parameter.name())) {
            options.putIfAbsent(given.get(parameter.name()), given.get(parameter.name()));
        }
        return options;
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
