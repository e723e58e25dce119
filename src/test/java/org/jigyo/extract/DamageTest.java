package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jigyo.RealSheets;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/**
 * Sheets that are harmed on purpose: what is printed afterwards is the truth, and no value may be wrong or missing without an
 * issue at its field. How many cases: {@code -Djigyo.damage=5000}. Two free texts swapped, or a digit changed where nothing
 * protects it, no reader can see; they are not among the kinds.
 */
class DamageTest {

    private static final List<Damage.Kind> KINDS = List.of(Damage.Kind.values());
    private static final int CASES = Integer.getInteger("jigyo.damage", 100);
    private static final int SEED = Integer.getInteger("jigyo.damage.seed", 1);

    private final Map<Damage.Kind, int[]> counts = new EnumMap<>(Damage.Kind.class);
    private final List<String> silent = new ArrayList<>();

    @Test
    void theSpecimens() {
        harm(List.of(Path.of("src/main/resources/specimens/tsukuba-r6-sheets.txt")), CASES);
    }

    @Test
    void theCitysOwnSheets() {
        Path sheets = RealSheets.folder().resolve("sheets");
        harm(List.of(sheets.resolve("tsukuba-r6-science.txt"), sheets.resolve("tsukuba-r6-informatics.txt")), CASES);
    }

    private void harm(List<Path> files, int cases) {
        Layout layout = Layouts.bundled().stream()
                .filter(l -> l.id().equals("tsukuba-r6"))
                .findFirst()
                .orElseThrow();
        List<List<Page>> pages = files.stream().map(DamageTest::pages).toList();
        List<List<Extraction>> read =
                pages.stream().map(p -> Engines.read(layout, p)).toList();
        Random random = new Random(SEED);
        for (int n = 0; n < cases; ) {
            int file = random.nextInt(files.size());
            int sheet = random.nextInt(read.get(file).size());
            Damage.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            Damage.Case harmed = new Damage(
                            layout,
                            pages.get(file),
                            read.get(file),
                            read.get(file).get(sheet))
                    .of(kind, random);
            if (harmed != null) {
                judge(layout, kind, harmed, read.get(file), sheet);
                n++;
            }
        }
        counts.forEach((kind, c) ->
                System.out.printf("damage %-16s harmless %5d  flagged %5d  silent %3d%n", kind, c[0], c[1], c[2]));
        assertThat(silent).isEmpty();
    }

    private static List<Page> pages(Path file) {
        List<Page> pages = new ArrayList<>();
        PageReader.of(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        return pages;
    }

    private void judge(Layout layout, Damage.Kind kind, Damage.Case harmed, List<Extraction> before, int which) {
        List<Extraction> after = Engines.read(layout, harmed.pages());
        int outcome = 0;
        for (int i = 0; i < before.size(); i++) {
            Extraction was = before.get(i);
            Extraction is = same(was, after);
            // A sheet that cannot be identified any more is held back, with an error that says so.
            if (is == null) {
                outcome = Math.max(outcome, i == which ? 1 : 2);
                if (i != which) {
                    silent.add(kind + " " + harmed.what() + ": another sheet is gone");
                }
                continue;
            }
            outcome = Math.max(outcome, compare(layout, kind, harmed, was, is, i == which));
        }
        counts.computeIfAbsent(kind, k -> new int[3])[outcome]++;
    }

    private static Extraction same(Extraction was, List<Extraction> after) {
        return after.stream()
                .filter(e -> Assembler.missingKey(e).isEmpty())
                .filter(e -> Objects.equals(e.facts().get("number"), was.facts().get("number"))
                        && Objects.equals(e.facts().get("name"), was.facts().get("name")))
                .findFirst()
                .orElse(null);
    }

    private int compare(
            Layout layout, Damage.Kind kind, Damage.Case harmed, Extraction was, Extraction is, boolean hit) {
        Sheet sheet = Assembler.sheet(layout, "file", "0", is);
        Map<String, Object> got = Facts.of(sheet);
        Map<String, Object> want = Facts.of(Assembler.sheet(layout, "file", "0", was));
        int outcome = 0;
        TreeSet<String> paths = new TreeSet<>(want.keySet());
        paths.addAll(got.keySet());
        for (String path : paths) {
            boolean gone = hit && harmed.gone().contains(path);
            boolean changed = hit && harmed.changed().contains(path);
            boolean right = gone ? !got.containsKey(path) : equal(want.get(path), got.get(path));
            if (right && !changed) {
                continue;
            }
            if (named(sheet, path)) {
                outcome = Math.max(outcome, 1);
            } else if (!changed || !equal(want.get(path), got.get(path))) {
                outcome = 2;
                silent.add(kind + " " + harmed.what() + " [" + was.facts().get("number") + "]: " + path + " was "
                        + want.get(path) + " is " + got.get(path));
            }
        }
        return outcome;
    }

    private static boolean named(Sheet sheet, String path) {
        return sheet.issues().stream()
                .filter(i -> !i.severity().equals("info"))
                .anyMatch(i -> Paths.covers(i.field(), path));
    }

    private static boolean equal(Object a, Object b) {
        return (a == null || b == null)
                ? (a == null && b == null)
                : Printed.key(a.toString()).equals(Printed.key(b.toString()));
    }
}
