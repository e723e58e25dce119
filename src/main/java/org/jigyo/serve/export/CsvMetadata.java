package org.jigyo.serve.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;

/**
 * What the columns of a stored query's CSV mean, as <a href="https://www.w3.org/TR/tabular-metadata/">CSV on the Web</a>
 * metadata: headings in both languages, types, units, and the IRIs that values stand for.
 */
public final class CsvMetadata {

    /** The media type of the metadata. */
    public static final String MEDIA_TYPE = "application/csvm+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A template that inserts a whole address, which is an IRI already. */
    private static final Pattern WHOLE = Pattern.compile("\\{\\+(\\w+)}");

    private CsvMetadata() {}

    /**
     * The metadata as UTF-8 JSON.
     *
     * @param csv address of the CSV that it describes, relative to the metadata's own address
     * @param base base IRI of the data, which relative links of columns start with
     */
    public static byte[] of(StoredQuery query, String csv, String base) {
        ObjectNode table = JSON.createObjectNode();
        table.put("@context", "http://www.w3.org/ns/csvw");
        table.put("@type", "Table");
        table.put("url", csv);
        text(table.putArray("dc:title").addObject(), query.about().summary(), "en");
        text(table.withArray("dc:title").addObject(), query.about().summaryJa(), "ja");
        ObjectNode dialect = table.putObject("dialect");
        dialect.put("encoding", "utf-8").put("header", true).put("lineTerminators", "\r\n");
        ObjectNode schema = table.putObject("tableSchema");
        for (String name : query.parsed().getResultVars()) {
            column(
                    schema.withArray("columns").addObject(),
                    name,
                    query.about().columns().get(name),
                    base);
        }
        return (table.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void text(ObjectNode node, String text, String language) {
        node.put("@value", text).put("@language", language);
    }

    private static void column(ObjectNode node, String name, Column column, String base) {
        node.put("name", name);
        ObjectNode titles = node.putObject("titles");
        // The first line consists of the names, or of the headings in one of the languages.
        titles.put("und", name);
        if (column == null) {
            return;
        }
        titles.put("en", column.heading("en")).put("ja", column.heading("ja"));
        node.put("datatype", column.type().xsd());
        if (column.unit() != null) {
            text(node.putObject("dc:format"), column.unit().in("en"), "en");
        }
        if (column.link() != null) {
            boolean whole = WHOLE.matcher(column.link()).lookingAt();
            node.put("valueUrl", whole ? column.link() : base + column.link());
        }
    }
}
