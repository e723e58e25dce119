package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forms whose visible content differs from the text layer: each value is the visible one, or an issue names its field.
 * {@code -Djigyo.damage=5000} sets the number of cases for each form.
 */
class ShownDamageTest {

    private static final int CASES = Integer.getInteger("jigyo.damage", 10);

    private final Map<ShownDamage.Kind, int[]> counts = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();

    static List<String> drawings() {
        return Shown.drawings();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("drawings")
    void whatPaperShowsIsReadOrInDoubt(String drawing) {
        Sheet sound = Shown.read(drawing).sheets().get(0);
        Random random = new Random(Integer.getInteger("jigyo.damage.seed", 20241129));
        ShownDamage damage = new ShownDamage(drawing, sound.evidence(), random);
        ShownDamage.Kind[] kinds = ShownDamage.Kind.values();
        for (int n = 0; n < CASES; n++) {
            ShownDamage.Case harmed = damage.of(kinds[random.nextInt(kinds.length)]);
            if (harmed != null) {
                judge(harmed, sound);
            }
        }
        counts.forEach((kind, c) ->
                System.out.printf("%-18s harmless %5d  flagged %5d  silent %3d%n", kind, c[0], c[1], c[2]));
        assertThat(silent).isEmpty();
    }

    private void judge(ShownDamage.Case harmed, Sheet sound) {
        FileReading reading = Shown.read(Shown.turned(harmed.drawing(), harmed.turn()));
        int[] count = counts.computeIfAbsent(harmed.kind(), k -> new int[3]);
        boolean error = reading.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        boolean pictured = harmed.picture() == 0
                || reading.findings().stream()
                        .anyMatch(f ->
                                f.code() == Code.PDF_NO_TEXT_LAYER && f.place().page() == harmed.picture());
        if (reading.sheets().isEmpty() && error && pictured) {
            count[1]++; // held back
            return;
        }
        List<String> wrong = new ArrayList<>();
        boolean flagged = !pictured;
        if (!pictured || reading.sheets().size() != 1) {
            wrong.add("no error for the page, or not one sheet: " + reading.findings());
        } else {
            flagged = compare(harmed, sound, reading.sheets().get(0), wrong);
        }
        if (!wrong.isEmpty()) {
            List<String> doubted = reading.sheets().stream()
                    .flatMap(s -> s.issues().stream())
                    .map(i -> i.field() + " (" + i.message() + ")")
                    .toList();
            silent.add(harmed.kind() + " " + harmed.what() + ": " + wrong + "; doubted are " + doubted);
        }
        count[wrong.isEmpty() ? flagged ? 1 : 0 : 2]++;
    }

    /** True if something differs and an issue names it; a difference without an issue is added to {@code wrong}. */
    private static boolean compare(ShownDamage.Case harmed, Sheet sound, Sheet read, List<String> wrong) {
        Map<String, String> want = keyed(sound);
        Map<String, String> got = keyed(read);
        Set<String> paths = new TreeSet<>(want.keySet());
        paths.addAll(got.keySet());
        boolean flagged = false;
        for (String path : paths) {
            if (right(harmed, path, want.get(path), got.get(path))) {
                continue;
            }
            if (named(read, path)) {
                flagged = true;
            } else {
                wrong.add(path + " is " + got.get(path) + ", was " + want.get(path));
            }
        }
        return flagged;
    }

    private static boolean right(ShownDamage.Case harmed, String path, String want, String got) {
        if (!harmed.own().contains(path)) {
            return Objects.equals(want, got);
        }
        return switch (harmed.fate()) {
            case SAME -> Objects.equals(want, got);
            case GONE -> got == null;
            case CHANGED -> ShownDamage.value(harmed.now()).equals(got);
            case DOUBTED -> false;
        };
    }

    /** False for the glob of a whole group, which does not help a reader. */
    private static boolean named(Sheet sheet, String path) {
        return sheet.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                .filter(i -> i.field() != null && !i.field().glob().matches("[A-Za-z]*(/?\\*)+"))
                .anyMatch((Issue i) -> i.covers(path));
    }

    private static Map<String, String> keyed(Sheet sheet) {
        Map<String, String> keyed = new TreeMap<>();
        Facts.of(sheet).forEach((path, value) -> keyed.put(path, ShownDamage.value(value.toString())));
        assertThat(keyed.keySet())
                .allSatisfy(path -> assertThat(Printed.blank(path)).isFalse());
        return keyed;
    }
}
