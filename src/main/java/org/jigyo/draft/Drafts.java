package org.jigyo.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jigyo.Bundled;
import org.jigyo.Finding;
import org.jigyo.layout.load.Layouts;
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

    private Drafts() {}

    /**
     * What a draft is made with.
     *
     * @param sheets greatest number of sheets to look at
     * @param city the municipality; null to look for its name on the sheets
     * @param answers id of a question → answer of a person
     * @param lexicons further lexicons, YAML texts
     */
    public record Settings(int sheets, LocalGovernment city, Map<String, String> answers, List<String> lexicons) {

        /** Copies the lists. */
        public Settings {
            answers = Map.copyOf(answers);
            lexicons = List.copyOf(lexicons);
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
        FormLexicon lexicon = FormLexicon.of(lexicons).learning(Layouts.bundled());
        Sample sample = Sample.of(files, reader, settings.sheets(), findings, step);
        check(sample, lexicon);
        LayoutDraft draft =
                new Drafting(sample, lexicon, settings.city(), new GivenAnswers(settings.answers())).draft();
        return new Drafted(draft, sample.pages());
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
                            + " are needed; plans, minutes, budgets and lists are no evaluation sheets",
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
