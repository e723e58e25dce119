package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.sheet.Printed;

/**
 * Splits a file into the pages of its sheets by labels that only one page of the form prints: a page begins where such
 * labels change to those of another page, or where they start again. A page break of the file is only a hint.
 */
final class PageSplitter {

    /** With fewer different labels than this, a match may be a coincidence. */
    private static final int ENOUGH = 3;

    private final List<Map<String, Integer>> labels = new ArrayList<>();
    private final Map<String, Integer> telling = new HashMap<>();

    PageSplitter(List<ScriptPage> pages) {
        for (ScriptPage page : pages) {
            Map<String, Integer> times = new HashMap<>();
            page.chunks().forEach(c -> c.elements().forEach(e -> count(e, times)));
            labels.add(times);
        }
        for (int role = 0; role < pages.size(); role++) {
            for (String label : labels.get(role).keySet()) {
                telling.merge(label, role, (a, b) -> -1);
            }
        }
        // A single character is drawn everywhere.
        telling.entrySet().removeIf(e -> e.getValue() < 0 || e.getKey().length() < 2);
    }

    private static void count(ScriptElement e, Map<String, Integer> times) {
        if (e.label() != null) {
            times.merge(Printed.key(e.label()), e.times() == null ? 1 : e.times(), Integer::sum);
        }
    }

    List<PageLines> of(List<Drawn> lines) {
        List<PageLines> parts = new ArrayList<>();
        List<Run> runs = runs(lines);
        int from = 0;
        int role = -1;
        for (Run run : runs) {
            int start = Math.max(from, start(lines, run, from));
            add(parts, lines, from, start, role);
            from = start;
            role = run.role;
        }
        add(parts, lines, from, lines.size(), role);
        return parts;
    }

    /**
     * Lines up to the first page break belong to the page whose labels precede them; the lines after it have no label
     * at all.
     */
    private static void add(List<PageLines> parts, List<Drawn> lines, int from, int to, int role) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || lines.get(i).startsPage()) {
                parts.add(new PageLines(start == from ? role : -1, lines.subList(start, i)));
                start = i;
            }
        }
    }

    private static final class Run {
        private final int role;
        private final int first;
        private final Map<String, Integer> seen = new HashMap<>();
        private int last;

        Run(int role, int first) {
            this.role = role;
            this.first = first;
            this.last = first;
        }
    }

    /** Runs of distinctive labels of one page, none repeated more often than the page prints it. */
    private List<Run> runs(List<Drawn> lines) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Integer role = telling.get(lines.get(i).key());
            if (role == null) {
                continue;
            }
            String key = lines.get(i).key();
            Run run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            boolean more = run != null
                    && run.role == role
                    && run.seen.getOrDefault(key, 0) < labels.get(role).get(key);
            if (!more) {
                run = new Run(role, i);
                runs.add(run);
            }
            run.seen.merge(key, 1, Integer::sum);
            run.last = i;
        }
        return joined(runs);
    }

    /** Runs with too few labels are coincidences: they are dropped, and the runs around them are joined. */
    private List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            if (run.seen.size() < ENOUGH) {
                continue;
            }
            Run before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.role == run.role && fits(before, run)) {
                run.seen.forEach((k, n) -> before.seen.merge(k, n, Integer::sum));
                before.last = run.last;
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private boolean fits(Run a, Run b) {
        return b.seen.entrySet().stream()
                .allMatch(e -> a.seen.getOrDefault(e.getKey(), 0) + e.getValue()
                        <= labels.get(a.role).get(e.getKey()));
    }

    /** The line where the page of a run begins: back over labels of that page, or at the page break before. */
    private int start(List<Drawn> lines, Run run, int from) {
        int start = run.first;
        Set<String> own = new HashSet<>(labels.get(run.role).keySet());
        while (start > from
                && !lines.get(start).startsPage()
                && own.contains(lines.get(start - 1).key())) {
            start--;
        }
        if (lines.get(start).startsPage()) {
            return start;
        }
        // If a page break lies between the labels of two pages, with no other run between them, the second page begins
        // there.
        for (int i = start; i > from; i--) {
            if (lines.get(i).startsPage()) {
                return onlyLabelsAndFew(lines, i, start) ? i : start;
            }
        }
        return start;
    }

    /**
     * True if there are few enough lines between a page break and the first distinctive label to be the head of its
     * page.
     */
    private static boolean onlyLabelsAndFew(List<Drawn> lines, int page, int start) {
        return start - page <= 10 && page < lines.size();
    }
}
