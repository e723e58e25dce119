package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jigyo.Finding.Code;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * A sheet that was read in drawing order and then by its cells: the cells decide what the order leaves open. Where the cells
 * themselves are in doubt the first reading stands as it is; where both are sure and differ, that is an issue.
 */
final class SecondReading {

    private final Extraction order;
    private final Extraction cells;
    private final List<String> declared;
    private final Map<String, Object> facts;
    private final Map<String, Sheet.Evidence> evidence;
    private final List<Sheet.Issue> issues = new ArrayList<>();

    private SecondReading(Extraction order, Extraction cells, List<String> declared) {
        this.order = order;
        this.cells = cells;
        this.declared = declared;
        this.facts = new LinkedHashMap<>(order.facts());
        this.evidence = new LinkedHashMap<>(order.evidence());
    }

    /**
     * The sheet as both readings say it.
     *
     * @param order as read in drawing order
     * @param cells the same sheet as read by its cells
     * @param declared globs of the facts that the cells can decide
     */
    static Extraction of(Extraction order, Extraction cells, List<String> declared) {
        SecondReading reading = new SecondReading(order, cells, declared);
        reading.decide();
        return new Extraction(
                reading.facts,
                order.estimates(),
                reading.evidence,
                reading.issues,
                order.leftover(),
                order.firstPage(),
                order.lastPage());
    }

    private void decide() {
        order.issues().stream().filter(i -> !settled(i)).forEach(issues::add);
        cells.facts().forEach((path, value) -> {
            if (declared(path) && !doubted(path)) {
                state(path, value);
            }
        });
        order.facts().forEach((path, value) -> {
            if (declared(path) && !doubted(path) && !cells.facts().containsKey(path)) {
                differ(path, value, null);
            }
        });
    }

    private void state(String path, Object value) {
        Object first = facts.put(path, value);
        if (first != null && !same(first, value)) {
            differ(path, first, value);
        }
        if (first == null || !same(first, value) || named(path)) {
            evidence.put(path, cells.evidence().get(path));
        }
    }

    private void differ(String path, Object first, Object value) {
        if (named(path)) {
            return;
        }
        String message = "by the drawing order this is «" + first + "», by its cell "
                + (value == null ? "nothing" : "«" + value + "»");
        issues.add(new Sheet.Issue(Code.SLOT_AMBIGUOUS.name(), "warning", path, message, order.firstPage(), null));
    }

    /** True when the first reading itself doubts a fact. */
    private boolean named(String path) {
        return order.issues().stream().anyMatch(i -> Paths.covers(i.field(), path));
    }

    /** True for a doubt of the first reading that the cells end: a cell left open, or a value that stands in its own cell. */
    private boolean settled(Sheet.Issue issue) {
        boolean doubt =
                issue.code().equals(Code.SLOT_AMBIGUOUS.name()) || issue.code().equals(Code.VALUE_MISSING.name());
        return doubt
                && issue.field() != null
                && !doubted(issue.field())
                && declared.stream().anyMatch(d -> Paths.meet(d, issue.field()))
                && (issue.severity().equals("info")
                        || cells.facts().keySet().stream().anyMatch(p -> Paths.covers(issue.field(), p)));
    }

    private boolean declared(String path) {
        return declared.stream().anyMatch(d -> Paths.covers(d, path));
    }

    private boolean doubted(String path) {
        return cells.issues().stream()
                .map(Sheet.Issue::field)
                .filter(Objects::nonNull)
                .anyMatch(f -> Paths.meet(f, path));
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal n && b instanceof BigDecimal m) {
            return n.compareTo(m) == 0;
        }
        return Printed.key(a.toString()).equals(Printed.key(b.toString()));
    }
}
