package org.jigyo.extract;

import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.FormContext;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/** Builds the sheet record from the result of an engine, and runs the checks that concern the sheet alone. */
final class Assembler {

    private static final String DEPARTMENTS = "departments/";
    private static final String YEAR = "fiscalYear";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Assembler() {}

    /** The identifying facts that were not read. */
    static List<String> missingKey(List<String> required, Extraction read) {
        return required.stream().filter(k -> !read.facts().containsKey(k)).toList();
    }

    static Sheet sheet(Layout layout, String file, String sha256, Extraction printed) {
        Extraction read = Canonical.of(printed);
        Map<String, Evidence> evidence = new LinkedHashMap<>(read.evidence());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("city", layout.city());
        facts.putAll(read.facts());
        firstDepartment(facts, evidence);
        List<Issue> issues = new ArrayList<>(read.issues());
        issues.addAll(Identities.check(layout.identities(), facts));
        issues.addAll(unassigned(layout, read.leftover()));
        future(facts).ifPresent(issues::add);
        if (layout.draft()) {
            String message = "read with a draft of a layout that no person has confirmed";
            issues.add(new Issue(Code.LAYOUT_DRAFT, Finding.Severity.INFO, null, message, null, null));
        }
        Sheet.Source source = new Sheet.Source(file, sha256, List.of(read.firstPage(), read.lastPage()));
        Integer serial = Facts.whole(facts.remove("serial"));
        Sheet sheet = Facts.assemble(facts, read.estimates());
        // A fact that an engine already doubts gets no second issue.
        sheet.issues().stream()
                .filter(i -> i.field() == null
                        || issues.stream().noneMatch(d -> d.doubts(i.field().glob())))
                .toList()
                .forEach(issues::add);
        return sheet.from(new Sheet.Origin(layout.id(), source, context(layout)), serial)
                .with(issues, evidence);
    }

    /**
     * A year that no sheet can evaluate yet: a number without an era that was counted in the wrong one («20年度» as 令和20年度).
     * Next year is possible, because projects are also evaluated before they begin.
     */
    private static Optional<Issue> future(Map<String, Object> facts) {
        Integer year = Facts.whole(facts.get(YEAR));
        if (year == null || year <= Year.now(JAPAN).getValue() + 1) {
            return Optional.empty();
        }
        String message = "the fiscal year " + year + " has not begun; «era» of the layout may be another";
        return Optional.of(
                new Issue(Code.VALUE_UNREADABLE, Finding.Severity.ERROR, FieldPath.of(YEAR), message, null, null));
    }

    /** If several departments are printed, the first becomes the department. */
    private static void firstDepartment(Map<String, Object> facts, Map<String, Evidence> evidence) {
        facts.keySet().stream()
                .filter(path -> path.startsWith(DEPARTMENTS))
                .findFirst()
                .filter(path -> !facts.containsKey("department"))
                .ifPresent(path -> {
                    facts.put("department", path.substring(DEPARTMENTS.length()));
                    evidence.put("department", evidence.get(path));
                });
    }

    private static Sheet.Context context(Layout layout) {
        FormContext c = layout.context();
        return c == null
                ? new Sheet.Context(layout.form(), null, null, null, Map.of())
                : new Sheet.Context(layout.form(), c.currencyUnit(), c.plan(), c.term(), c.scales());
    }

    /** Issues for unassigned text; a run of adjacent lines becomes one issue. */
    private static List<Issue> unassigned(Layout layout, List<Extraction.Leftover> leftover) {
        Set<String> ignored = layout.ignore().stream().map(Printed::key).collect(Collectors.toSet());
        List<Issue> issues = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Extraction.Leftover last = null;
        for (Extraction.Leftover l : leftover) {
            String key = Printed.key(l.line().text());
            if (key.isEmpty() || ignored.contains(key)) {
                continue;
            }
            if (last != null && !neighbours(last, l)) {
                issues.add(unassigned(last.page(), text.toString()));
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(l.line().text().strip());
            last = l;
        }
        if (last != null) {
            issues.add(unassigned(last.page(), text.toString()));
        }
        return issues;
    }

    private static boolean neighbours(Extraction.Leftover a, Extraction.Leftover b) {
        return a.page() == b.page()
                && a.line().number() > 0
                && b.line().number() - a.line().number() == 1;
    }

    private static Issue unassigned(int page, String text) {
        return Issue.warning(Code.UNASSIGNED_TEXT, null, "this text belongs to no field and no label")
                .printed(page, text);
    }
}
