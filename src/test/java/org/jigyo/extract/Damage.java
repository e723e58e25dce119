package org.jigyo.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Identity;
import org.jigyo.layout.Layout;
import org.jigyo.layout.SlotType;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;

/** Damages one sheet of a file, depending on a seed, and knows what is printed afterwards. */
final class Damage {

    /** Damage that can happen to a page on its way to the reader. */
    enum Kind {
        BLOCK_REMOVED,
        PAGE_REMOVED,
        LABEL_MISSPELT,
        LABEL_DROPPED,
        GLUED_AS_LINES,
        GLUED_IN_LINE,
        SPLIT_AT_LINE,
        SPLIT_IN_LINE,
        SWAPPED,
        DIGIT_CHANGED
    }

    private final Layout layout;
    private final List<Page> pages;
    private final Extraction sheet;
    private final List<Extraction> others;
    private final Map<Integer, List<String>> factsOfLine = new TreeMap<>();
    private final int first;
    private final int last;

    /** A sheet of a file, as read without damage. */
    Damage(Layout layout, List<Page> pages, List<Extraction> others, Extraction sheet) {
        this.others = others;
        this.layout = layout;
        this.pages = pages;
        this.sheet = sheet;
        List<Integer> numbers = pages.stream()
                .flatMap(p -> p.blocks().stream())
                .flatMap(b -> b.lines().stream())
                .map(Line::number)
                .toList();
        sheet.evidence().forEach((path, e) -> {
            int at = numbers.indexOf(e.line());
            for (int i = 0; i < e.text().split("\n").length; i++) {
                factsOfLine
                        .computeIfAbsent(numbers.get(at + i), k -> new ArrayList<>())
                        .add(path);
            }
        });
        TreeSet<Integer> lines = new TreeSet<>(factsOfLine.keySet());
        this.first = lines.first();
        this.last = lines.last();
    }

    /**
     * The damaged file.
     *
     * @param gone paths of facts that are no longer printed
     * @param changed paths of figures that are printed with another digit
     * @param what description for messages
     */
    record Case(List<Page> pages, Set<String> gone, Set<String> changed, String what) {

        Verdicts.Harm harm(Kind kind) {
            return new Verdicts.Harm(kind, what, gone, changed);
        }
    }

    /** A case; null if the sheet cannot be damaged in this way. */
    Case of(Kind kind, Random random) {
        List<Place> places = places();
        return switch (kind) {
            case BLOCK_REMOVED -> removed(pick(places, random));
            case PAGE_REMOVED -> pageRemoved(random);
            case LABEL_MISSPELT -> misspelt(pick(labels(places), random), random);
            case LABEL_DROPPED -> removed(pick(labels(places), random));
            case GLUED_AS_LINES, GLUED_IN_LINE -> glued(places, random, kind == Kind.GLUED_IN_LINE);
            case SPLIT_AT_LINE, SPLIT_IN_LINE -> split(places, random, kind == Kind.SPLIT_IN_LINE);
            case SWAPPED -> swapped(places, random);
            case DIGIT_CHANGED -> digit(random);
        };
    }

    /** A block of the sheet. */
    private record Place(int page, int block, TextBlock content) {}

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            List<TextBlock> blocks = pages.get(p).blocks();
            for (int b = 0; b < blocks.size(); b++) {
                int line = blocks.get(b).lines().get(0).number();
                if (line >= first - 60 && line <= last && ours(blocks.get(b))) {
                    places.add(new Place(p, b, blocks.get(b)));
                }
            }
        }
        return places;
    }

    /** Blocks between the first and the last value, and labels of the first page that precede the first value. */
    private boolean ours(TextBlock block) {
        return block.lines().get(0).number() >= first
                || block.lines().get(0).text().strip().length() > 3;
    }

    private boolean leftOut(TextBlock block) {
        return facts(block).isEmpty()
                && sheet.issues().stream()
                        .anyMatch(i -> i.text() != null
                                && i.text().contains(block.text().strip()));
    }

    private List<Place> labels(List<Place> places) {
        return places.stream()
                .filter(p ->
                        facts(p.content).isEmpty() && p.content.text().strip().length() > 2)
                .toList();
    }

    private Set<String> facts(TextBlock block) {
        return block.lines().stream()
                .flatMap(l -> factsOfLine.getOrDefault(l.number(), List.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.isEmpty() ? null : of.get(random.nextInt(of.size()));
    }

    private Case removed(Place at) {
        if (at == null) {
            return null;
        }
        return new Case(with(at.page, at.block, List.of()), facts(at.content), Set.of(), "removed " + text(at.content));
    }

    private Case pageRemoved(Random random) {
        int number = random.nextInt(sheet.lastPage() - sheet.firstPage() + 1) + sheet.firstPage();
        if (others.stream().anyMatch(o -> !o.equals(sheet) && o.firstPage() <= number && number <= o.lastPage())) {
            return null;
        }
        Set<String> gone = new HashSet<>();
        List<Page> left = new ArrayList<>();
        for (Page page : pages) {
            if (page.number() == number) {
                page.blocks().forEach(b -> gone.addAll(facts(b)));
            } else {
                left.add(page);
            }
        }
        return new Case(left, gone, Set.of(), "page " + number + " removed");
    }

    private Case misspelt(Place at, Random random) {
        if (at == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>(at.content.lines());
        Line line = lines.get(0);
        int c = random.nextInt(line.text().length());
        lines.set(
                0,
                new Line(
                        line.number(),
                        line.box(),
                        line.text().substring(0, c) + "〓" + line.text().substring(c + 1)));
        return new Case(
                with(at.page, at.block, List.of(new TextBlock(lines))),
                Set.of(),
                Set.of(),
                "misspelt " + text(at.content));
    }

    private Case glued(List<Place> places, Random random, boolean inLine) {
        int n = random.nextInt(places.size() - 1);
        Place a = places.get(n);
        Place b = places.get(n + 1);
        if (a.page != b.page || b.block != a.block + 1) {
            return null;
        }
        List<Line> lines = new ArrayList<>(a.content.lines());
        List<Line> more = new ArrayList<>(b.content.lines());
        if (inLine) {
            Line left = lines.remove(lines.size() - 1);
            Line right = more.remove(0);
            lines.add(new Line(left.number(), left.box(), left.text() + right.text()));
        }
        lines.addAll(more);
        List<Page> harmed = with(a.page, b.block, List.of());
        List<TextBlock> blocks = new ArrayList<>(harmed.get(a.page).blocks());
        blocks.set(a.block, new TextBlock(lines));
        harmed.set(a.page, page(harmed.get(a.page), blocks));
        return new Case(harmed, Set.of(), Set.of(), "glued " + text(a.content) + " and " + text(b.content));
    }

    private Case split(List<Place> places, Random random, boolean inLine) {
        Place at = pick(
                places.stream()
                        .filter(p -> inLine || p.content.lines().size() > 1)
                        // A block that no cell contains has no expected value; cut in two, it is two cells like any
                        // other two.
                        .filter(p -> !leftOut(p.content))
                        .toList(),
                random);
        if (at == null) {
            return null;
        }
        List<Line> lines = at.content.lines();
        List<Line> head = new ArrayList<>();
        List<Line> tail = new ArrayList<>();
        if (inLine) {
            int n = random.nextInt(lines.size());
            Line line = lines.get(n);
            if (line.text().length() < 2) {
                return null;
            }
            int c = 1 + random.nextInt(line.text().length() - 1);
            head.addAll(lines.subList(0, n));
            head.add(new Line(line.number(), line.box(), line.text().substring(0, c)));
            tail.add(new Line(line.number(), line.box(), line.text().substring(c)));
            tail.addAll(lines.subList(n + 1, lines.size()));
        } else {
            int n = 1 + random.nextInt(lines.size() - 1);
            head.addAll(lines.subList(0, n));
            tail.addAll(lines.subList(n, lines.size()));
        }
        List<Page> harmed = with(at.page, at.block, List.of(new TextBlock(head), new TextBlock(tail)));
        return new Case(
                harmed,
                Set.of(),
                Set.of(),
                "split " + text(at.content) + " after "
                        + head.get(head.size() - 1).text());
    }

    private Case swapped(List<Place> places, Random random) {
        Place a = pick(places, random);
        Place b = pick(places, random);
        if (type(a) == type(b) || a.page != b.page || type(a) == null || type(b) == null) {
            return null;
        }
        List<Page> harmed = new ArrayList<>(pages);
        List<TextBlock> blocks = new ArrayList<>(pages.get(a.page).blocks());
        blocks.set(a.block, b.content);
        blocks.set(b.block, a.content);
        harmed.set(a.page, page(pages.get(a.page), blocks));
        return new Case(harmed, Set.of(), Set.of(), "swapped " + text(a.content) + " and " + text(b.content));
    }

    /** The type of the slot that read the block; null if none did. */
    private SlotType type(Place place) {
        for (String path : facts(place.content)) {
            String[] locator = sheet.evidence()
                    .get(path)
                    .locator()
                    .substring("script: ".length())
                    .split(" / ");
            int element = Integer.parseInt(locator[2].substring(0, locator[2].indexOf('.')));
            SlotType slot = layout.script().pages().stream()
                    .filter(p -> p.role().equals(locator[0]))
                    .flatMap(p -> p.chunks().stream())
                    .filter(c -> c.name().equals(locator[1]))
                    .findFirst()
                    .orElseThrow()
                    .elements()
                    .get(element - 1)
                    .slot();
            // If the plan is printed column by column, its labels are free texts in separate blocks.
            boolean label = slot == SlotType.PATHS
                    && !"ⅠⅡⅢⅣⅤIVX0123456789"
                            .contains(place.content.text().strip().substring(0, 1));
            return label ? SlotType.TEXT : slot;
        }
        return null;
    }

    private Case digit(Random random) {
        List<String> paths = new ArrayList<>();
        for (Identity identity : layout.identities()) {
            List<String> globs = new ArrayList<>(identity.parts());
            globs.add(identity.total());
            sheet.facts().keySet().stream()
                    .filter(p -> globs.stream().anyMatch(g -> FieldPath.of(g).covers(p)))
                    .forEach(paths::add);
        }
        String path = pick(paths, random);
        if (path == null) {
            return null;
        }
        Evidence e = sheet.evidence().get(path);
        for (Place at : places()) {
            if (at.content.lines().get(0).number() == e.line()) {
                return digit(at, path, random);
            }
        }
        return null;
    }

    private Case digit(Place at, String path, Random random) {
        Line line = at.content.lines().get(0);
        int c = random.nextInt(line.text().length());
        if (!Character.isDigit(line.text().charAt(c))) {
            return null;
        }
        int digit = (line.text().charAt(c) - '0' + 1 + random.nextInt(9)) % 10;
        String text = line.text().substring(0, c) + digit + line.text().substring(c + 1);
        int column = line.text().substring(0, c + 1).strip().split("\\s+").length - 1;
        String base = path.substring(0, path.lastIndexOf('/') + 1);
        String changed = base
                + new TreeSet<>(sheet.facts().keySet())
                        .stream()
                                .filter(p -> p.startsWith(base))
                                .skip(column)
                                .findFirst()
                                .orElseThrow()
                                .substring(base.length());
        TextBlock block = new TextBlock(List.of(new Line(line.number(), line.box(), text)));
        return new Case(
                with(at.page, at.block, List.of(block)),
                Set.of(),
                Set.of(changed),
                "digit " + line.text() + " → " + text);
    }

    private List<Page> with(int page, int block, List<TextBlock> instead) {
        List<Page> harmed = new ArrayList<>(pages);
        List<TextBlock> blocks = new ArrayList<>(pages.get(page).blocks());
        blocks.remove(block);
        blocks.addAll(block, instead);
        harmed.set(page, page(pages.get(page), blocks));
        return harmed;
    }

    private static Page page(Page page, List<TextBlock> blocks) {
        return new Page(page.number(), page.size(), blocks, page.cells(), page.outside());
    }

    private static String text(TextBlock block) {
        String text = block.text().replace("\n", "⏎");
        return "«" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "»";
    }
}
