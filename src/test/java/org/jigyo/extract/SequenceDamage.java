package org.jigyo.extract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.SequenceElement;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;

/**
 * Damaged pages, depending on a seed, and the reader's result. The text printed after the damage is the truth; a fact
 * that differs from it without an issue at its field is a silent error. Losing a further row of a list is not among the
 * cases, because nothing else on the page reveals it.
 */
final class SequenceDamage {

    /** Kinds of damage. */
    enum Kind {
        BLOCK_REMOVED,
        PAGE_REMOVED,
        LABEL_MISSPELT,
        LABEL_DROPPED,
        TOKENS_GLUED,
        TOKENS_SPLIT,
        BLOCKS_SWAPPED,
        DIGIT_CHANGED
    }

    /** The outcome of many cases. */
    static final class Report {
        final Map<Kind, int[]> counts = new TreeMap<>();
        final List<String> silent = new ArrayList<>();

        int cases() {
            return counts.values().stream().mapToInt(c -> c[0] + c[1] + c[2]).sum();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            counts.forEach((kind, c) -> text.append(
                    String.format("%-15s flagged %5d  harmless %5d  silent %3d%n", kind, c[0], c[1], c[2])));
            return text.toString();
        }
    }

    /** Two seeds share no case up to this number of cases. */
    private static final long SEEDS = 1_000_000;

    /** Not every block can be damaged in every way, so another one is tried. */
    private static final int TRIES = 500;

    private final Layout layout;
    private final List<Page> pages;
    private final Map<String, Sheet> whole;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private final IdentityHashMap<Evidence, Set<Integer>> known = new IdentityHashMap<>();

    SequenceDamage(Layout layout, List<Page> pages) {
        this.layout = layout;
        this.pages = pages;
        this.whole = read(pages);
        layout.sequence().chunks().stream()
                .flatMap(List::stream)
                .filter(e -> e.slot() == SequenceElement.Type.PAIRS)
                .flatMap(e -> Stream.of(e.to(), e.and()))
                .forEach(path -> whole.values()
                        .forEach(s -> lists.add(Printed.key(
                                s.body().texts().getOrDefault(path.substring(path.indexOf('/') + 1), "")))));
        whole.values().forEach(s -> s.evidence().values().forEach(e -> taken.addAll(lines(e))));
    }

    /** The pages of a text file, from the first on that prints a phrase. */
    static List<Page> pages(Path file, String phrase) {
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        while (pages.get(0).blocks().stream().noneMatch(b -> b.text().contains(phrase))) {
            pages.remove(0);
        }
        return pages;
    }

    private Map<String, Sheet> read(List<Page> some) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (Extraction read : Engines.read(layout, "", some)) {
            if (Assembler.missingKey(layout.required(), read).isEmpty()) {
                Sheet sheet = Assembler.sheet(layout, "specimen.txt", "0".repeat(64), read);
                sheets.put(sheet.number() + " " + sheet.name(), sheet);
            }
        }
        return sheets;
    }

    /** Runs the given number of cases, alternating the kinds. */
    Report run(int cases, long seed) {
        Report report = new Report();
        for (int i = 0; i < cases; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            long own = seed * SEEDS + i;
            Random random = new Random(own);
            Case damaged = new Case(kind, random);
            for (int tries = 0; tries < TRIES && !damaged.damage(); tries++) {
                damaged = new Case(kind, random);
            }
            damaged.judge(report, own);
        }
        return report;
    }

    /** One damage: pages with one thing wrong. Only the affected sheet and its neighbour are read again. */
    private final class Case {
        private final Kind kind;
        private final Random random;
        private final List<List<List<Line>>> drawn = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final Set<Integer> gone = new HashSet<>();
        private final Set<Integer> touched = new HashSet<>();
        private final int sheets;
        private String what = "";

        Case(Kind kind, Random random) {
            this.kind = kind;
            this.random = random;
            List<Sheet> all = List.copyOf(whole.values());
            int at = random.nextInt(all.size());
            sheets = Math.min(2, all.size() - at);
            for (int s = at; s < at + sheets; s++) {
                List<Integer> span = all.get(s).source().pages();
                for (Page page : pages) {
                    if (page.number() >= span.get(0) && page.number() <= span.get(1)) {
                        List<List<Line>> blocks = new ArrayList<>();
                        page.blocks().forEach(b -> blocks.add(new ArrayList<>(b.lines())));
                        drawn.add(blocks);
                        numbers.add(page.number());
                    }
                }
            }
        }

        private List<List<Line>> page() {
            return drawn.get(random.nextInt(drawn.size()));
        }

        boolean damage() {
            List<List<Line>> page = page();
            int b = random.nextInt(page.size());
            List<Line> block = page.get(b);
            what = block.get(0).text();
            return switch (kind) {
                case BLOCK_REMOVED -> {
                    if (row(block)) {
                        yield false;
                    }
                    page.remove(b).forEach(l -> gone.add(l.number()));
                    yield true;
                }
                case PAGE_REMOVED -> {
                    int at = drawn.indexOf(page);
                    drawn.remove(at);
                    numbers.remove(at);
                    page.forEach(x -> x.forEach(l -> gone.add(l.number())));
                    yield !drawn.isEmpty();
                }
                case LABEL_MISSPELT -> label(block) && misspell(block);
                case LABEL_DROPPED -> label(block) && page.remove(block);
                case TOKENS_GLUED -> b + 1 < page.size() && glue(page, b);
                case TOKENS_SPLIT -> split(page, b);
                case BLOCKS_SWAPPED -> swap(page, b);
                case DIGIT_CHANGED -> digit(block);
            };
        }

        /** A further row of a list of any length: without it, nothing is missing. */
        private boolean row(List<Line> block) {
            return block.stream()
                    .noneMatch(l -> taken.contains(l.number())
                            || Stream.of(l.text().split("[\\s\u3000]+"))
                                    .anyMatch(word -> lists.stream().noneMatch(t -> t.contains(Printed.key(word)))));
        }

        private boolean label(List<Line> block) {
            return !row(block)
                    && block.stream().noneMatch(l -> taken.contains(l.number()))
                    && block.stream()
                            .anyMatch(l -> Printed.key(l.text())
                                            .codePoints()
                                            .filter(Character::isLetter)
                                            .count()
                                    > 1);
        }

        private boolean misspell(List<Line> block) {
            Line l = block.get(random.nextInt(block.size()));
            int at = random.nextInt(l.text().length());
            block.set(
                    block.indexOf(l),
                    with(l, l.text().substring(0, at) + "囗" + l.text().substring(at + 1)));
            return true;
        }

        private boolean glue(List<List<Line>> page, int b) {
            List<Line> one = page.get(b);
            List<Line> two = page.remove(b + 1);
            Line last = one.get(one.size() - 1);
            touched.add(last.number());
            touched.add(two.get(0).number());
            one.set(one.size() - 1, with(last, last.text() + two.get(0).text()));
            one.addAll(two.subList(1, two.size()));
            what = one.get(one.size() - 1).text();
            return true;
        }

        private boolean split(List<List<Line>> page, int b) {
            List<Line> block = page.get(b);
            int i = random.nextInt(block.size());
            Line l = block.get(i);
            if (l.text().length() < 2) {
                return false;
            }
            touched.add(l.number());
            int at = 1 + random.nextInt(l.text().length() - 1);
            List<Line> rest = new ArrayList<>(block.subList(i + 1, block.size()));
            block.subList(i, block.size()).clear();
            block.add(with(l, l.text().substring(0, at)));
            rest.add(0, with(l, l.text().substring(at)));
            if (random.nextBoolean()) {
                page.add(b + 1, rest);
            } else {
                block.addAll(rest);
            }
            what = l.text() + " at " + at;
            return true;
        }

        private boolean swap(List<List<Line>> page, int b) {
            int c = random.nextInt(page.size());
            List<Line> one = page.get(b);
            List<Line> two = page.get(c);
            if (kind(one).equals(kind(two))) {
                return false;
            }
            what = one.get(0).text() + " ⇄ " + two.get(0).text();
            page.set(b, two);
            page.set(c, one);
            one.forEach(l -> gone.add(l.number()));
            two.forEach(l -> gone.add(l.number()));
            return true;
        }

        private String kind(List<Line> block) {
            String key = Printed.key(block.stream().map(Line::text).reduce("", String::concat));
            if (key.matches("[\\d,.▲]+")) {
                return "figures";
            }
            return Printed.blank(key) ? "dash" : label(block) ? "label" : "text";
        }

        private boolean digit(List<Line> block) {
            for (Sheet sheet : whole.values()) {
                for (Map.Entry<String, Evidence> e : sheet.evidence().entrySet()) {
                    boolean guarded = layout.identities().stream()
                            .anyMatch(i -> FieldPath.of(i.total()).covers(e.getKey())
                                    || i.parts().stream()
                                            .anyMatch(p -> FieldPath.of(p).covers(e.getKey())));
                    Line l = block.get(0);
                    // Of two figures glued together only one is changed, and the line does not tell which.
                    boolean alone = sheet.evidence().values().stream()
                                    .filter(x -> lines(x).contains(l.number()))
                                    .count()
                            == 1;
                    if (guarded
                            && alone
                            && lines(e.getValue()).contains(l.number())
                            && l.text().matches("[\\d,]+")) {
                        int at = random.nextInt(l.text().length());
                        char c = l.text().charAt(at);
                        if (c == ',' || (l.text().length() > 1 && at == 0)) {
                            return false;
                        }
                        char other = (char) ('0' + (c - '0' + 1 + random.nextInt(9)) % 10);
                        block.set(
                                0,
                                with(
                                        l,
                                        l.text().substring(0, at)
                                                + other
                                                + l.text().substring(at + 1)));
                        what = l.text() + " → " + block.get(0).text();
                        touched.add(l.number());
                        return true;
                    }
                }
            }
            return false;
        }

        private Line with(Line l, String text) {
            return new Line(l.number(), l.box(), text);
        }

        void judge(Report report, long seed) {
            List<Page> damaged = new ArrayList<>();
            for (int p = 0; p < drawn.size(); p++) {
                List<TextBlock> blocks = drawn.get(p).stream()
                        .filter(b -> !b.isEmpty())
                        .map(TextBlock::new)
                        .toList();
                damaged.add(new Page(numbers.get(p), null, blocks, List.of(), List.of()));
            }
            Map<String, Sheet> read = read(damaged);
            boolean flagged = false;
            boolean held = read.size() < sheets;
            List<String> silent = new ArrayList<>();
            for (Map.Entry<String, Sheet> s : whole.entrySet()) {
                Sheet got = read.get(s.getKey());
                if (got != null) {
                    Set<String> wrong = wrong(s.getValue(), got);
                    for (String path : wrong) {
                        if (got.issues().stream().noneMatch(i -> named(i, path))) {
                            silent.add(path + ": " + normal(s.getValue()).get(path) + " / "
                                    + normal(got).get(path));
                        }
                    }
                    flagged |= got.issues().size() > s.getValue().issues().size();
                }
            }
            flagged |= held;
            read.keySet().stream().filter(k -> !whole.containsKey(k)).forEach(k -> {
                if (read.get(k).issues().stream().noneMatch(i -> named(i, "name") || named(i, "number"))) {
                    silent.add("invented: " + k);
                }
            });
            int[] counts = report.counts.computeIfAbsent(kind, k -> new int[3]);
            counts[silent.isEmpty() ? flagged ? 0 : 1 : 2]++;
            silent.forEach(x -> report.silent.add(seed + " " + kind + " «" + what + "» " + x));
        }

        private Set<String> wrong(Sheet want, Sheet got) {
            Map<String, String> wanted = normal(want);
            Map<String, String> found = normal(got);
            Set<String> wrong = new TreeSet<>(wanted.keySet());
            wrong.addAll(found.keySet());
            // Facts that the undamaged sheet leaves open are no truth to compare with.
            wrong.removeIf(path -> want.issues().stream().anyMatch(i -> i.covers(path)));
            wrong.removeIf(path -> {
                Evidence e = want.evidence().get(path);
                Set<Integer> lines = e == null ? Set.of() : lines(e);
                boolean removed = !lines.isEmpty() && gone.containsAll(lines);
                boolean half = !removed && lines.stream().anyMatch(gone::contains);
                if (removed && kind != Kind.BLOCKS_SWAPPED) {
                    return !found.containsKey(path);
                }
                if (kind == Kind.BLOCKS_SWAPPED && lines.stream().anyMatch(gone::contains)) {
                    // It is printed in another cell now: absent, or found anyway.
                    return !found.containsKey(path) || Objects.equals(wanted.get(path), found.get(path));
                }
                if (half || (kind == Kind.DIGIT_CHANGED && lines.stream().anyMatch(touched::contains))) {
                    return !Objects.equals(wanted.get(path), found.get(path)) || half;
                }
                return Objects.equals(wanted.get(path), found.get(path));
            });
            return wrong;
        }
    }

    private Set<Integer> lines(Evidence e) {
        return known.computeIfAbsent(e, this::find);
    }

    private Set<Integer> find(Evidence e) {
        Set<Integer> lines = new HashSet<>();
        if (e.line() != null) {
            int left = e.text().split("\n", -1).length;
            for (Page page : pages) {
                for (TextBlock block : page.blocks()) {
                    for (Line line : block.lines()) {
                        if (line.number() >= e.line() && left > 0) {
                            lines.add(line.number());
                            left--;
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static boolean named(Issue issue, String path) {
        return issue.doubts(path);
    }

    private static Map<String, String> normal(Sheet sheet) {
        Map<String, String> facts = new TreeMap<>();
        Facts.of(sheet)
                .forEach((path, value) -> facts.put(
                        path,
                        value instanceof BigDecimal n
                                ? n.stripTrailingZeros().toPlainString()
                                : Printed.key("" + value)));
        return facts;
    }
}
