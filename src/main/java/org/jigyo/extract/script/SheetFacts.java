package org.jigyo.extract.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Evidence;

/** Builds the result for a sheet from its alignments: facts with evidence, doubts by field, unassigned text. */
final class SheetFacts {

    private final Layout layout;
    private final TreeMap<Integer, PageAlignment> pages;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Doubts doubts = new Doubts();
    private final int year;

    SheetFacts(Layout layout, Sheets.Bundle bundle) {
        this.layout = layout;
        this.pages = bundle.pages();
        this.year = year();
    }

    Extraction extraction() {
        List<Extraction.Leftover> leftover = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        pages.values().forEach(page -> {
            page.choices().forEach(choice -> take(page, choice));
            page.nearly().forEach(choice -> doubts.rival(page.rivals().fields(choice.step()), page.margin(choice)));
            new Strays(layout, page, doubts).check();
            missingLabels(page);
            leftover.addAll(UntakenRuns.of(page));
            page.lines().forEach(l -> numbers.add(l.page()));
        });
        missingPages();
        if (!facts.containsKey("fiscalYear") && year > 0) {
            facts.put("fiscalYear", BigDecimal.valueOf(year));
            doubts.add(
                    Code.VALUE_MISSING,
                    List.of("fiscalYear"),
                    "it is not printed, and was derived from the years of the columns",
                    0,
                    null);
        }
        UnnamedSlots.check(facts, sharedSlots(), doubts);
        int first = numbers.stream().mapToInt(Integer::intValue).min().orElse(1);
        int last = numbers.stream().mapToInt(Integer::intValue).max().orElse(first);
        return new Extraction(facts, Set.of(), evidence, doubts.issues(), leftover, first, last);
    }

    private Set<Integer> sharedSlots() {
        Set<Integer> shared = new LinkedHashSet<>();
        layout.script().pages().stream()
                .flatMap(p -> p.chunks().stream())
                .flatMap(c -> c.elements().stream())
                .filter(e -> e.slots().size() > 1)
                .forEach(e -> shared.addAll(e.slots()));
        return shared;
    }

    /** The evaluated year: the printed one, or else the one implied by rows of years. */
    private int year() {
        int implied = 0;
        for (PageAlignment page : pages.values()) {
            for (Choice choice : page.choices()) {
                if (choice.value().facts().get("fiscalYear") instanceof BigDecimal printed) {
                    return printed.intValue();
                }
                if (choice.value().facts().get(YearsFitter.IMPLIED) instanceof Integer base) {
                    implied = base;
                }
            }
        }
        return implied;
    }

    private void take(PageAlignment page, Choice choice) {
        Step step = choice.step();
        if (step.label()) {
            return;
        }
        double margin = page.margin(choice);
        Value value = choice.value();
        if (value.facts().get(YearsFitter.IMPLIED) instanceof Integer base && base != year) {
            doubts.add(
                    Code.VALUE_UNREADABLE,
                    step.fields(),
                    "the printed years do not match " + year,
                    page.at(choice),
                    page.text(choice));
        }
        if (choice.fit() == null) {
            absent(page, choice, margin);
            return;
        }
        if (value.problem() != null) {
            String message = value.problem() == Code.CODE_UNKNOWN
                    ? "this value is not in the code list"
                    : "this cannot be read as a value of the expected type";
            doubts.add(value.problem(), value.fields(), message, page.at(choice), page.text(choice));
        }
        doubts.choice(
                page.rivals().fields(step), value, margin, choice.fit().cost(), page.at(choice), page.text(choice));
        if (margin >= Cost.TIE) {
            value.facts().forEach((path, fact) -> put(page, choice, path, fact, margin));
        }
    }

    private void absent(PageAlignment page, Choice choice, double margin) {
        Step step = choice.step();
        if (step.slot() == SlotType.YEARS) {
            doubts.add(Code.LABEL_MISSING, step.fields(), "the years of the columns are not printed", 0, null);
        } else if (margin < Cost.DOUBT) {
            doubts.rival(page.rivals().fields(step), margin);
        } else if (!step.element().optional()) {
            doubts.add(
                    Code.VALUE_MISSING, step.fields(), "the form prints this value, but the sheet does not", 0, null);
        }
    }

    private void put(PageAlignment page, Choice choice, String path, Object fact, double margin) {
        if (path.equals(YearsFitter.IMPLIED)) {
            return;
        }
        String resolved = resolved(path);
        if (resolved == null) {
            return;
        }
        facts.put(resolved, fact);
        evidence.put(resolved, Proof.of(page.strip(), choice, path, margin));
    }

    /** A path with its year filled in; null if no year is known. */
    private String resolved(String path) {
        String resolved = YearTemplate.path(path, year);
        return year == 0 && !resolved.equals(path) ? null : resolved;
    }

    private void missingLabels(PageAlignment page) {
        List<String> without = new ArrayList<>();
        for (Choice choice : page.choices()) {
            Step step = choice.step();
            boolean misspelt = choice.fit() != null && choice.fit().cost() > 0;
            if (!step.label() || step.element().optional() || (choice.fit() != null && !misspelt)) {
                continue;
            }
            if (step.element().guards().isEmpty()) {
                without.add(step.element().label());
            } else {
                String message = "the label «" + step.element().label() + "» is not printed"
                        + (misspelt ? " in this spelling" : "");
                doubts.add(
                        Code.LABEL_MISSING, step.element().guards(), message, 0, misspelt ? page.text(choice) : null);
            }
        }
        if (!without.isEmpty()) {
            doubts.info(
                    Code.LABEL_MISSING, page.page().role() + ": labels not printed: " + String.join(" · ", without));
        }
    }

    private void missingPages() {
        for (int role = 0; role < layout.script().pages().size(); role++) {
            ScriptPage page = layout.script().pages().get(role);
            if (pages.containsKey(role) || page.optional()) {
                continue;
            }
            Set<String> fields = new LinkedHashSet<>();
            new Steps(page).variants().get(0).stream().filter(s -> !s.label()).forEach(s -> fields.addAll(s.fields()));
            doubts.add(
                    Code.VALUE_MISSING,
                    List.copyOf(fields),
                    "the page «" + page.role() + "» of this sheet is missing",
                    0,
                    null);
        }
    }
}
