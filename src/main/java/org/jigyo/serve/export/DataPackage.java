package org.jigyo.serve.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Release;
import org.jigyo.serve.http.InLanguage;

/**
 * Answers of stored queries as a <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>: what the
 * columns of each CSV are, in the words of Frictionless Data. Amounts and fiscal years also have their column type of the
 * <a href="https://specs.frictionlessdata.io/fiscal-data-package--budgets/">Fiscal Data Package</a>.
 *
 * @param name lower case; what distinguishes the package from others of the same release
 * @param tables what it consists of
 * @param language of titles, ja or en
 * @param site address of the server, without a final slash
 */
public record DataPackage(String name, List<TableFile> tables, String language, String site) implements InLanguage {

    /** The media type of the descriptor, which has none of its own. */
    public static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The CSV of a query's answer.
     *
     * @param address of the CSV, absolute
     */
    public record TableFile(StoredQuery query, String address) {}

    /** Copies the tables. */
    public DataPackage {
        tables = List.copyOf(tables);
    }

    /** The descriptor as UTF-8 JSON. */
    public byte[] descriptor(Release release) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("profile", "tabular-data-package");
        whole.put("name", name);
        whole.put("id", release.base() + "id/release/" + release.id());
        whole.put("version", release.id());
        whole.put("created", release.published().toString());
        whole.put("title", say("事務事業評価データ", "Project evaluation of Japanese municipalities"));
        whole.put("homepage", site);
        whole.put("description", say("利用条件: ", "Terms of use: ") + site + "/catalogue");
        whole.withArray("resources");
        tables.forEach(table -> resource(whole.withArray("resources").addObject(), table));
        return (whole.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void resource(ObjectNode node, TableFile table) {
        StoredQuery query = table.query();
        node.put("profile", "tabular-data-resource");
        node.put("name", query.name());
        node.put("title", say(query.about().summaryJa(), query.about().summary()));
        String description = say(query.about().descriptionJa(), query.about().description());
        if (description != null) {
            node.put("description", description);
        }
        node.put("path", table.address());
        node.put("format", "csv").put("mediatype", "text/csv").put("encoding", "utf-8");
        ObjectNode schema = node.putObject("schema");
        query.parsed()
                .getResultVars()
                .forEach(name -> field(
                        schema.withArray("fields").addObject(),
                        name,
                        query.about().columns().get(name)));
        schema.withArray("missingValues").add("");
    }

    private void field(ObjectNode node, String name, Column column) {
        node.put("name", name);
        if (column == null) {
            node.put("type", "string");
            return;
        }
        node.put("title", column.heading(language));
        switch (column.type()) {
            case STRING -> node.put("type", "string");
            case IRI -> node.put("type", "string").put("format", "uri");
            case INTEGER -> node.put("type", "integer");
            case DECIMAL -> node.put("type", "number");
            case BOOLEAN -> node.put("type", "boolean");
            case DATE -> node.put("type", "date");
            case YEAR -> node.put("type", "year");
            case FISCAL_YEAR -> node.put("type", "year").put("columnType", "date:fiscal-year");
        }
        if (column.unit() != null) {
            node.put("unit", column.unit().in(language));
        }
        if (column.unit() == Column.Unit.YEN) {
            node.put("columnType", "value");
        }
    }
}
