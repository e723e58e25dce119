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
import org.jigyo.extract.engine.Slots;
import org.jigyo.page.PageDoubt;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;

/** The results for a sheet so far: facts, evidence, and doubts. */
final class Notes {

    private static final String PARTS = "parts/";

    private final Map<String, List<String>> guards;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<String> estimates = new LinkedHashSet<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private int doubted;
    private final Map<Item, List<String>> stated = new LinkedHashMap<>();

    /**
     * Results of one sheet.
     *
     * @param guards the globs that a doubt about a field names, where the field alone would name a whole group
     */
    Notes(Map<String, List<String>> guards) {
        this.guards = guards;
    }

    /** Begins a part. Its facts are placed here among those of the parts, whenever they are found. */
    void part(String prefix) {
        parts.add(prefix);
    }

    /** Records a fact. A second, different value at the same path is doubtful and does not replace the first. */
    void state(String path, Object value, Item item, String locator) {
        Object first = facts.putIfAbsent(path, value);
        if (first != null && !first.equals(value)) {
            doubt(Finding.Code.SLOT_AMBIGUOUS, path, "printed twice: «" + first + "» and «" + value + "»", item);
        } else if (first == null) {
            evidence.put(path, item.evidence(locator, 1.0));
            stated.computeIfAbsent(item, k -> new ArrayList<>(1)).add(path);
            if (item.named() && !item.doubts().isEmpty()) {
                item.doubts().stream().filter(d -> !d.blankOnly()).forEach(d -> doubtful(path, item, d));
            }
        }
    }

    private void doubtful(String field, Item cell, PageDoubt seen) {
        add(Issue.warning(Finding.Code.VALUE_UNREADABLE, field, seen.message()).printed(cell.page(), seen.text()));
    }

    void estimate(String path) {
        if (facts.containsKey(path)) {
            estimates.add(path);
        }
    }

    Map<String, Object> facts() {
        return facts;
    }

    /** True if a path is among those declared for a field, or if none are declared. */
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

    /** Doubts a field whose cell does not have the declared type. */
    void unreadable(PathTemplate field, String message, Item item) {
        doubt(Finding.Code.VALUE_UNREADABLE, field.text(), message, item);
    }

    /** Doubts a field whose cell has no text although something else is visible in it. */
    void blank(String field, Item cell) {
        for (PageDoubt seen : cell.blank() ? cell.doubts() : List.<PageDoubt>of()) {
            doubtful(field, cell, seen);
        }
    }

    /**
     * Doubts all facts whose path depends on what a cell prints, if something else is drawn there: the fact that is
     * read may be another one's.
     *
     * @param glob their path with a star instead of the cell's text
     */
    void key(String glob, Item cell) {
        for (PageDoubt seen : cell.doubts()) {
            if (!seen.blankOnly()) {
                doubt(
                        Finding.Code.VALUE_UNREADABLE,
                        glob,
                        "the text that names it is doubtful: " + seen.message(),
                        cell);
            }
        }
    }

    /** Records a note that affects no figure. */
    void mention(Finding.Code code, String field, String message, Item item) {
        add(code, Severity.INFO, field, message, item);
    }

    /** Adds all results of another instance. */
    void include(Notes others) {
        facts.putAll(others.facts);
        evidence.putAll(others.evidence);
        others.issues.forEach(this::add);
    }

    /** Adds an issue found earlier. */
    void add(Issue issue) {
        doubted++;
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    List<Issue> issues() {
        return issues;
    }

    /** How often something was doubted or mentioned so far, the same again included. */
    int doubted() {
        return doubted;
    }

    private void add(Finding.Code code, Severity severity, String field, String message, Item item) {
        Issue issue = Issue.warning(code, field, message).as(severity);
        if (item != null) {
            issue = issue.printed(item.page(), item.text());
        }
        add(issue);
    }

    /** Doubts the cells next to a line outside all cells: text just above or below a cell may be its overflow. */
    void spilt(Item line) {
        double reach = 1.2 * line.box().height();
        stated.forEach((cell, paths) -> {
            boolean beside = line.middleX() > cell.box().x()
                    && line.middleX() < cell.box().right();
            double gap = Math.max(
                    cell.box().y() - line.box().bottom(),
                    line.box().y() - cell.box().bottom());
            if (cell.isCell() && beside && gap < reach && line.page() == cell.page()) {
                paths.forEach(
                        p -> doubt(Finding.Code.UNASSIGNED_TEXT, p, "there is text at the edge of its cell", line));
            }
        });
    }

    /** Doubts the row above unassigned text, which may be the rest of a broken cell or row. */
    void broken(Item rest) {
        if (rest.column() > 0) {
            return;
        }
        int above = rest.lines().get(0).number() - 1;
        stated.forEach((cell, paths) -> {
            if (cell.lines().get(0).number() == above) {
                paths.forEach(
                        p -> doubt(Finding.Code.UNASSIGNED_TEXT, p, "the text below it belongs to no field", rest));
            }
        });
    }

    /**
     * Doubts content of an indicator slot or a part without a name: the record has no place for it, and it would be lost.
     *
     * @param slots whether to include the slots of the sheet itself; those of its parts are always included
     */
    void doubtNameless(boolean slots) {
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        facts.forEach((path, value) -> {
            int end = path.startsWith(PARTS) ? path.indexOf('/', PARTS.length()) + 1 : 0;
            bodies.computeIfAbsent(path.substring(0, end), k -> new LinkedHashMap<>())
                    .put(path.substring(end), value);
        });
        bodies.forEach((at, body) -> {
            boolean part = !at.isEmpty();
            if (part && body.get("name") == null && body.size() > (body.containsKey("number") ? 1 : 0)) {
                doubt(Finding.Code.VALUE_MISSING, at + "*", "there is a value in a part without a name", null);
            }
            if (part || slots) {
                Slots.of(body)
                        .unnamed()
                        .forEach(slot -> doubt(
                                Finding.Code.SLOT_AMBIGUOUS,
                                at + "indicators/" + slot + "/*",
                                "there is a value in a slot without a name",
                                null));
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
