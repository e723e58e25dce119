package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.VarUtils;
import org.jigyo.release.Served;

/**
 * A query as it is sent to another server: plain SPARQL 1.1 that means the same there. Servers differ in what their default graph is and in
 * which other graphs they have, so every graph is named.
 */
final class SentQuery {

    /** The name of no graph. */
    private static final String NONE = "https://w3id.org/jigyo/served/none";

    private SentQuery() {}

    /**
     * The SELECT to send for a query of any form.
     *
     * @param from the graphs that the query or request names; null for those of the release
     * @param base of the release, with a final slash
     * @param text index for {@code text:query}; null if there is none
     * @throws Unsendable if it cannot be sent whole
     */
    static Query of(Query query, DatasetDescription from, String base, TextIndex text) {
        String graphs = base + "graph/";
        Query select = selected(QueryTransformOps.transform(query.cloneQuery(), new TextTables(text)));
        Query named = QueryTransformOps.transform(select, new ReleasedGraphs(graphs, from != null));
        if (from == null) {
            named.setQueryPattern(
                    new ElementNamedGraph(NodeFactory.createURI(Served.DEFAULT), group(named.getQueryPattern())));
        } else {
            from.getDefaultGraphURIs().forEach(graph -> named.addGraphURI(released(graph, graphs)));
            from.getNamedGraphURIs().forEach(graph -> named.addNamedGraphURI(released(graph, graphs)));
        }
        return named;
    }

    /** A graph of the release, or one that no server has: what else the server holds is not for clients. */
    private static String released(String graph, String beginning) {
        return graph.startsWith(beginning) ? graph : NONE;
    }

    /** The rows that a query of another form is made of. */
    private static Query selected(Query query) {
        if (query.isAskType()) {
            query.setLimit(1);
        }
        if (!query.isSelectType()) {
            Set<Var> variables = query.isConstructType() ? template(query) : Set.of();
            query.setQuerySelectType();
            query.setQueryResultStar(variables.isEmpty());
            query.getProject().clear();
            variables.forEach(query::addResultVar);
        }
        query.resetResultVars();
        return query;
    }

    private static Set<Var> template(Query query) {
        Set<Var> variables = new LinkedHashSet<>();
        query.getConstructTemplate().getTriples().forEach(triple -> VarUtils.addVarsFromTriple(variables, triple));
        variables.removeIf(variable -> variable.isBlankNodeVar());
        return variables;
    }

    private static ElementGroup group(Element element) {
        if (element instanceof ElementGroup group) {
            return group;
        }
        ElementGroup group = new ElementGroup();
        group.addElement(element);
        return group;
    }

    /** {@code GRAPH} sees the graphs of the release, and not what else the server has. */
    private static final class ReleasedGraphs extends ElementTransformCopyBase {

        private final String beginning;
        private final boolean named;

        /**
         * The graphs whose names begin so.
         *
         * @param named true if the query or request names the graphs that a variable ranges over
         */
        ReleasedGraphs(String beginning, boolean named) {
            this.beginning = beginning;
            this.named = named;
        }

        @Override
        public Element transform(ElementNamedGraph element, Node name, Element inner) {
            if (name.isURI()) {
                return new ElementNamedGraph(NodeFactory.createURI(released(name.getURI(), beginning)), inner);
            }
            Element graph = super.transform(element, name, inner);
            if (named) {
                return graph;
            }
            ElementGroup group = group(graph);
            group.addElement(new ElementFilter(
                    new E_StrStartsWith(new E_Str(new ExprVar(Var.alloc(name))), NodeValue.makeString(beginning))));
            return group;
        }

        @Override
        public Element transform(ElementService element, Node service, Element inner) {
            throw new Unsendable("SERVICE is asked from here");
        }
    }

    /** The given elements as one group. */
    static Element all(List<? extends Element> elements) {
        ElementGroup group = new ElementGroup();
        new ArrayList<>(elements).forEach(group::addElement);
        return group;
    }
}
