package org.jigyo.workaround;

import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;

/**
 * SPARQL 1.1 Query Results CSV with blank nodes as {@code _:b0}, as its section 3.2 requires. Jena 5.6 writes
 * {@code b0}, which looks like a text. Not reported upstream; apache/jena#1997 gives the correct form.
 */
public final class CsvRows implements RowSetWriter {

    private final RowSetWriter csv =
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV);

    @Override
    public void write(OutputStream out, RowSet rows, Context context) {
        csv.write(out, labelled(rows), context);
    }

    @Override
    public void write(Writer out, RowSet rows, Context context) {
        csv.write(out, labelled(rows), context);
    }

    @Override
    public void write(OutputStream out, boolean holds, Context context) {
        csv.write(out, holds, context);
    }

    private static RowSet labelled(RowSet rows) {
        Map<Node, Node> labels = new HashMap<>();
        UnaryOperator<Node> label = term -> term.isBlank()
                ? labels.computeIfAbsent(term, node -> NodeFactory.createLiteralString("_:b" + labels.size()))
                : term;
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, row -> labelled(row, label)));
    }

    private static Binding labelled(Binding row, UnaryOperator<Node> label) {
        BindingBuilder made = BindingFactory.builder();
        row.forEach((column, term) -> made.add(column, label.apply(term)));
        return made.build();
    }
}
