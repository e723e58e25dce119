package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding;
import org.jigyo.Finding.Severity;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.page.PageDoubt;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;

/** What has been read of a sheet so far: facts, where they stand, and doubts. */
final class Notes {

    private final Map<String, List<String>> guards;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<String> estimates = new LinkedHashSet<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Item, List<String>> stated = new LinkedHashMap<>();

    /**
     * Notes of one sheet.
     *
     * @param guards what a doubt about a field names, where the field alone would name a whole group
     */
    Notes(Map<String, List<String>> guards) {
        this.guards = guards;
    }

    /** Begins a part: whenever something of it is found, its facts come in this place among those of the parts. */
    void part(String prefix) {
        parts.add(prefix);
    }

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

    /** True when a path is one of those that a field is said to have, or none are said. */
    boolean expected(String field, String path) {
        List<String> globs = guards.getOrDefault(field, List.of());
        return globs.isEmpty()
                || globs.stream().anyMatch(glob -> FieldPath.of(glob).covers(path));
    }

    /** Doubts a field. */
    void doubt(Finding.Code code, String field, String message, Item item) {
        guards.getOrDefault(field, java.util.Collections.singletonList(field))
                .forEach(f -> add(code, Severity.WARNING, f, message, item));
    }

    /** Doubts a field whose cell does not hold what its type says. */
    void unreadable(PathTemplate field, String message, Item item) {
        doubt(Finding.Code.VALUE_UNREADABLE, field.text(), message, item);
    }

    /** Doubts a field whose cell is blank as far as its text goes, where something else was seen in it. */
    void blank(String field, Item cell) {
        for (PageDoubt seen : cell.blank() ? cell.doubts() : List.<PageDoubt>of()) {
            issues.add(Issue.warning(Finding.Code.VALUE_UNREADABLE, field, seen.message())
                    .printed(cell.page(), seen.text()));
        }
    }

    /** Notes something that no figure suffers from. */
    void mention(Finding.Code code, String field, String message, Item item) {
        add(code, Severity.INFO, field, message, item);
    }

    /** Takes over all that others note. */
    void include(Notes others) {
        facts.putAll(others.facts);
        evidence.putAll(others.evidence);
        others.issues.forEach(this::add);
    }

    /** Notes what was found out before. */
    void add(Issue issue) {
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    List<Issue> issues() {
        return issues;
    }

    private void add(Finding.Code code, Severity severity, String field, String message, Item item) {
        Issue issue = Issue.warning(code, field, message).as(severity);
        if (item != null) {
            issue = issue.printed(item.page(), item.text());
        }
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    /**
     * Text outside of all cells that stands just above or below a cell may be what the cell could not hold; users of the
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

    /** What nothing took on the line below may be the rest of a cell, or of a row, that was broken. */
    void broken(Item rest) {
        if (rest.column() > 0) {
            return;
        }
        int above = rest.lines().get(0).number() - 1;
        stated.forEach((cell, paths) -> {
            if (cell.lines().get(0).number() == above) {
                paths.forEach(p -> doubt(Finding.Code.UNASSIGNED_TEXT, p, "text below it belongs to nothing", rest));
            }
        });
    }

    Extraction extraction(List<Extraction.Leftover> leftover, int firstPage, int lastPage) {
        Map<String, Object> ordered = new LinkedHashMap<>(facts);
        parts.forEach(part -> facts.forEach((path, value) -> {
            if (path.startsWith(part)) {
                ordered.remove(path);
                ordered.put(path, value);
            }
        }));
        return new Extraction(ordered, estimates, evidence, issues, leftover, firstPage, lastPage);
    }
}
