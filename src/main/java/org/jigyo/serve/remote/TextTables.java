package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.serve.http.Problem;

/**
 * Replaces {@code text:query}, which other servers do not have, by a table of what the local index finds, and a subquery that needs nothing
 * else by its rows, so that only those are sent.
 */
final class TextTables extends ElementTransformCopyBase {

    private static final Node TEXT_QUERY = NodeFactory.createURI("http://jena.apache.org/text#query");

    private final TextIndex text;

    TextTables(TextIndex text) {
        this.text = text;
    }

    @Override
    public Element transform(ElementPathBlock block) {
        List<TriplePath> rest = new ArrayList<>(block.getPattern().getList());
        List<Element> elements = new ArrayList<>();
        for (TriplePath search : List.copyOf(rest)) {
            if (TEXT_QUERY.equals(search.getPredicate())) {
                List<TriplePath> taken = withLists(search, rest);
                rest.removeAll(taken);
                elements.add(table(taken));
            }
        }
        if (elements.isEmpty()) {
            return block;
        }
        if (!rest.isEmpty()) {
            ElementPathBlock others = new ElementPathBlock();
            rest.forEach(others::addTriplePath);
            elements.add(others);
        }
        return SentQuery.all(elements);
    }

    /** The pattern of a search, with the cells of its two lists. */
    private static List<TriplePath> withLists(TriplePath search, List<TriplePath> block) {
        List<TriplePath> taken = new ArrayList<>(List.of(search));
        Set<Node> objects = new HashSet<>();
        cells(search.getSubject(), block, taken, new HashSet<>());
        cells(search.getObject(), block, taken, objects);
        if (objects.stream()
                .anyMatch(node -> Var.isVar(node) && !Var.alloc(node).isBlankNodeVar())) {
            throw new Unsendable("the words of a search are a variable");
        }
        return taken;
    }

    private static void cells(Node cell, List<TriplePath> block, List<TriplePath> taken, Set<Node> values) {
        values.add(cell);
        for (TriplePath triple : block) {
            boolean first = RDF.first.asNode().equals(triple.getPredicate());
            boolean next = RDF.rest.asNode().equals(triple.getPredicate());
            if ((first || next) && triple.getSubject().equals(cell)) {
                taken.add(triple);
                values.add(triple.getObject());
                if (next) {
                    cells(triple.getObject(), block, taken, values);
                }
            }
        }
    }

    private ElementData table(List<TriplePath> patterns) {
        check(text);
        ElementPathBlock block = new ElementPathBlock();
        patterns.forEach(block::addTriplePath);
        return rows(PatternQuery.query(block, Query.NOLIMIT));
    }

    /**
     * Refuses a search without an index, which would find nothing.
     *
     * @throws Problem 501
     */
    static void check(TextIndex text) {
        if (text == null) {
            throw new Problem(
                    501,
                    "No full-text search",
                    "This server has no text index of the release; use FILTER(CONTAINS(…)), or a server with the release's folder.");
        }
    }

    private ElementData rows(Query query) {
        Context context = ARQ.getContext().copy();
        context.set(TextQuery.textIndex, text);
        try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.empty())
                .query(query)
                .context(context)
                .build()) {
            RowSet found = execution.select();
            List<Binding> rows = new ArrayList<>();
            found.forEachRemaining(rows::add);
            return new ElementData(found.getResultVars(), rows);
        }
    }

    @Override
    public Element transform(ElementSubQuery element, Query query) {
        return needsData(query) ? super.transform(element, query) : rows(query);
    }

    private static boolean needsData(Query query) {
        // The patterns of a filter are not walked through.
        boolean[] needs = {query.toString().contains("EXISTS")};
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                needs[0] = true;
            }

            @Override
            public void visit(ElementTriplesBlock block) {
                needs[0] = true;
            }

            @Override
            public void visit(ElementNamedGraph graph) {
                needs[0] = true;
            }

            @Override
            public void visit(ElementService service) {
                needs[0] = true;
            }

            @Override
            public void visit(ElementSubQuery inner) {
                needs[0] = true;
            }
        });
        return needs[0];
    }
}
