package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;

/**
 * A basic graph pattern as a query. Its variables have names of their own there, because Jena's need not be valid in a text.
 *
 * @param graph IRI or variable of the named graph; null for the default graph
 * @param triples statements and paths that must all match
 * @param names variable here → variable there
 */
record PatternQuery(Node graph, List<TriplePath> triples, Map<Var, Var> names) {

    static PatternQuery of(Node graph, List<TriplePath> triples) {
        Map<Var, Var> names = new LinkedHashMap<>();
        name(graph, names);
        for (TriplePath triple : triples) {
            name(triple.getSubject(), names);
            name(triple.getPredicate(), names);
            name(triple.getObject(), names);
        }
        return new PatternQuery(graph, List.copyOf(triples), names);
    }

    private static void name(Node node, Map<Var, Var> names) {
        if (node != null && Var.isVar(node)) {
            names.computeIfAbsent(Var.alloc(node), unknown -> Var.alloc("v" + names.size()));
        }
    }

    /**
     * The query for all matches.
     *
     * @param limit number of rows, or {@link Query#NOLIMIT}
     */
    Query all(long limit) {
        return query(group(), limit);
    }

    /** The query for the matches that have one of these combinations of values. */
    Query with(List<Var> variables, List<Binding> values) {
        ElementGroup group = new ElementGroup();
        List<Binding> there = new ArrayList<>();
        for (Binding value : values) {
            BindingBuilder row = BindingFactory.builder();
            variables.forEach(variable -> row.add(names.get(variable), value.get(variable)));
            there.add(row.build());
        }
        group.addElement(new ElementData(variables.stream().map(names::get).toList(), there));
        group().getElements().forEach(group::addElement);
        return query(group, Query.NOLIMIT);
    }

    /** A row of the answer in the names of here. */
    Binding here(Binding there) {
        BindingBuilder row = BindingFactory.builder();
        names.forEach((here, name) -> {
            Node value = there.get(name);
            if (value != null) {
                row.add(here, value);
            }
        });
        return row.build();
    }

    private ElementGroup group() {
        ElementPathBlock block = new ElementPathBlock();
        for (TriplePath triple : triples) {
            Node subject = there(triple.getSubject());
            Node object = there(triple.getObject());
            block.addTriplePath(
                    triple.isTriple()
                            ? new TriplePath(Triple.create(subject, there(triple.getPredicate()), object))
                            : new TriplePath(subject, triple.getPath(), object));
        }
        Element element = graph == null ? block : new ElementNamedGraph(there(graph), block);
        ElementGroup group = new ElementGroup();
        group.addElement(element);
        return group;
    }

    private Node there(Node node) {
        return Var.isVar(node) ? names.get(Var.alloc(node)) : node;
    }

    /** A SELECT of all variables of a pattern. */
    static Query query(Element pattern, long limit) {
        Query query = new Query();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(pattern);
        query.setLimit(limit);
        return query;
    }
}
