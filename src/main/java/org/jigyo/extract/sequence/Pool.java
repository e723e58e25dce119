package org.jigyo.extract.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jigyo.layout.Identity;

/**
 * Values that drawing order cannot distinguish. If all are equal, each path has that value; otherwise the only
 * assignment that satisfies the declared identities is used, and if there is none or more than one, nothing is read.
 */
final class Pool {

    private static final int MOST = 20_000;

    private final List<Taken> pool;
    private final List<String> paths;
    private final Sums sums;
    private final Map<String, Object> facts;
    private final Set<List<Object>> fitting = new LinkedHashSet<>();
    private Taken[] first;
    private int tried;

    private Pool(List<Taken> pool, List<Identity> identities, Map<String, Object> facts) {
        this.pool = pool;
        this.paths = pool.stream()
                .map(t -> t.element().to())
                .filter(Objects::nonNull)
                .toList();
        this.facts = facts;
        this.sums = new Sums(identities);
    }

    /**
     * The result of a pool.
     *
     * @param values path → what it takes
     * @param doubtful field → why it is in doubt
     * @param out true if the doubtful fields must be left out
     */
    record Result(Map<String, Taken> values, Map<String, String> doubtful, boolean out) {}

    static Result of(List<Taken> pool, List<Identity> identities, Map<String, Object> facts) {
        List<Taken> drawn = pool.stream().filter(t -> t.candidate() != null).toList();
        Pool p = new Pool(pool, identities, facts);
        Map<String, String> doubtful = new LinkedHashMap<>();
        if (drawn.size() < pool.size() || pool.stream().anyMatch(Taken::doubtful)) {
            p.paths.forEach(f -> doubtful.put(
                    p.field(f), "one of the cells of this kind is missing or doubtful, and it is unknown which"));
        }
        if (drawn.stream().map(Pool::said).distinct().count() <= 1) {
            boolean out = drawn.size() < pool.size() && pool.stream().anyMatch(Taken::tied);
            return new Result(out ? Map.of() : p.asDeclared(), doubtful, out);
        }
        Map<String, Taken> solved = p.solve(drawn);
        if (solved == null) {
            p.paths.forEach(f -> doubtful.putIfAbsent(
                    p.field(f),
                    "drawing order does not determine which cell this is: "
                            + drawn.stream().map(Pool::said).toList()));
            return new Result(Map.of(), doubtful, true);
        }
        Set<Object> used = new HashSet<>();
        solved.values().forEach(t -> used.add(said(t)));
        if (!used.containsAll(drawn.stream().map(Pool::said).toList())) {
            // A misprint would look the same: the figure that violates an identity could be taken for that of an unused
            // cell.
            p.paths.forEach(f -> doubtful.putIfAbsent(
                    p.field(f), "a figure of this kind belongs to no cell that is read, or an identity does not hold"));
        }
        return new Result(solved, doubtful, false);
    }

    private static Object said(Taken t) {
        return t.value() == null ? "" : t.value();
    }

    private Map<String, Taken> asDeclared() {
        Map<String, Taken> values = new LinkedHashMap<>();
        pool.forEach(t -> {
            if (t.element().to() != null && t.value() != null) {
                values.put(t.element().to(), t);
            }
        });
        return values;
    }

    /** The field to leave out: of a list with an undecided option, the whole list. */
    private String field(String path) {
        boolean option = pool.get(0).element().type() == org.jigyo.layout.SequenceElement.Type.BOX;
        return option ? path.substring(0, path.lastIndexOf('/')) : path;
    }

    /**
     * The only assignment of values to paths that satisfies every identity involved; null if there is none or more than
     * one.
     */
    private Map<String, Taken> solve(List<Taken> drawn) {
        assign(0, new Taken[paths.size()], new ArrayList<>(drawn), new HashMap<>(facts));
        if (fitting.size() != 1 || tried > MOST) {
            return null;
        }
        Map<String, Taken> values = new LinkedHashMap<>();
        for (int i = 0; i < first.length; i++) {
            if (first[i].value() != null) {
                values.put(paths.get(i), first[i]);
            }
        }
        return values;
    }

    private void assign(int path, Taken[] chosen, List<Taken> left, Map<String, Object> with) {
        if (tried++ > MOST) {
            return;
        }
        if (path == paths.size()) {
            if (sums.hold(paths, with)) {
                if (fitting.isEmpty()) {
                    first = chosen.clone();
                }
                List<Object> values = new ArrayList<>();
                for (Taken t : chosen) {
                    values.add(said(t));
                }
                fitting.add(values);
            }
            return;
        }
        Set<Object> seen = new LinkedHashSet<>();
        for (int i = 0; i < left.size(); i++) {
            Taken t = left.get(i);
            if (seen.add(said(t))) {
                chosen[path] = t;
                if (t.value() instanceof BigDecimal) {
                    with.put(paths.get(path), t.value());
                }
                left.remove(i);
                assign(path + 1, chosen, left, with);
                left.add(i, t);
                with.remove(paths.get(path));
            }
        }
    }
}
