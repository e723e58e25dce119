package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Joins rows with the matches of a pattern in another server, a block of rows at a time. The block's values are sent along, so that only what
 * matches them comes back. A pattern asked for again and again is fetched whole if it has few matches.
 */
final class PatternJoin {

    /** Rows of the input for which matches are asked together. */
    static final int BLOCK = 400;

    /** Questions about one pattern before all its matches are asked for. */
    private static final int OFTEN = 3;

    /** The most matches that are fetched whole for rows that need only some of them. */
    private static final int FEW = 9_999;

    private final PatternQuery pattern;
    private final Asking asking;
    private int asked;
    private boolean many;
    private List<Binding> whole;
    private final Map<List<Var>, Map<List<Node>, List<Binding>>> indexes = new HashMap<>();

    /** How the other server is asked. */
    @FunctionalInterface
    interface Asking {
        /** All rows of the answer, in the other server's names. */
        List<Binding> rows(Query query);
    }

    PatternJoin(PatternQuery pattern, Asking asking) {
        this.pattern = pattern;
        this.asking = asking;
    }

    /** The joined rows of one block. */
    List<Binding> of(List<Binding> block) {
        List<Var> shared = new ArrayList<>();
        for (Var variable : pattern.names().keySet()) {
            if (block.stream().allMatch(row -> row.contains(variable))) {
                shared.add(variable);
            }
        }
        Map<List<Node>, List<Binding>> matches = matches(block, shared);
        List<Binding> joined = new ArrayList<>();
        for (Binding row : block) {
            for (Binding match : matches.getOrDefault(values(row, shared), List.of())) {
                if (Algebra.compatible(row, match)) {
                    joined.add(Algebra.merge(row, match));
                }
            }
        }
        return joined;
    }

    /** The matches by their values of the shared variables. */
    private Map<List<Node>, List<Binding>> matches(List<Binding> block, List<Var> shared) {
        // Servers compare literals by value or by term; here they are compared by term, so only IRIs are sent.
        List<Var> sent = shared.stream()
                .filter(variable ->
                        block.stream().allMatch(row -> row.get(variable).isURI()))
                .toList();
        if (whole == null && !sent.isEmpty() && (++asked < OFTEN || many || !fetched())) {
            Map<List<Node>, Binding> different = new LinkedHashMap<>();
            block.forEach(row -> different.putIfAbsent(values(row, sent), row));
            return index(rows(pattern.with(sent, List.copyOf(different.values()))), shared);
        }
        if (whole == null) {
            whole = rows(pattern.all(Query.NOLIMIT));
        }
        return indexes.computeIfAbsent(shared, variables -> index(whole, variables));
    }

    private boolean fetched() {
        List<Binding> first = rows(pattern.all(FEW + 1L));
        many = first.size() > FEW;
        whole = many ? null : first;
        return !many;
    }

    private List<Binding> rows(Query query) {
        List<Binding> rows = new ArrayList<>();
        Iterator<Binding> answer = asking.rows(query).iterator();
        answer.forEachRemaining(row -> rows.add(pattern.here(row)));
        return rows;
    }

    private static Map<List<Node>, List<Binding>> index(List<Binding> rows, List<Var> variables) {
        Map<List<Node>, List<Binding>> index = new HashMap<>();
        rows.forEach(row -> index.computeIfAbsent(values(row, variables), values -> new ArrayList<>())
                .add(row));
        return index;
    }

    private static List<Node> values(Binding row, List<Var> variables) {
        return variables.stream().map(row::get).toList();
    }
}
