package org.jigyo.serve.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.table.Scale;

/**
 * How else a page can be shown: name → address, of what is shown now null; empty if there is nothing to choose.
 *
 * @param years other years of the city that the page is about
 * @param scales other scales of its amounts
 */
public record Switches(Map<String, String> years, Map<String, String> scales) {

    private static final Node ASKED_AS = NodeFactory.createURI("https://w3id.org/jigyo/dim#askedAs");
    private static final Node MUNICIPALITY = NodeFactory.createURI("https://w3id.org/jigyo/ns#municipality");

    /** Nothing to choose. */
    static final Switches NONE = new Switches(Map.of(), Map.of());

    /** The switches of a planned page; must be called within a transaction. */
    static Switches of(PagePlan.Match page, Map<String, StoredQuery> queries, Asker asker) {
        boolean yen = page.plan().sections().stream()
                .flatMap(section -> queries.get(section.query()).about().columns().values().stream())
                .anyMatch(column -> column.unit() == Column.Unit.YEN);
        return new Switches(
                page.plan().years()
                        ? page.iri(asker.loan().release().base())
                                .map(city -> years(NodeFactory.createURI(city), asker))
                                .orElse(Map.of())
                        : Map.of(),
                yen ? scales(asker) : Map.of());
    }

    private static Map<String, String> years(Node city, Asker asker) {
        Graph data = asker.loan().dataset().getDefaultGraph();
        NavigableSet<String> years = new TreeSet<>(Collections.reverseOrder());
        data.find(Node.ANY, ASKED_AS, Node.ANY)
                .filterKeep(asked -> data.contains(asked.getSubject(), MUNICIPALITY, city))
                .mapWith(asked -> asked.getObject().getLiteralLexicalForm())
                .filterKeep(name -> name.matches("\\d{4}"))
                .forEach(years::add);
        Map<String, String> switches = new LinkedHashMap<>();
        if (years.size() > 1) {
            String newest = years.first();
            String shown = asker.year() == null ? newest : asker.year();
            List.copyOf(years)
                    .forEach(year -> switches.put(
                            year,
                            year.equals(shown) ? null : asker.address(Asker.YEAR, year.equals(newest) ? null : year)));
        }
        return switches;
    }

    private static Map<String, String> scales(Asker asker) {
        Map<String, String> switches = new LinkedHashMap<>();
        for (Scale scale : Scale.values()) {
            switches.put(
                    scale.in(asker.language()),
                    scale == asker.scale()
                            ? null
                            : asker.address(Asker.SCALE, scale == Scale.YEN ? null : scale.yen()));
        }
        return switches;
    }
}
