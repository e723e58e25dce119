package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jigyo.Finding;

/**
 * The statements of some projects of a city, by graph.
 *
 * @param graphs IRI of a graph → statements about these projects alone; none is empty
 * @param heads IRI of a graph → its statements about the edition and its data sets, which other batches also make
 * @param shared things of the vocabulary that the projects refer to
 * @param codes the concepts that were minted
 * @param sheets IRI of a jg:Sheet → the sheet
 * @param findings what a person should know
 */
public record Batch(
        SortedMap<String, Statements> graphs,
        SortedMap<String, Statements> heads,
        SharedThings shared,
        Codes codes,
        Map<String, CityGraphs.Keyed> sheets,
        List<Finding> findings) {

    /** IRIs of the graphs, sorted. */
    public Set<String> names() {
        return graphs.keySet();
    }

    /** Further statements that the graphs' rules look up. */
    public Statements context() {
        Statements context = new Statements();
        heads.values().forEach(context::addAll);
        return context.addAll(shared.settled()).addAll(codes.minted());
    }
}
