package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Identity;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Printed;

/** Damages tables given as text, depending on a seed, and knows what is printed afterwards. */
final class TableDamage {

    /** Damage that can happen to a table on its way to the reader. */
    enum Kind {
        CELL_REMOVED,
        CELL_CUT_OUT,
        ROW_REMOVED,
        BLOCK_REMOVED,
        PAGE_REMOVED,
        LABEL_MISSPELT,
        LABEL_DROPPED,
        GLUED,
        SPLIT_BY_TAB,
        SPLIT_BY_LINE,
        SWAPPED,
        DIGIT_CHANGED
    }

    /**
     * A damaged file.
     *
     * @param text its whole text
     * @param hit the damaged sheets
     */
    record Case(String text, Verdicts.Harm harm, Set<Extraction> hit) {}

    /** A cell of a line, or the whole of a line without a tab. */
    private record Place(int line, int column) {}

    private static final int EMPTY_LINES_OF_A_PAGE_BREAK = 3;

    private final Layout layout;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Place, Set<String>> facts = new HashMap<>();
    private final Map<Place, Extraction> sheets = new HashMap<>();
    private final List<Place> filled = new ArrayList<>();

    /** A file as it was read without damage. */
    TableDamage(Layout layout, String text, List<Extraction> read) {
        this.layout = layout;
        text.lines().forEach(l -> rows.add(new ArrayList<>(Arrays.asList(l.split("\t", -1)))));
        read.forEach(this::place);
        for (int l = 0; l < rows.size(); l++) {
            for (int c = 0; c < rows.get(l).size(); c++) {
                if (!rows.get(l).get(c).isBlank()) {
                    filled.add(new Place(l, c));
                }
            }
        }
    }

    /** Maps cells to the facts they state; equal cells of a line are taken in reading order. */
    private void place(Extraction sheet) {
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Evidence> stated = new LinkedHashMap<>(sheet.evidence());
        stated.forEach((path, e) -> {
            int line = e.line() - 1;
            List<Integer> columns = new ArrayList<>();
            for (int c = 0; c < rows.get(line).size(); c++) {
                String cell = rows.get(line).get(c).strip();
                if (cell.equals(e.text()) || cell.endsWith(" " + e.text())) {
                    columns.add(c);
                }
            }
            int turn = turns.merge(line + " " + e.text(), 1, Integer::sum);
            Place at = new Place(line, columns.get(Math.min(turn, columns.size()) - 1));
            state(at, path, sheet);
            // For a plan element the first cell is the evidence; its label is in the last one.
            int label = rows.get(line).indexOf(sheet.facts().get(path).toString());
            if (label >= 0 && path.startsWith("policies/")) {
                state(new Place(line, label), path, sheet);
            }
        });
    }

    private void state(Place at, String path, Extraction sheet) {
        facts.computeIfAbsent(at, k -> new TreeSet<>()).add(path);
        sheets.put(at, sheet);
    }

    /** A case; null if nothing suitable was found. */
    Case of(Kind kind, Random random) {
        List<Place> values = filled.stream().filter(facts::containsKey).toList();
        List<Place> labels = filled.stream()
                .filter(p -> !facts.containsKey(p) && !Printed.blank(cell(p)))
                .toList();
        Place value = pick(values, random);
        Place label = pick(labels, random);
        Place any = pick(filled, random);
        return switch (kind) {
            case CELL_REMOVED -> cell(kind, value, List.of(""));
            case CELL_CUT_OUT -> cell(kind, any, List.of());
            case ROW_REMOVED -> lines(kind, any.line, any.line + 1);
            case BLOCK_REMOVED -> lines(kind, edge(any.line, -1, 1) + 1, edge(any.line, 1, 1));
            case PAGE_REMOVED -> page(any);
            case LABEL_MISSPELT -> cell(kind, label, List.of(misspelt(cell(label), random)));
            case LABEL_DROPPED -> cell(kind, label, List.of(""));
            case GLUED -> glued(any);
            case SPLIT_BY_TAB, SPLIT_BY_LINE -> split(kind, any, random);
            case SWAPPED -> swapped(value, pick(values, random));
            case DIGIT_CHANGED -> digit(values, random);
        };
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private String cell(Place at) {
        return rows.get(at.line).get(at.column);
    }

    private static String misspelt(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + "〓" + text.substring(at + 1);
    }

    /** Replaces a cell by other cells. */
    private Case cell(Kind kind, Place at, List<String> instead) {
        List<List<String>> harmed = copy();
        List<String> row = harmed.get(at.line);
        row.remove(at.column);
        row.addAll(at.column, instead);
        Set<String> gone =
                instead.stream().allMatch(String::isBlank) ? facts.getOrDefault(at, Set.of()) : Set.<String>of();
        return harmed(kind, harmed, gone, Set.of(), Set.of(at.line), text(at) + " → " + instead);
    }

    /**
     * The next empty line, up or down, with this number of empty lines next to it; the end of the file if there is
     * none.
     */
    private int edge(int from, int step, int empty) {
        int run = 0;
        int at = from;
        while (at >= 0 && at < rows.size()) {
            run = String.join("", rows.get(at)).isBlank() ? run + 1 : 0;
            if (run == empty) {
                return at - step * (empty - 1);
            }
            at += step;
        }
        return at;
    }

    private Case page(Place at) {
        int from = edge(at.line, -1, EMPTY_LINES_OF_A_PAGE_BREAK);
        int to = edge(at.line, 1, EMPTY_LINES_OF_A_PAGE_BREAK);
        return from < 0 && to >= rows.size() ? null : lines(Kind.PAGE_REMOVED, from + 1, to);
    }

    private Case lines(Kind kind, int from, int to) {
        List<List<String>> harmed = copy();
        harmed.subList(from, to).clear();
        Set<String> gone = new HashSet<>();
        Set<Integer> lines = new HashSet<>();
        facts.forEach((at, paths) -> {
            if (at.line >= from && at.line < to) {
                gone.addAll(paths);
                lines.add(at.line);
            }
        });
        // A row of labels belongs to the sheet that contains it.
        lines.addAll(lines.isEmpty() ? Set.of(from) : Set.of());
        return harmed(kind, harmed, gone, Set.of(), lines, (from + 1) + "-" + to + " " + rows.get(from));
    }

    private Case glued(Place at) {
        if (at.column + 1 >= rows.get(at.line).size() || listed(at)) {
            return null;
        }
        List<List<String>> harmed = copy();
        List<String> row = harmed.get(at.line);
        String right = row.remove(at.column + 1);
        row.set(at.column, row.get(at.column) + right);
        return harmed(Kind.GLUED, harmed, Set.of(), Set.of(), Set.of(at.line), text(at) + " and «" + right + "»");
    }

    /** A figure in a list of figures, torn or glued to the next, is a figure like any other. */
    private boolean listed(Place at) {
        return cell(at).strip().matches("\\d+")
                && facts.getOrDefault(at, Set.of()).stream()
                        .anyMatch(path -> sheets.get(at).facts().get(path) instanceof Boolean);
    }

    private Case split(Kind kind, Place at, Random random) {
        String text = cell(at);
        if (text.strip().length() < 2 || listed(at)) {
            return null;
        }
        int c = 1 + random.nextInt(text.length() - 1);
        String head = text.substring(0, c);
        String tail = text.substring(c);
        if (kind == Kind.SPLIT_BY_TAB) {
            return cell(kind, at, List.of(head, tail));
        }
        List<List<String>> harmed = copy();
        List<String> row = harmed.get(at.line);
        List<String> below = new ArrayList<>(List.of(tail));
        below.addAll(row.subList(at.column + 1, row.size()));
        row.subList(at.column, row.size()).clear();
        row.add(head);
        harmed.add(at.line + 1, below);
        return harmed(kind, harmed, Set.of(), Set.of(), Set.of(at.line), text(at) + " after " + head);
    }

    /** Two values that are not of one type. */
    private Case swapped(Place a, Place b) {
        boolean titles = facts.get(a).contains("fiscalYear") || facts.get(b).contains("fiscalYear");
        if (titles || !sheets.get(a).equals(sheets.get(b)) || type(a).equals(type(b))) {
            return null;
        }
        List<List<String>> harmed = copy();
        harmed.get(a.line).set(a.column, cell(b));
        harmed.get(b.line).set(b.column, cell(a));
        return harmed(
                Kind.SWAPPED,
                harmed,
                Set.of(),
                Set.of(),
                new HashSet<>(List.of(a.line, b.line)),
                text(a) + " and " + text(b));
    }

    /** Types that are recognisable: figures, texts, and members of coded groups. */
    private String type(Place at) {
        String path = facts.get(at).iterator().next();
        Object value = sheets.get(at).facts().get(path);
        String group = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
        if (value.toString().matches("\\d+") || group.equals("pledges")) {
            return "figure";
        }
        boolean coded = Set.of("sdgs", "policies", "budgetAccounts").contains(group);
        if (coded && cell(at).strip().equals(value)) {
            return "text";
        }
        if (coded || path.matches("ratings/[^/]+")) {
            return group;
        }
        return value instanceof BigDecimal ? "figure" : value instanceof Boolean ? "choice" : "text";
    }

    private Case digit(List<Place> values, Random random) {
        List<String> globs = new ArrayList<>();
        for (Identity identity : layout.identities()) {
            globs.addAll(identity.parts());
            globs.add(identity.total());
        }
        List<Place> summed = values.stream()
                .filter(p -> facts.get(p).stream()
                        .anyMatch(f ->
                                globs.stream().anyMatch(g -> FieldPath.of(g).covers(f))))
                .toList();
        if (summed.isEmpty()) {
            return null;
        }
        Place at = pick(summed, random);
        String text = cell(at);
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.add(i);
            }
        }
        int c = pick(digits, random);
        int digit = (text.charAt(c) - '0' + 1 + random.nextInt(9)) % 10;
        List<List<String>> harmed = copy();
        harmed.get(at.line).set(at.column, text.substring(0, c) + digit + text.substring(c + 1));
        return harmed(Kind.DIGIT_CHANGED, harmed, Set.of(), facts.get(at), Set.of(at.line), text(at) + " → " + digit);
    }

    private Case harmed(
            Kind kind,
            List<List<String>> harmed,
            Set<String> gone,
            Set<String> changed,
            Set<Integer> lines,
            String what) {
        String text = harmed.stream().map(r -> String.join("\t", r)).collect(Collectors.joining("\n"));
        // A fact of the title is gone only if no other title states it.
        boolean titled =
                harmed.stream().anyMatch(r -> rows.get(filled.get(0).line).equals(r));
        Set<String> left = new HashSet<>(gone);
        left.removeIf(path -> path.equals("fiscalYear") && titled);
        Set<Extraction> hit = new HashSet<>();
        lines.forEach(l -> hit.add(sheetAt(l)));
        return new Case(text, new Verdicts.Harm(kind, what, left, changed), hit);
    }

    /** The sheet that a line belongs to: that of the last fact above it, or of the first one. */
    private Extraction sheetAt(int line) {
        Place last = null;
        for (Place at : filled) {
            if (facts.containsKey(at) && (at.line <= line || last == null)) {
                last = at;
            }
        }
        return sheets.get(last);
    }

    private List<List<String>> copy() {
        List<List<String>> copy = new ArrayList<>();
        rows.forEach(r -> copy.add(new ArrayList<>(r)));
        return copy;
    }

    private String text(Place at) {
        String text = cell(at);
        return (at.line + 1) + " «" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "»";
    }
}
