package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.Finding.Severity;
import org.jigyo.RealSheets;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.grid.GridEngine;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Box;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;

/**
 * Damages ruled pages and checks that no value is wrong without an issue at its field. The text printed after the
 * damage is the truth. A sheet without its key is held back, so none of its values can be wrong.
 */
class RuledDamageTest {

    private static final Layout LAYOUT = Layouts.bundled().stream()
            .filter(l -> l.id().equals("ikeda-r6"))
            .findFirst()
            .orElseThrow();

    /** Number of cases for each page. */
    private static final int TIMES = Integer.getInteger("jigyo.damage", 3);

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();

    @Test
    void noSilentErrorOnDamagedSpecimens() {
        damage(pages(Path.of("src/main/resources/specimens/ikeda-r6.pdf")), Math.max(300, TIMES));
    }

    @Test
    void noSilentErrorOnDamagedSheets() {
        damage(pages(RealSheets.folder().resolve("sheets/ikeda")), TIMES);
    }

    private void damage(List<Page> pages, int times) {
        assertThat(pages).isNotEmpty();
        Random chance = new Random(Integer.getInteger("jigyo.damage.seed", 20240401));
        for (Page page : pages) {
            Extraction sound = read(page);
            for (int i = 0; i < times; i++) {
                RuledDamage damage = RuledDamage.of(page, chance);
                if (damage != null) {
                    judge(damage, sound);
                }
            }
        }
        System.out.println("ruled damage, flagged / harmless / silent: " + summary());
        assertThat(silent).isEmpty();
    }

    private String summary() {
        StringBuilder summary = new StringBuilder();
        counts.forEach((kind, n) -> summary.append(kind)
                .append(' ')
                .append(n[0])
                .append('/')
                .append(n[1])
                .append('/')
                .append(n[2])
                .append("  "));
        return summary.toString();
    }

    private void judge(RuledDamage damage, Extraction sound) {
        Extraction read = read(damage.page());
        int[] count = counts.computeIfAbsent(damage.kind(), k -> new int[3]);
        if (!Assembler.missingKey(LAYOUT.required(), read).isEmpty()) {
            count[0]++;
            return;
        }
        Map<String, String> truth = truth(sound, damage);
        Map<String, String> got = keyed(read.facts());
        Set<String> fields = fields(read);
        Set<String> paths = new TreeSet<>(truth.keySet());
        paths.addAll(got.keySet());
        boolean different = false;
        for (String path : paths) {
            if (!Objects.equals(truth.get(path), got.get(path))) {
                different = true;
                if (fields.stream().noneMatch(f -> FieldPath.of(f).covers(path))) {
                    count[2]++;
                    silent.add(damage.kind() + " «" + damage.was() + "» → «" + damage.now() + "»: " + path + " is «"
                            + got.get(path) + "», printed is «" + truth.get(path) + "»; doubted are " + fields);
                    return;
                }
            }
        }
        count[different ? 0 : 1]++;
    }

    /** The values that the sheet prints after the damage: a changed cell changes the facts read from it. */
    private static Map<String, String> truth(Extraction sound, RuledDamage damage) {
        Map<String, String> facts = keyed(sound.facts());
        if (damage.where() == null) {
            return facts;
        }
        String was = Printed.key(damage.was());
        String now = Printed.key(damage.now());
        if (damage.kind().equals("digit") && was.matches("R\\d年度見込")) {
            // The last column says its own year.
            return renamed(facts, "/forecast/" + year(was), "/forecast/" + year(now));
        }
        Set<String> stated = new TreeSet<>();
        sound.evidence().forEach((path, evidence) -> {
            if (same(evidence.box(), damage.where())) {
                stated.add(Printed.key(path));
            }
        });
        Map<String, String> truth = new TreeMap<>();
        facts.forEach((path, value) -> {
            if (!stated.contains(path)) {
                truth.put(stated.isEmpty() ? path.replace("/" + was + "/", "/" + now + "/") : path, value);
            } else if (!Printed.blank(now)) {
                truth.put(path, value(was).equals(value) ? value(now) : after(was, value, now));
            }
        });
        return truth;
    }

    private static int year(String header) {
        return Printed.year(header.substring(0, header.indexOf("見込"))).orElseThrow();
    }

    private static Map<String, String> renamed(Map<String, String> facts, String was, String now) {
        Map<String, String> renamed = new TreeMap<>();
        facts.forEach((path, value) -> renamed.put(path.replace(was, now), value));
        return renamed;
    }

    /** The part of a changed text at the place of a value after a code, if the code is still there. */
    private static String after(String was, String value, String now) {
        String code = was.endsWith(value) ? was.substring(0, was.length() - value.length()) : was;
        return now.startsWith(code) ? now.substring(code.length()) : "«" + now + "»";
    }

    private static boolean same(List<Double> box, Box other) {
        return box != null && Math.abs(box.get(0) - other.x()) < 0.2 && Math.abs(box.get(1) - other.y()) < 0.2;
    }

    private static String value(String key) {
        return Printed.number(key.endsWith("%") ? key.substring(0, key.length() - 1) : key)
                .map(n -> n.stripTrailingZeros().toPlainString())
                .orElse(key);
    }

    private static Map<String, String> keyed(Map<String, Object> facts) {
        Map<String, String> keyed = new TreeMap<>();
        Facts.of(Facts.assemble(facts, Set.of())).forEach((path, value) -> {
            String text = value instanceof BigDecimal n ? n.stripTrailingZeros().toPlainString() : value.toString();
            keyed.put(Printed.key(path), Printed.key(text));
        });
        return keyed;
    }

    /** Fields named by an error or warning; the glob of a whole group does not count. */
    private static Set<String> fields(Extraction read) {
        List<Issue> issues = new ArrayList<>(read.issues());
        issues.addAll(Identities.check(LAYOUT.identities(), read.facts()));
        Set<String> fields = new TreeSet<>();
        for (Issue issue : issues) {
            String field = issue.field() == null ? null : issue.field().glob();
            boolean bare = field == null || field.matches("[a-z][A-Za-z]+(/\\*)+") || field.equals("*");
            if (!bare && issue.severity() != Severity.INFO) {
                fields.add(Printed.key(field));
            }
        }
        return fields;
    }

    private static Extraction read(Page page) {
        return GridEngine.read(LAYOUT, "", List.of(page)).get(0);
    }

    private static List<Page> pages(Path path) {
        List<Page> pages = new ArrayList<>();
        for (SourceFile file : SourceFiles.of(List.of(path), f -> {})) {
            Formats.reader(Limits.DEFAULT).read(file, pages::add, f -> {});
        }
        return pages;
    }
}
