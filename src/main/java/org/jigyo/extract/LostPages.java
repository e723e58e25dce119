package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.sheet.Issue;

/**
 * Pages from which no sheet could be made may belong to the sheet before them. Every fact on such a page that this
 * sheet lacks is doubted there, so that a page that was not joined is not lost silently.
 */
final class LostPages {

    private LostPages() {}

    /** The sheets on consecutive pages; a sheet before a lost page gets its doubts. */
    static List<Extraction> told(List<String> required, List<Extraction> sheets) {
        List<Extraction> told = new ArrayList<>(sheets);
        for (int i = 1; i < told.size(); i++) {
            Extraction before = told.get(i - 1);
            Extraction lost = told.get(i);
            if (!Assembler.missingKey(required, lost).isEmpty()
                    && Assembler.missingKey(required, before).isEmpty()) {
                told.set(i - 1, with(before, lost));
            }
        }
        return told;
    }

    private static Extraction with(Extraction before, Extraction lost) {
        Set<String> fields = new TreeSet<>();
        lost.facts().keySet().stream()
                .filter(path -> path.contains("/") && !before.facts().containsKey(path))
                .forEach(path -> fields.add(field(before, path)));
        List<Issue> issues = new ArrayList<>(before.issues());
        String message = "page " + lost.firstPage() + ", on which this is printed, could not be joined to any sheet";
        fields.forEach(
                f -> issues.add(Issue.warning(Code.VALUE_MISSING, f, message).printed(lost.firstPage(), null)));
        return before.with(issues);
    }

    /** The whole indicator, if the sheet has nothing of it; otherwise the single fact. */
    private static String field(Extraction before, String path) {
        int second = path.indexOf('/', path.indexOf('/') + 1);
        String slot = second < 0 ? path : path.substring(0, second + 1);
        boolean whole = path.startsWith("indicators/")
                && before.facts().keySet().stream().noneMatch(p -> p.startsWith(slot));
        return whole ? slot + "*" : path;
    }
}
