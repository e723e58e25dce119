package org.jigyo.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The REST operations as an OpenAPI 3.1 document, one for each stored query. */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApi() {}

    static byte[] of(Collection<StoredQuery> queries, String version) {
        ObjectNode root = JSON.createObjectNode();
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "Jigyo");
        info.put("summary", "Project-evaluation sheets of Japanese municipalities as linked data");
        info.put("version", version);
        ObjectNode paths = root.putObject("paths");
        queries.forEach(query -> operation(query, paths));
        ObjectNode problem = root.putObject("components").putObject("schemas").putObject("Problem");
        problem.put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        List.of("type", "title", "detail")
                .forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("status").put("type", "integer");
        ObjectNode allowed = properties.putObject("allowed");
        allowed.put("type", "array").putObject("items").put("type", "string");
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void operation(StoredQuery query, ObjectNode paths) {
        ObjectNode get = paths.putObject("/api/queries/" + query.name()).putObject("get");
        get.put("operationId", query.name());
        get.put("summary", query.about().summary());
        if (query.about().description() != null) {
            get.put("description", query.about().description());
        }
        query.about().tags().forEach(get.withArray("tags")::add);
        for (QueryParameter parameter : query.about().params()) {
            parameter(parameter, get.withArray("parameters").addObject());
        }
        ObjectNode format = get.withArray("parameters").addObject();
        format.put("name", "format").put("in", "query").put("required", false);
        boolean table = query.isTable();
        ObjectNode choice = format.putObject("schema").put("type", "string");
        (table ? List.of("json", "csv", "csv-excel", "xml", "tsv") : List.of("ttl", "jsonld", "nt", "rdf", "json"))
                .forEach(choice.withArray("enum")::add);
        responses(get, table);
    }

    private static void parameter(QueryParameter parameter, ObjectNode node) {
        node.put("name", parameter.name()).put("in", "query").put("required", parameter.required());
        if (parameter.description() != null) {
            node.put("description", parameter.description());
        }
        ObjectNode schema = node.putObject("schema");
        switch (parameter.type()) {
            case INTEGER -> schema.put("type", "integer");
            case DECIMAL -> schema.put("type", "number");
            case YEAR -> schema.put("type", "string").put("pattern", "^[12]\\d{3}$");
            case CITY -> schema.put("type", "string").put("pattern", "^\\d{6}$");
            case IRI -> schema.put("type", "string").put("format", "iri");
            default -> schema.put("type", "string");
        }
        parameter.values().forEach(schema.withArray("enum")::add);
        if (parameter.values().isEmpty()) {
            schema.remove("enum");
        }
        if (parameter.value() != null) {
            schema.put("default", parameter.value());
        }
    }

    private static void responses(ObjectNode get, boolean table) {
        ObjectNode responses = get.putObject("responses");
        ObjectNode good = responses
                .putObject("200")
                .put("description", "The whole answer")
                .putObject("content");
        (table ? Format.TABLES : Format.GRAPHS).forEach(format -> good.putObject(format.mediaType()));
        for (String status : List.of("400", "406", "413", "429", "503")) {
            responses
                    .putObject(status)
                    .put("description", "A whole error")
                    .putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }
}
