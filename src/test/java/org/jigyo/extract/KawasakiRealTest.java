package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.RealSheets;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/** The city's own sheets compared with gold records: nothing is wrong or missing without an issue at its field. */
class KawasakiRealTest {

    @Test
    void everyFactIsRightOrNamed() throws IOException {
        Path folder = RealSheets.folder();
        Map<String, Sheet> read = new TreeMap<>();
        Extractor extractor = new Extractor(Layouts.bundled(), Limits.DEFAULT, true);
        List<Path> input = List.of(folder.resolve("sheets/kawasaki-r5-policy-4-2.txt"));
        SourceFile file = SourceFiles.of(input, f -> {}).get(0);
        extractor.read(file).sheets().forEach(s -> read.put(s.number() + s.name(), s));
        List<Sheet> gold = gold();
        assertThat(read).hasSameSizeAs(gold);

        List<String> silent = new ArrayList<>();
        int right = 0;
        int all = 0;
        for (Sheet g : gold) {
            Sheet r = read.get(g.number() + g.name());
            assertThat(r).as(g.name()).isNotNull();
            Map<String, Object> want = normal(g);
            Map<String, Object> got = normal(r);
            TreeSet<String> paths = new TreeSet<>(want.keySet());
            paths.addAll(got.keySet());
            paths.removeIf(
                    p -> g.undecided().stream().anyMatch(u -> FieldPath.of(u).covers(p)) && !got.containsKey(p));
            for (String path : paths) {
                all++;
                if (want.containsKey(path) && want.get(path).equals(got.get(path))) {
                    right++;
                } else if (r.issues().stream().noneMatch(i -> named(i, path))) {
                    silent.add(g.number() + " " + path + ": " + want.get(path) + " / " + got.get(path));
                }
            }
            assertThat(r.evidence().keySet()).containsAll(List.of("number", "name", "attributes/mainInPlan"));
        }
        assertThat(silent).isEmpty();
        assertThat((double) right / all).isGreaterThan(0.995);
    }

    @Test
    void damagedPagesAreFlagged() {
        Path file = RealSheets.folder().resolve("sheets/kawasaki-r5-policy-4-2.txt");
        SequenceDamage.Report report = new SequenceDamage(
                        Layouts.bundled().stream()
                                .filter(l -> l.id().equals("kawasaki-r5"))
                                .findFirst()
                                .orElseThrow(),
                        SequenceDamage.pages(file, "事務事業コード"))
                .run(Integer.getInteger("jigyo.damage", 8), Integer.getInteger("jigyo.damage.seed", 1));
        System.out.print(report);
        assertThat(report.silent).isEmpty();
    }

    private static boolean named(Issue issue, String path) {
        return issue.doubts(path);
    }

    private static List<Sheet> gold() throws IOException {
        return RealSheets.gold().stream()
                .map(RealSheets.GoldRecord::sheet)
                .filter(s -> s.city().equals("141305"))
                .toList();
    }

    private static Map<String, Object> normal(Sheet sheet) {
        Map<String, Object> facts = new TreeMap<>();
        Facts.of(sheet)
                .forEach((path, value) -> facts.put(
                        Printed.key(path),
                        value instanceof BigDecimal n
                                ? n.stripTrailingZeros().toPlainString()
                                : Printed.key("" + value)));
        return facts;
    }
}
