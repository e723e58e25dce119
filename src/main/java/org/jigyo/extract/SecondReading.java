package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;

/**
 * Combines the reading of a sheet in drawing order with that of its cells: the cells decide what the drawing order
 * leaves open. Where the cells themselves are in doubt, the first reading is kept; where both are certain and differ,
 * that is an issue.
 */
final class SecondReading {

    private final Extraction order;
    private final Extraction cells;
    private final List<FieldPath> declared;
    private final Map<String, Object> facts;
    private final Map<String, Evidence> evidence;
    private final List<Issue> issues = new ArrayList<>();

    private SecondReading(Extraction order, Extraction cells, List<FieldPath> declared) {
        this.order = order;
        this.cells = cells;
        this.declared = declared;
        this.facts = new LinkedHashMap<>(order.facts());
        this.evidence = new LinkedHashMap<>(order.evidence());
    }

    /**
     * The combined reading.
     *
     * @param order the sheet as read in drawing order
     * @param cells the same sheet as read from its cells
     * @param declared globs of the facts that the cells can decide
     */
    static Extraction of(Extraction order, Extraction cells, List<FieldPath> declared) {
        SecondReading reading = new SecondReading(order, cells, declared);
        reading.decide();
        return new Extraction(
                reading.facts,
                order.estimates(),
                reading.evidence,
                reading.issues,
                order.leftover(),
                cells.dropped(),
                order.firstPage(),
                order.lastPage());
    }

    private void decide() {
        order.issues().stream().filter(i -> !settled(i)).forEach(issues::add);
        cells.facts().forEach((path, value) -> {
            if (declared(path) && !doubted(FieldPath.of(path))) {
                state(path, value);
            }
        });
        order.facts().forEach((path, value) -> {
            if (declared(path) && !doubted(FieldPath.of(path)) && !cells.facts().containsKey(path)) {
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
        String message = "in drawing order this reads «" + first + "», in its cell "
                + (value == null ? "nothing" : "«" + value + "»");
        issues.add(Issue.warning(Code.SLOT_AMBIGUOUS, path, message).printed(order.firstPage(), null));
    }

    /** True if the first reading itself doubts a fact. */
    private boolean named(String path) {
        return order.issues().stream().anyMatch(i -> i.covers(path));
    }

    /**
     * True for a doubt of the first reading that the cells resolve: a cell left open, or a value that is in its own
     * cell.
     */
    private boolean settled(Issue issue) {
        boolean doubt = issue.code() == Code.SLOT_AMBIGUOUS || issue.code() == Code.VALUE_MISSING;
        return doubt
                && issue.field() != null
                && !doubted(issue.field())
                && declared.stream().anyMatch(d -> d.meets(issue.field()))
                && (issue.severity() == Severity.INFO
                        || cells.facts().keySet().stream().anyMatch(issue::covers));
    }

    private boolean declared(String path) {
        return declared.stream().anyMatch(d -> d.covers(path));
    }

    private boolean doubted(FieldPath path) {
        return cells.issues().stream()
                .map(Issue::field)
                .filter(Objects::nonNull)
                .anyMatch(f -> f.meets(path));
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal n && b instanceof BigDecimal m) {
            return n.compareTo(m) == 0;
        }
        return Printed.key(a.toString()).equals(Printed.key(b.toString()));
    }
}
