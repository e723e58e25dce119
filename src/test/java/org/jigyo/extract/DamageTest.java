package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jigyo.RealSheets;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/**
 * Damaged sheets: the text printed after the damage is the truth, and no value may be wrong or missing without an issue
 * at its field. {@code -Djigyo.damage=5000} sets the number of cases. Two swapped free texts, or a changed digit that
 * nothing protects, cannot be detected by any reader and are not among the kinds.
 */
class DamageTest {

    private static final List<Damage.Kind> KINDS = List.of(Damage.Kind.values());
    private static final int CASES = Integer.getInteger("jigyo.damage", 10);
    private static final int SEED = Integer.getInteger("jigyo.damage.seed", 1);

    @Test
    void theSpecimens() {
        harm(List.of(Path.of("src/main/resources/specimens/tsukuba-r6-sheets.txt")), CASES);
    }

    @Test
    void theCitysOwnSheets() {
        Path sheets = RealSheets.folder().resolve("sheets");
        harm(List.of(sheets.resolve("tsukuba-r6-science.txt"), sheets.resolve("tsukuba-r6-informatics.txt")), CASES);
    }

    private static void harm(List<Path> files, int cases) {
        Layout layout = Layouts.bundled().stream()
                .filter(l -> l.id().equals("tsukuba-r6"))
                .findFirst()
                .orElseThrow();
        List<Stretch> stretches =
                files.stream().flatMap(f -> stretches(layout, f).stream()).toList();
        Verdicts verdicts = new Verdicts(layout);
        Random random = new Random(SEED);
        for (int n = 0; n < cases; ) {
            Stretch stretch = stretches.get(random.nextInt(stretches.size()));
            Damage.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            Extraction hit = stretch.read.get(stretch.hit);
            Damage.Case harmed = new Damage(layout, stretch.pages, stretch.read, hit).of(kind, random);
            if (harmed != null) {
                verdicts.judge(harmed.harm(kind), stretch.read, Set.of(hit), Engines.read(layout, "", harmed.pages()));
                n++;
            }
        }
        System.out.print(verdicts);
        assertThat(verdicts.silent()).isEmpty();
    }

    /**
     * A sheet with its neighbours; the damage cannot affect other sheets.
     *
     * @param hit index of the sheet
     */
    private record Stretch(List<Page> pages, List<Extraction> read, int hit) {}

    private static List<Stretch> stretches(Layout layout, Path file) {
        List<Page> pages = pages(file);
        List<Extraction> all = Engines.read(layout, "", pages);
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int first = all.get(Math.max(0, i - 1)).firstPage();
            int last = all.get(Math.min(all.size() - 1, i + 1)).lastPage();
            List<Page> near = pages.stream()
                    .filter(p -> p.number() >= first && p.number() <= last)
                    .toList();
            List<Extraction> read = Engines.read(layout, "", near);
            Map<String, Object> facts = all.get(i).facts();
            int hit = read.stream().map(Extraction::facts).toList().indexOf(facts);
            stretches.add(hit < 0 ? new Stretch(pages, all, i) : new Stretch(near, read, hit));
        }
        return stretches;
    }

    private static List<Page> pages(Path file) {
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        return pages;
    }
}
