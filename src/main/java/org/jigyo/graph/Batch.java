package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Finding;

/**
 * The statements of some projects of a city, by graph.
 *
 * @param graphs IRI of a graph → statements about these projects alone; none is empty
 * @param heads IRI of a graph → what it states of the edition and its data sets, which other batches state too
 * @param shared things of the vocabulary to which the projects refer
 * @param codes the concepts that had to be minted
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

    /** Digest of what a graph states, hexadecimal. */
    public String digest(String graph) {
        return DigestUtils.sha256Hex(spelled(graphs.get(graph)));
    }

    /** The Turtle of a graph, without the prefixes of {@link Turtle#head()}. */
    public byte[] turtle(String graph) {
        return Turtle.text(graphs.get(graph));
    }

    /** Digest of what the graphs' rules look up besides. */
    public String contextDigest() {
        return DigestUtils.sha256Hex(spelled(context()));
    }

    /** The Turtle of what the graphs' rules look up besides, without prefixes. */
    public byte[] contextTurtle() {
        return Turtle.text(context());
    }

    private Statements context() {
        Statements context = new Statements();
        heads.values().forEach(context::addAll);
        return context.addAll(shared.settled()).addAll(codes.minted());
    }

    private static String spelled(Statements statements) {
        StringBuilder spelled = new StringBuilder();
        statements.sorted().forEach(subject -> statements.spell(subject, spelled));
        return spelled.toString();
    }
}
