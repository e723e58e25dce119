package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jigyo.query.QueryParameter;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.CsvHeader;
import org.jigyo.serve.export.ParquetTable;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Static;

/**
 * The REST operations as an OpenAPI 3.1 document, one for each stored query. Common parts are in
 * {@code web/openapi.json}.
 */
public final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApi() {}

    /**
     * The document as UTF-8 JSON.
     *
     * @param version version of the program
     */
    public static byte[] of(Collection<StoredQuery> queries, String version) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(Static.bytes("openapi.json"));
            root.withObject("/info").put("version", version);
            ObjectNode paths = root.withObject("/paths");
            queries.forEach(query -> operation(query, paths));
            return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        choice("format", formats(query), get);
        if (!query.about().columns().isEmpty()) {
            choice("header", CsvHeader.Kind.words(), get)
                    .put("description", "First line of CSV: names of variables (default), or readable labels");
        }
        responses(get, query);
    }

    private static ObjectNode choice(String name, List<String> values, ObjectNode get) {
        ObjectNode parameter = get.withArray("parameters").addObject();
        parameter.put("name", name).put("in", "query").put("required", false);
        values.forEach(parameter.putObject("schema").put("type", "string").withArray("enum")::add);
        return parameter;
    }

    private static List<String> formats(StoredQuery query) {
        List<String> names = new ArrayList<>(
                Format.of(query.parsed()).stream().map(Format::suffix).toList());
        if (Format.of(query.parsed()).contains(Format.CSV)) {
            names.add(QueriesApi.EXCEL);
            names.add(QueriesApi.PARQUET);
        }
        return names;
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
            case IRI -> schema.put("type", "string").put("format", "iri");
            case STRING -> schema.put("type", "string").put("maxLength", 1000);
            case YEAR, YEARS, CITY, CONCEPT ->
                schema.put("type", "string")
                        .put("pattern", "^(" + parameter.type().form() + ")$");
        }
        parameter.values().forEach(value -> schema.withArray("enum").add(value(parameter, value)));
        if (parameter.value() != null) {
            schema.set("default", value(parameter, parameter.value()));
        }
    }

    /** A value in the type that the schema gives it: a number if it is one. */
    private static JsonNode value(QueryParameter parameter, String value) {
        boolean number =
                parameter.type() == QueryParameter.Type.INTEGER || parameter.type() == QueryParameter.Type.DECIMAL;
        return JSON.valueToTree(number ? new BigDecimal(value) : value);
    }

    private static void responses(ObjectNode get, StoredQuery query) {
        ObjectNode responses = get.putObject("responses");
        ObjectNode good = responses
                .putObject("200")
                .put("description", "The whole answer")
                .putObject("content");
        Format.of(query.parsed()).forEach(format -> {
            ObjectNode schema = good.putObject(format.mediaType()).putObject("schema");
            if (format == Format.JSON) {
                schema.put("$ref", "#/components/schemas/Rows");
                schema.put("description", columns(query));
            } else if (format != Format.JSONLD) {
                schema.put("type", "string");
            }
        });
        if (formats(query).contains(QueriesApi.PARQUET)) {
            good.putObject(ParquetTable.MEDIA_TYPE)
                    .putObject("schema")
                    .put("contentMediaType", ParquetTable.MEDIA_TYPE);
        }
        List<String> wrong = new ArrayList<>(List.of("400", "406", "413", "429", "500", "503"));
        if (query.about().federated()) {
            wrong.add(1, "403");
        }
        wrong.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/Problem"));
    }

    /** The variables of the rows and what they are, a line each. */
    private static String columns(StoredQuery query) {
        return query.about().columns().entrySet().stream()
                .map(column -> column.getKey() + ": " + column.getValue().heading("en"))
                .collect(Collectors.joining("\n"));
    }
}
