package org.jigyo.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jigyo.Bundled;
import org.jigyo.Finding;
import org.jigyo.draft.sample.FormWords;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.sample.Sample;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;

/** Drafts layouts from files. */
public final class Drafts {

    /** Fewest sheets that show what repeats. */
    private static final int FEWEST_SHEETS = 3;

    /** Fewest labels of a form. */
    private static final int FEWEST_LABELS = 8;

    /** Rows of a list that are looked at in place of one sheet. */
    private static final int ROWS_A_SHEET = 5;

    private Drafts() {}

    /**
     * What a draft is made with.
     *
     * @param sheets greatest number of sheets to look at
     * @param city the municipality; null to look for its name on the sheets
     * @param answers id of a question → answer of a person
     * @param lexicons further lexicons, YAML texts
     * @param known the known layouts: a form that resembles one of them is drafted from that
     */
    public record Settings(
            int sheets, LocalGovernment city, Map<String, String> answers, List<String> lexicons, List<Layout> known) {

        /** Copies the lists. */
        public Settings {
            answers = Map.copyOf(answers);
            lexicons = List.copyOf(lexicons);
            known = known.stream().filter(l -> !l.draft()).toList();
        }
    }

    /** A draft, and the pages of the sheets that it was made from, by file. */
    public record Drafted(LayoutDraft draft, Map<SourceFile, List<Page>> pages) {}

    /**
     * Drafts a layout from files of one form.
     *
     * @param reader reads a file
     * @param findings receives the problems of files
     * @param step called after each file
     * @throws DraftException if the files hold no form that repeats, or its city is not known
     */
    public static Drafted of(
            List<SourceFile> files, Settings settings, PageReader reader, Consumer<Finding> findings, Runnable step) {
        List<String> lexicons = new ArrayList<>();
        Bundled.files("/draft", ".yml")
                .values()
                .forEach(yaml -> lexicons.add(new String(yaml, StandardCharsets.UTF_8)));
        lexicons.addAll(settings.lexicons());
        FormLexicon lexicon = FormLexicon.of(lexicons).learning(settings.known());
        GivenAnswers answers = new GivenAnswers(settings.answers());
        Map<SourceFile, List<Page>> pages = Sample.read(files, reader, settings.sheets(), findings, step);
        Optional<ListForm> list = ListForm.of(pages, lexicon, answers);
        if (list.isPresent()) {
            FormHead head = list.get().head(settings.city());
            Map<SourceFile, List<Page>> some = list.get().some(ROWS_A_SHEET * settings.sheets());
            KnownForm known = known(list.get().labels(), settings.known(), head, some);
            return drafted(
                    some,
                    new ListDrafter(
                            list.get(), head.like(known, settings.known()), lexicon.like(known), known, answers),
                    answers);
        }
        Sample sample = Sample.of(pages, settings.sheets());
        check(sample, lexicon);
        Form form = Form.of(sample.sheets(), lexicon, answers);
        FormHead head = FormHead.of(form, settings.city(), answers);
        KnownForm known = known(form.labels(), settings.known(), head, sample.pages());
        return drafted(
                sample.pages(),
                new Drafter(form, head.like(known, settings.known()), lexicon.like(known), known, answers),
                answers);
    }

    /** The layout that a form resembles; null for none. */
    private static KnownForm known(
            Set<String> labels, List<Layout> known, FormHead head, Map<SourceFile, List<Page>> pages) {
        SourceFile first = pages.keySet().iterator().next();
        Set<String> reading = known.stream()
                .filter(l -> l.city().equals(head.city().code()))
                .filter(l -> !new Extractor(
                                List.of(l),
                                (file, pageReader, findings) -> pages.get(file).forEach(pageReader))
                        .read(first)
                        .sheets()
                        .isEmpty())
                .map(Layout::id)
                .collect(Collectors.toSet());
        return KnownForm.of(labels, known, reading).orElse(null);
    }

    private static Drafted drafted(Map<SourceFile, List<Page>> pages, LayoutOutline outline, GivenAnswers answers) {
        return new Drafted(new Drafting(pages, answers).draft(outline), pages);
    }

    private static void check(Sample sample, FormLexicon lexicon) {
        if (sample.sheets().isEmpty()) {
            throw new DraftException(
                    "no page with text was found; pictures of pages need text recognition first", null);
        }
        if (sample.sheets().stream().noneMatch(s -> s.pieces().stream().anyMatch(PrintedPiece::cell))) {
            throw new DraftException(
                    "the pages have no cells; give the PDF, Excel or HTML files, not a text taken out of them", null);
        }
        if (sample.sheets().size() < FEWEST_SHEETS) {
            throw new DraftException(
                    "no form repeats in these files: " + sample.sheets().size()
                            + " like pages were found, and at least " + FEWEST_SHEETS
                            + " are needed; plans, minutes and budgets are no evaluation sheets",
                    null);
        }
        FormWords words = FormWords.of(sample.sheets(), lexicon);
        long labels = sample.sheets().get(0).pieces().stream()
                .map(PrintedPiece::word)
                .filter(words::repeated)
                .distinct()
                .count();
        if (labels < FEWEST_LABELS) {
            throw new DraftException(
                    "no form repeats in these files: their pages have only " + labels + " labels in common", null);
        }
    }
}
