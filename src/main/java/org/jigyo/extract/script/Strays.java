package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.SlotType;
import org.jigyo.sheet.Printed;

/** Finds text on a page that is out of place, and the fields that become doubtful through it. */
final class Strays {

    private final Layout layout;
    private final PageAlignment page;
    private final Doubts doubts;

    Strays(Layout layout, PageAlignment page, Doubts doubts) {
        this.layout = layout;
        this.page = page;
        this.doubts = doubts;
    }

    /** Adds the doubts. */
    void check() {
        runs().forEach(this::beside);
        numbers();
        texts();
        torn();
    }

    /** Text that is unassigned or cannot be read. */
    private List<UntakenRuns.Run> runs() {
        List<UntakenRuns.Run> runs = new ArrayList<>(UntakenRuns.runs(page));
        for (Choice choice : page.choices()) {
            boolean odd = choice.fit() != null && choice.fit().cost() >= Cost.DOUBT;
            if (choice.value().problem() == Code.VALUE_UNREADABLE
                    || (odd && !choice.step().label())) {
                runs.add(new UntakenRuns.Run(choice.start(), choice.fit().end()));
            }
        }
        return runs;
    }

    /** Doubts the values next to the run, and the fields that it could have filled. */
    private void beside(UntakenRuns.Run run) {
        String text = page.strip().text(run.from(), run.to()).strip();
        int number = page.strip().atom(run.from()).page();
        Set<Choice> doubted = new LinkedHashSet<>();
        for (int i = 0; i < page.choices().size(); i++) {
            Choice c = page.choices().get(i);
            if (c.fit() != null && !c.step().label() && (c.fit().end() == run.from() || c.start() == run.to())) {
                doubted.add(c);
                codes(c.step(), doubted);
                rows(i, -1, doubted);
                rows(i, 1, doubted);
            }
        }
        doubted.forEach(c -> doubts.add(
                Code.SLOT_AMBIGUOUS,
                page.rivals().fields(c.step()),
                "text next to it cannot be assigned",
                number,
                text));
        doubts.add(
                Code.SLOT_AMBIGUOUS,
                page.couldBe(layout, run.from(), run.to()),
                "text elsewhere could be this value",
                number,
                text);
    }

    /** Doubts the cells of one code list, which only their order distinguishes. */
    private void codes(Step of, Set<Choice> doubted) {
        if (of.slot() == SlotType.CODE) {
            page.choices().stream()
                    .filter(c -> c.step().slot() == SlotType.CODE
                            && c.step().element().codes().equals(of.element().codes()))
                    .forEach(doubted::add);
        }
    }

    /** Doubts consecutive rows of figures that look alike, which only their order distinguishes. */
    private void rows(int from, int step, Set<Choice> doubted) {
        ScriptElement of = page.choices().get(from).step().element();
        for (int i = from + step; i >= 0 && i < page.choices().size(); i += step) {
            ScriptElement next = page.choices().get(i).step().element();
            boolean alike = of.slot() == SlotType.ROW
                    && next.slot() == SlotType.ROW
                    && of.codes() == null
                    && next.codes() == null
                    && of.years().equals(next.years());
            if (!alike) {
                return;
            }
            doubted.add(page.choices().get(i));
        }
    }

    /** A number where none belongs makes values in an unusual notation doubtful. */
    private void numbers() {
        boolean stray = page.choices().stream()
                .filter(c -> c.value().problem() == Code.CODE_UNKNOWN)
                .anyMatch(c -> Printed.number(page.text(c)).isPresent());
        if (stray) {
            page.choices().stream()
                    .filter(c -> c.step().slot() == SlotType.ROW && c.value().problem() == null)
                    .forEach(c -> doubts.add(
                            Code.SLOT_AMBIGUOUS,
                            c.value().fields(),
                            "this number has an unusual notation here, and another one is out of place",
                            0,
                            null));
        }
    }

    /** A text without a typical ending before one with it: the two may be one text. */
    private void torn() {
        List<Choice> drawn =
                page.choices().stream().filter(c -> c.fit() != null).toList();
        for (int i = 1; i < drawn.size(); i++) {
            Choice first = drawn.get(i - 1);
            Choice second = drawn.get(i);
            String ends = first.step().element().ends();
            if (ends != null
                    && first.step().slot() == SlotType.TEXT
                    && second.step().slot() == SlotType.TEXT
                    && !page.fits().lexicon().ends(ends, page.text(first))
                    && page.fits().lexicon().ends(ends, page.text(second))) {
                List.of(first, second)
                        .forEach(c -> doubts.add(
                                Code.SLOT_AMBIGUOUS,
                                page.rivals().fields(c.step()),
                                "the first of two texts lacks a typical ending, and the second has one: they may be one text",
                                page.at(c),
                                page.text(c)));
            }
        }
    }

    /** A missing text may be in any cell that is usually blank. */
    private void texts() {
        List<Choice> texts = page.choices().stream()
                .filter(c -> c.step().slot() == SlotType.TEXT)
                .toList();
        boolean missing = texts.stream()
                .filter(c -> !c.step().element().optional())
                .anyMatch(c -> c.fit() == null || c.fit().cost() >= Cost.DOUBT);
        if (missing) {
            texts.stream()
                    .filter(c ->
                            c.step().element().optional() && !c.value().facts().isEmpty())
                    .forEach(c -> doubts.add(
                            Code.SLOT_AMBIGUOUS,
                            c.step().fields(),
                            "a text is missing on the page, and this may be the missing one",
                            page.at(c),
                            page.text(c)));
        }
    }
}
