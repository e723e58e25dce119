package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jigyo.RealSheets;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged tables given as text; see {@link DamageTest}. Two swapped texts cannot be detected by any reader. */
class TableDamageTest {

    private static final List<TableDamage.Kind> KINDS = List.of(TableDamage.Kind.values());
    private static final int CASES = Integer.getInteger("jigyo.damage", 10);
    private static final int SEED = Integer.getInteger("jigyo.damage.seed", 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"tsukuba-r4, tsukuba-r4-tables.txt", "tsukuba-r3, tsukuba-r3-list.txt"})
    void theSpecimens(String layout, String file) throws IOException {
        harm(layout, Path.of("src/main/resources/specimens", file));
    }

    @ParameterizedTest
    @CsvSource({"tsukuba-r4, tsukuba-r4-tables.txt", "tsukuba-r3, tsukuba-r3-list.txt"})
    void theCitysOwnSheets(String layout, String file) throws IOException {
        harm(layout, RealSheets.folder().resolve("sheets").resolve(file));
    }

    private void harm(String id, Path file) throws IOException {
        Layout layout = Layouts.bundled().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(file);
        List<Extraction> before = read(layout, text);
        TableDamage damage = new TableDamage(layout, text, before);
        Verdicts verdicts = new Verdicts(layout);
        Random random = new Random(SEED);
        for (int n = 0; n < CASES; n++) {
            TableDamage.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            TableDamage.Case harmed = damage.of(kind, random);
            if (harmed != null) {
                verdicts.judge(harmed.harm(), before, harmed.hit(), read(layout, harmed.text()));
            }
        }
        System.out.print(verdicts);
        assertThat(verdicts.silent()).isEmpty();
    }

    private List<Extraction> read(Layout layout, String text) throws IOException {
        Path file = folder.resolve("tables.txt");
        Files.writeString(file, text);
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        return Engines.read(layout, "", pages);
    }
}
