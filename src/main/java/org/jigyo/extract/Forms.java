package org.jigyo.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Tree;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Printed;

/** Recognises the form of a page: the layouts whose phrases are all printed on it. Immutable, thread-safe. */
public final class Forms {

    private final List<Form> forms;

    private record Phrase(String printed, String key) {
        static List<Phrase> of(List<String> phrases) {
            return phrases.stream().map(p -> new Phrase(p, Printed.key(p))).toList();
        }
    }

    private record Form(Layout layout, List<Phrase> applies, List<Phrase> absent, List<Phrase> others) {}

    /** Recognises the forms of these layouts. */
    public Forms(List<Layout> layouts) {
        forms = layouts.stream()
                .map(l -> new Form(l, Phrase.of(l.applies()), Phrase.of(l.absent()), Phrase.of(l.otherPages())))
                .toList();
    }

    /**
     * How well a layout fits a page.
     *
     * @param missing required phrases that are not printed
     * @param forbidden forbidden phrases that are printed
     */
    public record Fit(Layout layout, List<String> missing, List<String> forbidden) {

        /** True if the layout applies. */
        public boolean applies() {
            return missing.isEmpty() && forbidden.isEmpty() && !layout.applies().isEmpty();
        }
    }

    /** The tree that the sheets of a form use. */
    Optional<Tree> tree(String form) {
        return forms.stream()
                .map(f -> f.layout.tree())
                .filter(t -> t != null && t.form().equals(form))
                .findFirst();
    }

    /** The layouts that apply to a page. If there are several, their phrases do not distinguish them. */
    public List<Layout> of(Page page) {
        return fits(page).stream().filter(Fit::applies).map(Fit::layout).toList();
    }

    /** The layout with the smallest share of missing phrases, among those with at least one printed phrase. */
    public Optional<Fit> nearest(Page page) {
        return fits(page).stream()
                .filter(f -> f.missing().size() < f.layout().applies().size())
                .min(Comparator.comparingDouble(
                        f -> (double) f.missing().size() / f.layout().applies().size()));
    }

    /** The layouts that list a page as belonging to no sheet. */
    List<Layout> excluding(Page page) {
        String printed = key(page);
        return forms.stream()
                .filter(f -> !choose(f.others, printed, true).isEmpty())
                .map(Form::layout)
                .toList();
    }

    private static String key(Page page) {
        return Printed.key(page.blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n")));
    }

    /** How well each layout fits a page, in the order of the layouts. */
    public List<Fit> fits(Page page) {
        String printed = key(page);
        return forms.stream()
                .map(f -> fit(f, page.recognised().isEmpty() ? printed : key(Spelling.of(f.layout, page))))
                .toList();
    }

    private static Fit fit(Form form, String printed) {
        return new Fit(form.layout, choose(form.applies, printed, false), choose(form.absent, printed, true));
    }

    private static List<String> choose(List<Phrase> phrases, String printed, boolean there) {
        return phrases.stream()
                .filter(p -> printed.contains(p.key) == there)
                .map(Phrase::printed)
                .toList();
    }
}
