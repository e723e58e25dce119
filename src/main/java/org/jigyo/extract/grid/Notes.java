package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding;
import org.jigyo.extract.Extraction;
import org.jigyo.sheet.Sheet;

/** What has been read of a sheet so far: facts, where they stand, and doubts. */
final class Notes {

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Set<String> estimates = new LinkedHashSet<>();
    private final Map<String, Sheet.Evidence> evidence = new LinkedHashMap<>();
    private final List<Sheet.Issue> issues = new ArrayList<>();
    private final Map<Item, List<String>> stated = new LinkedHashMap<>();

    /** States a fact; a second, different one at the same path is doubtful and does not replace the first. */
    void state(String path, Object value, Item item, String locator) {
        Object first = facts.putIfAbsent(path, value);
        if (first != null && !first.equals(value)) {
            doubt(Finding.Code.SLOT_AMBIGUOUS, path, "printed twice: «" + first + "» and «" + value + "»", item);
        } else if (first == null) {
            evidence.put(path, item.evidence(locator, 1.0));
            stated.computeIfAbsent(item, k -> new ArrayList<>()).add(path);
        }
    }

    void estimate(String path) {
        if (facts.containsKey(path)) {
            estimates.add(path);
        }
    }

    Map<String, Object> facts() {
        return facts;
    }

    /** Doubts a field. */
    void doubt(Finding.Code code, String field, String message, Item item) {
        add(code, "warning", field, message, item);
    }

    /** Notes something that no figure suffers from. */
    void mention(Finding.Code code, String field, String message, Item item) {
        add(code, "info", field, message, item);
    }

    private void add(Finding.Code code, String severity, String field, String message, Item item) {
        Sheet.Issue issue = new Sheet.Issue(
                code.name(),
                severity,
                field,
                message,
                item == null ? null : Integer.valueOf(item.page()),
                item == null ? null : item.text());
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    /**
     * Text outside of all cells that stands just above or below a cell may be what the cell could not hold; whoever uses the
     * cell's value has to know.
     */
    void spilt(Item line) {
        double reach = 1.2 * line.box().height();
        stated.forEach((cell, paths) -> {
            boolean beside = line.middleX() > cell.box().x()
                    && line.middleX() < cell.box().right();
            double gap = Math.max(
                    cell.box().y() - line.box().bottom(),
                    line.box().y() - cell.box().bottom());
            if (cell.isCell() && beside && gap < reach && line.page() == cell.page()) {
                paths.forEach(p -> doubt(Finding.Code.UNASSIGNED_TEXT, p, "text stands at the edge of its cell", line));
            }
        });
    }

    Extraction extraction(List<Extraction.Leftover> leftover, int firstPage, int lastPage) {
        return new Extraction(facts, estimates, evidence, issues, leftover, firstPage, lastPage);
    }
}
