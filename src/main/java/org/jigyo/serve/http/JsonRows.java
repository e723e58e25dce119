package org.jigyo.serve.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * Writes SPARQL 1.1 Query Results JSON, one row a line. Jena's writer indents character by character, which took longer
 * than computing the rows.
 */
final class JsonRows implements RowSetWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    @Override
    public void write(OutputStream out, RowSet rows, Context context) {
        try {
            table(JSON.createGenerator(out), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(OutputStream out, boolean holds, Context context) {
        try {
            JsonGenerator json = JSON.createGenerator(out);
            json.writeStartObject();
            json.writeObjectFieldStart("head");
            json.writeEndObject();
            json.writeBooleanField("boolean", holds);
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Writer out, RowSet rows, Context context) {
        throw new UnsupportedOperationException("JSON can only be written as UTF-8");
    }

    private static void table(JsonGenerator json, RowSet rows) throws IOException {
        List<Var> columns = rows.getResultVars();
        json.writeStartObject();
        json.writeObjectFieldStart("head");
        json.writeArrayFieldStart("vars");
        for (Var column : columns) {
            json.writeString(column.getVarName());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("results");
        json.writeArrayFieldStart("bindings");
        Map<Node, String> blanks = new HashMap<>();
        while (rows.hasNext()) {
            row(json, columns, rows.next(), blanks);
        }
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }

    private static void row(JsonGenerator json, List<Var> columns, Binding row, Map<Node, String> blanks)
            throws IOException {
        json.writeStartObject();
        for (Var column : columns) {
            Node term = row.get(column);
            if (term != null) {
                json.writeObjectFieldStart(column.getVarName());
                term(json, term, blanks);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void term(JsonGenerator json, Node term, Map<Node, String> blanks) throws IOException {
        if (term.isURI()) {
            json.writeStringField("type", "uri");
            json.writeStringField("value", term.getURI());
        } else if (term.isBlank()) {
            json.writeStringField("type", "bnode");
            json.writeStringField("value", blanks.computeIfAbsent(term, node -> "b" + blanks.size()));
        } else {
            json.writeStringField("type", "literal");
            json.writeStringField("value", term.getLiteralLexicalForm());
            if (NodeUtils.isLangString(term)) {
                json.writeStringField("xml:lang", term.getLiteralLanguage());
            } else if (!NodeUtils.isSimpleString(term)) {
                json.writeStringField("datatype", term.getLiteralDatatypeURI());
            }
        }
    }
}
