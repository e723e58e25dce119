package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.engine.Slots;
import org.jigyo.extract.engine.StarredPath;
import org.jigyo.layout.Identity;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.source.SourceFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A layout watches what it declares: on the specimen of every layout each identity detects a changed figure, each label
 * is reported if it is missing, and each field can be doubted. Of layouts in drawing order, whose pages take long to read
 * without a label, {@code -Djigyo.labels=N -Djigyo.labels.seed=S} labels and fields are tried.
 */
class WatchTest {

    @TempDir
    static Path folder;

    private static final Map<String, String> YAML = new TreeMap<>();
    private static final int LABELS = Integer.getInteger("jigyo.labels", 3);

    /** Every layout that reads sheets: the bundled ones, and that of the invented form. */
    static Stream<String> layouts() throws IOException {
        YAML.putAll(LayoutSpecimens.yaml());
        YAML.entrySet().removeIf(e -> Layouts.read(e.getKey(), e.getValue()).tree() != null);
        return YAML.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyIdentityNoticesAChangedFigure(String file) throws IOException {
        Layout layout = Layouts.read(file, YAML.get(file));
        List<Extraction> sheets = Engines.read(layout, "", pages(layout));
        for (Identity declared : layout.identities()) {
            Identity identity = declared.of(year(sheets.get(0)));
            for (Extraction sheet : sheets) {
                assertThat(Identities.check(List.of(identity), sheet.facts()))
                        .as(identity.name())
                        .isEmpty();
            }
            assertThat(sheets.stream().anyMatch(sheet -> noticesTotal(identity, sheet)))
                    .as(identity.name())
                    .isTrue();
            for (String part : identity.parts()) {
                assertThat(sheets.stream().anyMatch(sheet -> noticesPart(identity, part, sheet)))
                        .as(identity.name() + ": " + part)
                        .isTrue();
            }
        }
    }

    private static int year(Extraction sheet) {
        return ((BigDecimal) sheet.facts().get("fiscalYear")).intValueExact();
    }

    private static boolean noticesTotal(Identity identity, Extraction sheet) {
        return totals(identity, sheet).anyMatch(m -> notices(identity, sheet, m.group()));
    }

    /** True if a part that the sheet does not print is detected once it is printed. */
    private static boolean noticesPart(Identity identity, String part, Extraction sheet) {
        return totals(identity, sheet)
                .flatMap(m -> StarredPath.each(
                        StarredPath.fill(part, m), sheet.facts().keySet()))
                .anyMatch(path -> notices(identity, sheet, path));
    }

    private static Stream<Matcher> totals(Identity identity, Extraction sheet) {
        return sheet.facts().keySet().stream()
                .map(path -> StarredPath.stars(identity.total()).matcher(path))
                .filter(Matcher::matches);
    }

    /** True if the identity reports a figure that differs by more than rounding. */
    private static boolean notices(Identity identity, Extraction sheet, String path) {
        Map<String, Object> changed = new LinkedHashMap<>(sheet.facts());
        BigDecimal was = changed.get(path) instanceof BigDecimal number ? number : BigDecimal.ZERO;
        changed.put(path, was.add(identity.tolerance()).add(BigDecimal.TEN));
        return Identities.check(List.of(identity), changed).stream()
                .anyMatch(i -> i.code() == Code.SUM_MISMATCH && i.covers(path));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyLabelIsMissedAndEveryFieldCanBeDoubted(String file) throws IOException {
        Layout layout = Layouts.read(file, YAML.get(file));
        List<Page> pages = oneSheet(layout);
        List<Extraction> sound = Engines.read(layout, "", pages);
        List<FieldPath> doubted = new ArrayList<>();
        List<String> unmissed = new ArrayList<>();
        Map<String, String> without = MissingLabels.of(YAML.get(file), absent(layout, sound));
        some(layout, without.keySet()).forEach(label -> {
            List<Extraction> read = Engines.read(Layouts.read(file, without.get(label)), "", pages);
            read.forEach(e -> doubted.addAll(fields(layout, e)));
            if (!read.stream().allMatch(e -> missed(layout, e, sound))) {
                unmissed.add(label);
            }
        });
        assertThat(unmissed).isEmpty();
        Set<String> undoubted = new TreeSet<>();
        sound.forEach(sheet -> undoubted.addAll(sheet.facts().keySet()));
        undoubted.retainAll(some(layout, undoubted));
        undoubted.removeIf(path -> doubted.stream().anyMatch(d -> d.covers(path)));
        // Cells are found by their labels, all of which were removed; values in drawing order are damaged one by one.
        List<Harm> harms = harms(pages);
        while (!undoubted.isEmpty() && !harms.isEmpty()) {
            Harm next = harms.stream()
                    .filter(harm -> undoubted.stream().anyMatch(path -> harm.meets(path, sound)))
                    .findFirst()
                    .orElse(harms.get(0));
            harms.remove(next);
            for (Extraction read : Engines.read(layout, "", next.pages())) {
                fields(layout, read).forEach(d -> undoubted.removeIf(d::covers));
            }
        }
        assertThat(undoubted).isEmpty();
    }

    /** All of a grid's; so many of a layout in drawing order. */
    private static List<String> some(Layout layout, Set<String> all) {
        List<String> chosen = new ArrayList<>(all);
        if (layout.sequence() == null && layout.script() == null) {
            return chosen;
        }
        Collections.shuffle(chosen, new Random(Long.getLong("jigyo.labels.seed", 20261130)));
        return chosen.subList(0, Math.min(LABELS, chosen.size()));
    }

    /** The rows of empty indicator slots, which a form need not print. */
    private static Set<String> absent(Layout layout, List<Extraction> sound) {
        Set<String> absent = new TreeSet<>(
                layout.sequence() == null ? List.of() : layout.sequence().slots());
        if (layout.sequence() != null) {
            sound.forEach(sheet -> Slots.of(sheet.facts())
                    .named()
                    .forEach(n -> absent.remove(layout.sequence().slots().get(Integer.parseInt(n) - 1))));
        }
        return absent;
    }

    /** True if a reading reports that a label is missing, or is held back. */
    private static boolean missed(Layout layout, Extraction read, List<Extraction> sound) {
        return !Assembler.missingKey(layout.required(), read).isEmpty()
                || read.issues().stream()
                        .filter(i -> sound.stream().noneMatch(s -> s.issues().contains(i)))
                        .anyMatch(i -> i.code() == Code.LABEL_MISSING || i.field() != null);
    }

    /** Fields that are named; a bare group names nothing. */
    private static List<FieldPath> fields(Layout layout, Extraction read) {
        return Stream.concat(
                        read.issues().stream().map(Issue::field),
                        Assembler.missingKey(layout.required(), read).stream().map(FieldPath::of))
                .filter(f -> f != null && !f.glob().matches("[A-Za-z]*(/?\\*)+"))
                .toList();
    }

    /** The pages of the layout's specimen, without those that another form applies to. */
    private static List<Page> pages(Layout layout) throws IOException {
        List<Layout> known = new ArrayList<>(Layouts.bundled());
        known.removeIf(l -> l.id().equals(layout.id()));
        known.add(layout);
        Forms forms = new Forms(known);
        for (SourceFile file : LayoutSpecimens.files(folder)) {
            List<Page> pages = new ArrayList<>();
            Formats.reader(Limits.DEFAULT).read(file, pages::add, f -> {});
            if (pages.stream().anyMatch(p -> forms.of(p).equals(List.of(layout)))) {
                pages.removeIf(p -> !forms.of(p).isEmpty() && !forms.of(p).contains(layout));
                return pages;
            }
        }
        throw new AssertionError(layout.id() + " has no specimen");
    }

    private static List<Page> oneSheet(Layout layout) throws IOException {
        List<Page> pages = pages(layout);
        Extraction fullest = Collections.max(
                Engines.read(layout, "", pages),
                Comparator.comparingInt(e -> e.facts().size()));
        return pages.stream()
                .filter(p -> p.number() >= fullest.firstPage() && p.number() <= fullest.lastPage())
                .toList();
    }

    /** Pages one of whose blocks is damaged; of those whose digits all are, the block is null. */
    private record Harm(List<Page> pages, int page, TextBlock block) {

        /** True if the value at a path is drawn in the block. */
        boolean meets(String path, List<Extraction> sound) {
            return sound.stream()
                    .map(sheet -> sheet.evidence().get(path))
                    .filter(place -> place != null && place.line() != null)
                    .anyMatch(place -> block == null
                            || (place.page() == page
                                    && block.lines().stream().anyMatch(line -> line.number() == place.line())));
        }
    }

    /** The pages without digits; then without each block, with nonsense in its place, and with it glued to the next. */
    private static List<Harm> harms(List<Page> pages) {
        List<Harm> all = new ArrayList<>(List.of(new Harm(withoutDigits(pages), 0, null)));
        for (int p = 0; p < pages.size(); p++) {
            List<TextBlock> blocks = pages.get(p).blocks();
            for (int b = 0; b < blocks.size(); b++) {
                Line line = blocks.get(b).lines().get(0);
                List<List<Page>> harmed = new ArrayList<>();
                harmed.add(with(pages, p, b, 1, List.of()));
                harmed.add(with(pages, p, b, 1, List.of(new Line(line.number(), line.box(), "〓"))));
                if (b + 1 < blocks.size()) {
                    List<Line> both = new ArrayList<>(blocks.get(b).lines());
                    both.addAll(blocks.get(b + 1).lines());
                    harmed.add(with(pages, p, b, 2, both));
                }
                for (List<Page> one : harmed) {
                    all.add(new Harm(one, pages.get(p).number(), blocks.get(b)));
                }
            }
        }
        return all;
    }

    private static List<Page> withoutDigits(List<Page> pages) {
        List<Page> harmed = pages;
        for (int p = 0; p < pages.size(); p++) {
            for (int b = 0; b < pages.get(p).blocks().size(); b++) {
                List<Line> lines = pages.get(p).blocks().get(b).lines().stream()
                        .map(l -> new Line(l.number(), l.box(), l.text().replaceAll("\\d", "〓")))
                        .toList();
                harmed = with(harmed, p, b, 1, lines);
            }
        }
        return harmed;
    }

    private static List<Page> with(List<Page> pages, int p, int block, int count, List<Line> instead) {
        Page page = pages.get(p);
        List<TextBlock> blocks = new ArrayList<>(page.blocks());
        blocks.subList(block, block + count).clear();
        if (!instead.isEmpty()) {
            blocks.add(block, new TextBlock(instead));
        }
        List<Page> harmed = new ArrayList<>(pages);
        harmed.set(p, new Page(page.number(), page.size(), blocks, page.cells(), page.outside()));
        return harmed;
    }
}
