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

/** What on a page stands where it does not belong, and what it makes doubtful. */
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

    /** Text that nobody took, or that cannot be read. */
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

    /** It makes doubtful what stands beside it, and what it could have been. */
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
                Code.SLOT_AMBIGUOUS, page.rivals().fields(c.step()), "text beside it cannot be placed", number, text));
        doubts.add(
                Code.SLOT_AMBIGUOUS,
                page.couldBe(layout, run.from(), run.to()),
                "text that stands elsewhere could be it",
                number,
                text);
    }

    /** The cells of one code list: their order alone tells them apart. */
    private void codes(Step of, Set<Choice> doubted) {
        if (of.slot() == SlotType.CODE) {
            page.choices().stream()
                    .filter(c -> c.step().slot() == SlotType.CODE
                            && c.step().element().codes().equals(of.element().codes()))
                    .forEach(doubted::add);
        }
    }

    /** The rows of figures that follow each other and look alike: so does theirs. */
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

    /** A number where none belongs makes those doubtful that are printed otherwise than the form prints them. */
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
                            "printed otherwise than the form prints numbers here; another one stands elsewhere",
                            0,
                            null));
        }
    }

    /** A text that does not end as its kind does, before one that does: the two may be one. */
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
                                "the first of two texts does not end as such texts do, the second one does: they may be one",
                                page.at(c),
                                page.text(c)));
            }
        }
    }

    /** A text that is missing may stand in any cell that may be blank. */
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
                            "a text is missing on the page, and this may be it",
                            page.at(c),
                            page.text(c)));
        }
    }
}
