package org.jigyo.serve;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A thing's statements as CSV: subject, property, value, language or datatype. */
final class ThingTable {

    private ThingTable() {}

    static String csv(Thing thing) {
        StringBuilder csv = new StringBuilder("subject,property,value,type\r\n");
        for (Triple statement : thing.all()) {
            csv.append(cell(text(statement.getSubject())))
                    .append(',')
                    .append(cell(text(statement.getPredicate())))
                    .append(',')
                    .append(cell(text(statement.getObject())))
                    .append(',')
                    .append(cell(type(statement.getObject())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String text(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    private static String type(Node node) {
        if (!node.isLiteral()) {
            return "";
        }
        return node.getLiteralLanguage().isEmpty() ? node.getLiteralDatatypeURI() : "@" + node.getLiteralLanguage();
    }

    private static String cell(String text) {
        boolean plain = List.of(",", "\"", "\n", "\r").stream().noneMatch(text::contains);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
