package org.jigyo.extract.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.layout.YearTemplate;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Issue;

/** Combines the pages of a sheet: its facts, its doubts, and what was not found. */
final class SheetReading {

    /** Number of values on either side of a missing label that become doubtful. */
    private static final int HELD = 3;

    private final Layout layout;
    private final Sequence sequence;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Map<String, Issue> issues = new LinkedHashMap<>();
    private final List<Taken> pairs = new ArrayList<>();
    private final Map<String, List<Taken>> pools = new TreeMap<>();

    private SheetReading(Layout layout) {
        this.layout = layout;
        this.sequence = layout.sequence();
    }

    /**
     * The sheet on these pages.
     *
     * @param year the evaluated year; 0 if unknown
     */
    static Extraction of(Layout layout, List<PageReading> pages, int year) {
        SheetReading sheet = new SheetReading(layout);
        if (year > 0) {
            sheet.facts.put("fiscalYear", BigDecimal.valueOf(year));
        }
        for (PageReading page : pages) {
            page.taken().forEach(t -> sheet.take(t, page.rows()));
            sheet.labels(page.taken());
        }
        sheet.pools.values().forEach(sheet::pool);
        sheet.pairs.forEach(sheet::goOn);
        sheet.together(pages);
        sheet.nameless();
        sheet.rows(pages, year);
        sheet.openCells(year);
        List<Extraction.Leftover> left = new ArrayList<>();
        pages.forEach(p ->
                p.left().forEach(l -> left.add(new Extraction.Leftover(p.page().number(), l))));
        return new Extraction(
                sheet.facts,
                Set.of(),
                sheet.evidence,
                List.copyOf(sheet.issues.values()),
                left,
                pages.get(0).page().number(),
                pages.get(pages.size() - 1).page().number());
    }

    private void take(Taken t, List<String> rows) {
        SequenceElement spec = t.element().spec();
        boolean pooled = spec.pool() != null && (spec.when() == null || rows.contains(spec.when()));
        if (t.isLabel() || (t.element().to() == null && !pooled)) {
            return;
        }
        if (pooled) {
            // Cells on different pages are distinguished by their page.
            pools.computeIfAbsent(t.element().spec().pool() + "@" + t.page(), k -> new ArrayList<>())
                    .add(t);
            return;
        }
        if (t.element().type() == SequenceElement.Type.PAIRS) {
            pairs.add(t);
            return;
        }
        if (t.value() instanceof Map<?, ?> several) {
            several.forEach((path, value) -> put((String) path, value, t));
        } else if (t.value() != null) {
            put(t.element().to(), t.value(), t);
        }
        String field =
                t.value() instanceof Map ? t.element().to() + "/*" : t.element().to();
        if (t.doubtful()) {
            ambiguous(field, t);
            if (t.tied()) {
                facts.keySet()
                        .removeIf(p -> p.equals(t.element().to())
                                || p.startsWith(t.element().to() + "/"));
            }
        } else if (t.element().spec().unproven() && t.value() != null) {
            issue(Code.SLOT_AMBIGUOUS, field, "no sheet has confirmed yet that this cell is drawn here", t);
        } else if (missing(t)) {
            issue(Code.VALUE_MISSING, field, "the expected value is not printed", t);
        }
    }

    /** Handles further rows of a table whose first row is drawn elsewhere. */
    private void goOn(Taken t) {
        if (t.value() instanceof Map<?, ?> pair) {
            pair.forEach((path, text) -> {
                facts.merge((String) path, text, (first, more) -> first + "\n" + more);
                evidence.putIfAbsent((String) path, t.evidence());
            });
        }
        if (t.doubtful()) {
            ambiguous(t.element().to(), t);
            ambiguous(t.element().spec().and(), t);
        }
    }

    private static boolean missing(Taken t) {
        return t.candidate() == null && !t.element().optional();
    }

    private void put(String to, Object read, Taken t) {
        if (Boolean.FALSE.equals(read)) {
            return;
        }
        Object value = read instanceof LazyText ? read.toString() : read;
        // An element of the plan is named by its label until the tree provides its code.
        String path = to.startsWith("policies/") ? to + "/" + value : to;
        Object fact = truth(path, value);
        Object before = facts.putIfAbsent(path, fact);
        if (before != null && !before.equals(fact)) {
            issue(Code.SLOT_AMBIGUOUS, path, "printed twice: «" + before + "» and «" + fact + "»", t);
        }
        evidence.putIfAbsent(path, t.evidence());
    }

    /** Converts the texts "true" and "false" of a code list to booleans. */
    private static Object truth(String path, Object value) {
        return path.startsWith("attributes/") && (value.equals("true") || value.equals("false"))
                ? Boolean.valueOf((String) value)
                : value;
    }

    private void ambiguous(String field, Taken t) {
        String rival = String.valueOf(t.rival());
        String other =
                rival.isEmpty() || rival.equals("null") || rival.equals("false") ? "nothing" : "«" + cut(rival) + "»";
        String message;
        if (t.margin() < Taken.CLEAR) {
            message = "another way to read the page is " + (t.tied() ? "as" : "nearly as") + " good; it gives " + other;
        } else if (t.shadow() != null) {
            message = t.shadow();
        } else {
            message = "the text here hardly fits the cell";
        }
        issue(Code.SLOT_AMBIGUOUS, field, message, t);
    }

    private void issue(Code code, String field, String message, Taken t) {
        String text = t.candidate() == null || t.lines().isEmpty()
                ? null
                : cut(String.join("\n", t.lines().stream().map(Line::text).toList()));
        issue(code, Severity.WARNING, field, message, t.page(), text);
    }

    /** Adds an issue, unless the field already has one of the same code and severity. */
    private void issue(Code code, Severity severity, String field, String message, Integer page, String text) {
        issues.putIfAbsent(
                severity + " " + code + " " + field,
                Issue.warning(code, field, message).as(severity).printed(page, text));
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Doubts the values next to labels that are not drawn. */
    private void labels(List<Taken> taken) {
        for (int i = 0; i < taken.size(); i++) {
            Taken t = taken.get(i);
            if (t.isLabel() && t.candidate() == null && !t.element().optional()) {
                String message = "the label «" + cut(t.element().spec().label()) + "» is not printed";
                Set<String> fields = new LinkedHashSet<>();
                neighbours(taken, i, -1, HELD, fields);
                neighbours(taken, i, 1, HELD, fields);
                fields.forEach(f -> issue(Code.LABEL_MISSING, f, message, t));
            }
        }
    }

    /** The fields next to an element, up to the next label that is printed. */
    private static void neighbours(List<Taken> taken, int at, int step, int most, Set<String> fields) {
        int left = most;
        for (int i = at + step; i >= 0 && i < taken.size() && left > 0; i += step) {
            Taken t = taken.get(i);
            if (t.isLabel() && t.candidate() != null) {
                return;
            }
            if (!t.isLabel() && t.element().to() != null) {
                fields.add(t.element().to());
                left--;
            }
        }
    }

    private void pool(List<Taken> pool) {
        Pool.Result result = Pool.of(pool, layout.identities(), facts);
        result.values().forEach((path, t) -> put(path, t.value(), t));
        result.doubtful().forEach((field, message) -> {
            facts.keySet().removeIf(p -> result.out() && (p.equals(field) || p.startsWith(field + "/")));
            issue(Code.SLOT_AMBIGUOUS, field, message, pool.get(0));
        });
    }

    /** Drops an indicator without a name, and reports the values that are lost with it. */
    private void nameless() {
        Set<String> slots = new LinkedHashSet<>();
        facts.keySet().stream()
                .filter(p -> p.startsWith("indicators/"))
                .forEach(p -> slots.add(p.substring(0, p.indexOf('/', "indicators/".length()))));
        for (String slot : slots) {
            boolean printed =
                    facts.keySet().stream().anyMatch(p -> p.startsWith(slot + "/") && !p.contains("/actual/"));
            if (printed && !facts.containsKey(slot + "/name")) {
                String message = "the indicator's name was not read, so none of its values are kept";
                issue(Code.VALUE_MISSING, Severity.WARNING, slot + "/*", message, null, null);
            }
        }
    }

    /** Checks facts that must be printed together or not at all. */
    private void together(List<PageReading> pages) {
        pages.stream().flatMap(p -> p.taken().stream()).forEach(t -> {
            String with = t.element().spec().with();
            if (with != null
                    && facts.containsKey(with) != facts.containsKey(t.element().to())) {
                String message = "this and " + with + " are printed together or not at all";
                issue(Code.SLOT_AMBIGUOUS, t.element().to(), message, t);
                ranges(pages, t).forEach(f -> issue(Code.SLOT_AMBIGUOUS, f, message, t));
            }
        });
    }

    /** The text drawn next to an element, which may be the missing one. */
    private static Set<String> ranges(List<PageReading> pages, Taken t) {
        Set<String> fields = new LinkedHashSet<>();
        for (PageReading page : pages) {
            int at = page.taken().indexOf(t);
            if (at >= 0) {
                neighbours(page.taken(), at, -1, 1, fields);
                neighbours(page.taken(), at, 1, 1, fields);
            }
        }
        return fields;
    }

    /** Reports rows of the form that are on no page, and slots without content while there is unassigned text. */
    private void rows(List<PageReading> pages, int year) {
        Set<String> found = new LinkedHashSet<>();
        pages.forEach(p -> found.addAll(p.rows()));
        boolean unread = pages.stream().anyMatch(p -> !p.left().isEmpty());
        for (String row : sequence.rows()) {
            boolean slot = sequence.slots().contains(row);
            if (slot ? unread : !found.contains(row)) {
                String message = slot
                        ? "unassigned text on the sheet may be this value"
                        : "this part of the form (" + row + ") is on no page of the sheet";
                sequence.chunks().stream()
                        .flatMap(List::stream)
                        .filter(e -> e.row().equals(row) && e.to() != null)
                        .map(e -> YearTemplate.path(e.to(), year))
                        .filter(field -> !slot || !facts.containsKey(field))
                        .forEach(field -> issue(
                                Code.LABEL_MISSING,
                                Severity.WARNING,
                                field,
                                message,
                                pages.get(0).page().number(),
                                null));
            }
        }
    }

    private void openCells(int year) {
        for (String glob : sequence.open()) {
            String field = YearTemplate.path(glob, year);
            String message = "drawing order does not distinguish these cells; they are left out";
            issue(Code.SLOT_AMBIGUOUS, Severity.INFO, field, message, null, null);
        }
    }
}
