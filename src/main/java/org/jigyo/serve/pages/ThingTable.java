package org.jigyo.serve.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jigyo.serve.http.Format;

/** Statements as CSV: subject, property, value, language or datatype. */
final class ThingTable {

    private static final List<Var> COLUMNS = Var.varList(List.of("subject", "property", "value", "type"));

    private ThingTable() {}

    static String csv(List<Triple> statements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Format.CSV
                .rows()
                .write(
                        out,
                        RowSetStream.create(
                                COLUMNS,
                                statements.stream().map(ThingTable::row).iterator()),
                        ARQ.getContext());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Binding row(Triple statement) {
        Node object = statement.getObject();
        return BindingFactory.builder()
                .add(COLUMNS.get(0), statement.getSubject())
                .add(COLUMNS.get(1), statement.getPredicate())
                .add(COLUMNS.get(2), object)
                .add(COLUMNS.get(3), NodeFactory.createLiteralString(type(object)))
                .build();
    }

    private static String type(Node node) {
        if (!node.isLiteral()) {
            return "";
        }
        return node.getLiteralLanguage().isEmpty() ? node.getLiteralDatatypeURI() : "@" + node.getLiteralLanguage();
    }
}
