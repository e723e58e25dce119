package org.jigyo.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.Finding.Severity;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * The outcome for damaged sheets: harmless if all facts are right, flagged if an issue names each one that is not, else
 * silent.
 */
final class Verdicts {

    /**
     * A damage.
     *
     * @param kind kind of damage
     * @param what description for messages
     * @param gone paths of facts that are no longer printed
     * @param changed paths of figures that are printed with another digit
     */
    record Harm(Enum<?> kind, String what, Set<String> gone, Set<String> changed) {}

    private static final int HARMLESS = 0;
    private static final int FLAGGED = 1;
    private static final int SILENT = 2;

    private final Layout layout;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();

    Verdicts(Layout layout) {
        this.layout = layout;
    }

    /** The silent errors, one message each. */
    List<String> silent() {
        return silent;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(layout.id()).append('\n');
        counts.forEach((kind, c) ->
                text.append(String.format("%-16s harmless %5d  flagged %5d  silent %3d%n", kind, c[0], c[1], c[2])));
        return text.toString();
    }

    /**
     * Compares the sheets of a file before and after the damage.
     *
     * @param hit the damaged sheets of the file; the others must not change
     */
    void judge(Harm harm, List<Extraction> before, Set<Extraction> hit, List<Extraction> after) {
        int outcome = HARMLESS;
        int gone = 0;
        Set<Extraction> known = new HashSet<>();
        for (Extraction was : before) {
            Optional<Extraction> is = same(was, before, after);
            if (is.isPresent()) {
                known.add(is.get());
                outcome = Math.max(outcome, compare(harm, was, is.get(), hit.contains(was)));
            } else if (!harm.gone().containsAll(own(was))) {
                gone++;
            }
        }
        // A sheet that can no longer be identified is held back with an error that says so.
        List<Extraction> strange =
                after.stream().filter(e -> !known.contains(e)).toList();
        if (gone > 0) {
            outcome = strange.isEmpty() ? silent(harm, "a sheet is gone") : Math.max(outcome, FLAGGED);
        }
        for (Extraction is : strange) {
            if (whole(is) && !named(sheet(is), "number") && !named(sheet(is), "name")) {
                outcome = silent(harm, "a sheet is invented: " + is.facts().get("name"));
            }
        }
        counts.computeIfAbsent(harm.kind().name(), k -> new int[3])[outcome]++;
    }

    private int silent(Harm harm, String message) {
        silent.add(harm.kind() + " " + harm.what() + ": " + message);
        return SILENT;
    }

    /** The facts printed on the sheet itself, without those of the title of a list. */
    private static Set<String> own(Extraction read) {
        Set<String> own = new HashSet<>(read.facts().keySet());
        own.remove("fiscalYear");
        return own;
    }

    private boolean whole(Extraction read) {
        return Assembler.missingKey(layout.required(), read).isEmpty();
    }

    /** The sheet with the same number and name, or else one that shares one of them. */
    private Optional<Extraction> same(Extraction was, List<Extraction> before, List<Extraction> after) {
        List<Extraction> whole = after.stream().filter(this::whole).toList();
        Optional<Extraction> exact = whole.stream()
                .filter(e -> alike(was, e, "number") && alike(was, e, "name"))
                .findFirst();
        return exact.isPresent()
                ? exact
                : whole.stream()
                        .filter(e -> alike(was, e, "number") || alike(was, e, "name"))
                        .filter(e -> before.stream().noneMatch(b -> alike(b, e, "number") && alike(b, e, "name")))
                        .findFirst();
    }

    private static boolean alike(Extraction a, Extraction b, String field) {
        return Objects.equals(a.facts().get(field), b.facts().get(field));
    }

    private Sheet sheet(Extraction read) {
        return Assembler.sheet(layout, "file", "0", read);
    }

    private int compare(Harm harm, Extraction was, Extraction is, boolean hit) {
        Sheet sheet = sheet(is);
        Map<String, Object> got = Facts.of(sheet);
        Map<String, Object> want = Facts.of(sheet(was));
        TreeSet<String> paths = new TreeSet<>(want.keySet());
        paths.addAll(got.keySet());
        int outcome = HARMLESS;
        for (String path : paths) {
            boolean gone = hit && harm.gone().contains(path);
            boolean changed = hit && harm.changed().contains(path);
            boolean right = gone ? !got.containsKey(path) : equal(want.get(path), got.get(path));
            if (right && !changed) {
                continue;
            }
            if (named(sheet, path)) {
                outcome = Math.max(outcome, FLAGGED);
            } else if (!changed || !right) {
                outcome = silent(
                        harm,
                        "[" + was.facts().get("number") + "] " + path + " was " + want.get(path) + " is "
                                + got.get(path));
            }
        }
        return outcome;
    }

    private static boolean named(Sheet sheet, String path) {
        return sheet.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                // The glob of a whole group does not help a reader.
                .filter(i -> i.field() != null && !i.field().glob().matches("[A-Za-z]*(/?\\*)+"))
                .anyMatch(i -> i.covers(path));
    }

    private static boolean equal(Object a, Object b) {
        return (a == null || b == null)
                ? (a == null && b == null)
                : Printed.key(a.toString()).equals(Printed.key(b.toString()));
    }
}
