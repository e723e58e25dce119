package org.jigyo.extract.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.page.Line;
import org.jigyo.page.Page;

/**
 * The cheapest alignment of one page: the order in which it is drawn, the rows of the form on it, the filled indicator
 * slots, and what each element takes.
 *
 * @param page the page
 * @param year the evaluated year used; 0 if unknown
 * @param rows rows of the form on the page, in their order
 * @param taken what the elements take
 * @param left lines that are unassigned, wholly or in part
 * @param cost cost of the alignment
 */
record PageReading(Page page, int year, List<String> rows, List<Taken> taken, List<Line> left, double cost) {

    /** If this share of a row's labels is found, the row is on the page. */
    private static final double PRESENT = 0.34;

    /** Number of slots on either side that are doubted if text between them is not understood. */
    private static final int NEIGHBOURS = 3;

    private static final int LONGEST = 60;

    private static final String STRAY = "a text is missing on the page, and this may be the missing one";

    private static final String CUT = "it shares a line with another text, and the boundary between them is unknown";

    private static final String LABEL =
            "it may be a label, because it is printed like one that was not found elsewhere";

    private static final String GAP = "an expected value next to it is missing";

    static PageReading of(Layout layout, Page page, int year) {
        Sequence sequence = layout.sequence();
        List<Element> forward = Element.of(sequence, year, false);
        List<String> labels = forward.stream()
                .map(Element::label)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        DrawnText drawn =
                new DrawnText(page, labels.stream().filter(l -> l.length() > 1).toList());
        ElementReader reader = new ElementReader(drawn, layout.codes(), new Resemblance(labels));
        Alignment one = new Alignment(drawn, reader, forward);
        Alignment two = new Alignment(drawn, reader, Element.of(sequence, year, true));
        Alignment order = two.weight() > one.weight() ? two : one;
        return new Search(sequence, drawn, order).best(page, year);
    }

    /** An assumption about the content of the page. */
    private record Variant(Set<String> rows, Set<String> filled) {
        boolean has(Element e) {
            return rows.contains(e.row()) && (!e.spec().filled() || filled.contains(e.row()));
        }
    }

    private record Search(Sequence sequence, DrawnText drawn, Alignment order) {

        PageReading best(Page page, int year) {
            Set<String> fixed = sequence.rows().stream()
                    .filter(r -> !sequence.slots().contains(r) && order.share(r) >= PRESENT)
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<Variant, Double> costs = new HashMap<>();
            for (Variant v : variants(fixed)) {
                costs.put(v, order.cost(v::has));
            }
            List<Variant> ranked = costs.keySet().stream()
                    .sorted(Comparator.comparingDouble(costs::get))
                    .toList();
            Variant best = ranked.get(0);
            List<Taken> taken = new ArrayList<>(order.taken(best::has));
            for (Variant other : ranked.subList(1, ranked.size())) {
                double margin = costs.get(other) - costs.get(best);
                if (margin < Taken.CLEAR) {
                    compare(taken, order.taken(other::has), margin);
                }
            }
            misfits(taken);
            gaps(taken);
            cuts(taken);
            labels(taken);
            List<String> rows =
                    sequence.rows().stream().filter(best.rows()::contains).toList();
            return new PageReading(page, year, rows, taken, left(taken), costs.get(best));
        }

        /** Limits the margin of values that differ in another alignment of nearly the same cost. */
        private static void compare(List<Taken> taken, List<Taken> other, double margin) {
            Map<Integer, Object> values = new HashMap<>();
            other.forEach(t -> values.put(t.element().index(), t.value()));
            for (int i = 0; i < taken.size(); i++) {
                Taken t = taken.get(i);
                Object rival = values.get(t.element().index());
                if (!t.isLabel() && margin < t.margin() && !Objects.equals(rival, t.value())) {
                    taken.set(i, t.doubted(margin, rival == null ? "" : rival));
                }
            }
        }

        private List<Variant> variants(Set<String> fixed) {
            List<String> slots = sequence.slots();
            List<Variant> variants = new ArrayList<>();
            variants.add(new Variant(fixed, Set.of()));
            for (int first = 0; first < slots.size(); first++) {
                for (int end = first + 1; end <= slots.size(); end++) {
                    List<String> run = slots.subList(first, end);
                    Set<String> rows = new TreeSet<>(fixed);
                    rows.addAll(run);
                    for (int bits = 0; bits < 1 << run.size(); bits++) {
                        Set<String> filled = new TreeSet<>();
                        for (int i = 0; i < run.size(); i++) {
                            if ((bits & 1 << i) != 0) {
                                filled.add(run.get(i));
                            }
                        }
                        variants.add(new Variant(rows, filled));
                    }
                }
            }
            return variants;
        }

        /** Lines that are unassigned, wholly or in part. The slots next to them are doubted. */
        private List<Line> left(List<Taken> taken) {
            boolean[] read = new boolean[drawn.size()];
            taken.stream().map(Taken::candidate).filter(Objects::nonNull).forEach(r -> {
                for (int p = r.from(); p < r.to(); p++) {
                    read[p] = true;
                }
            });
            Set<Integer> lines = new TreeSet<>();
            for (int p = 0; p < drawn.size() - 1; p++) {
                if (!read[p]) {
                    lines.add(drawn.lineOf(p));
                    doubt(taken, p);
                }
            }
            return lines.stream().map(drawn::line).toList();
        }

        /** Doubts the slots next to a position, up to the next label on either side. */
        private void doubt(List<Taken> taken, int position) {
            int at = 0;
            for (int i = 0; i < taken.size(); i++) {
                Candidate r = taken.get(i).candidate();
                at = r != null && r.to() <= position ? i + 1 : at;
            }
            String wrong = unread(drawn.line(drawn.lineOf(position)).text());
            beside(taken, at - 1, -1, NEIGHBOURS, wrong);
            beside(taken, at, 1, NEIGHBOURS, wrong);
        }

        /** Doubts values next to one that hardly fits its cell and may belong to the adjacent cell. */
        private static void misfits(List<Taken> taken) {
            for (int i = 0; i < taken.size(); i++) {
                Candidate r = taken.get(i).candidate();
                if (r != null && r.misfit() >= Taken.MISFIT) {
                    if (text(taken.get(i))) {
                        strays(taken);
                    }
                    String text = String.join(
                            "", taken.get(i).lines().stream().map(Line::text).toList());
                    beside(taken, i - 1, -1, 1, unread(text));
                    beside(taken, i + 1, 1, 1, unread(text));
                }
            }
        }

        private static String unread(String text) {
            String some = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
            return "text next to it was not understood: «" + some + "»";
        }

        /**
         * If a value is missing, the text next to it may be that value, and the adjacent field's own value the missing
         * one.
         */
        private static void gaps(List<Taken> taken) {
            for (int i = 0; i < taken.size(); i++) {
                Taken t = taken.get(i);
                if (!t.isLabel() && t.candidate() == null && !t.element().optional()) {
                    beside(taken, i - 1, -1, NEIGHBOURS, GAP);
                    beside(taken, i + 1, 1, NEIGHBOURS, GAP);
                    if (text(t)) {
                        strays(taken);
                    }
                }
            }
        }

        /** Doubts two texts, or a text followed by figures, on one line: the boundary between them is not drawn. */
        private static void cuts(List<Taken> taken) {
            int last = -1;
            for (int i = 0; i < taken.size(); i++) {
                Taken t = taken.get(i);
                if (t.candidate() == null || t.lines().isEmpty()) {
                    continue;
                }
                if (last >= 0 && text(taken.get(last)) && (text(t) || run(taken.get(last), t))) {
                    List<Line> before = taken.get(last).lines();
                    if (before.get(before.size() - 1).equals(t.lines().get(0))) {
                        taken.set(last, taken.get(last).beside(CUT));
                        taken.set(i, t.beside(CUT));
                    }
                }
                last = i;
            }
        }

        /** True for a text that ends with a figure and is followed by a figure. */
        private static boolean run(Taken text, Taken figure) {
            String words = String.valueOf(text.value());
            return figure.value() instanceof BigDecimal && Character.isDigit(words.charAt(words.length() - 1));
        }

        /** A figure that resembles a missing label may be that label, and its own figure missing. */
        private static void labels(List<Taken> taken) {
            Set<String> missing = taken.stream()
                    .filter(t -> t.isLabel() && t.candidate() == null)
                    .map(t -> t.element().label())
                    .collect(Collectors.toSet());
            taken.replaceAll(t ->
                    t.value() instanceof BigDecimal n && missing.contains(n.toPlainString()) ? t.beside(LABEL) : t);
        }

        private static boolean text(Taken t) {
            return !t.isLabel() && t.element().type() == SequenceElement.Type.TEXT;
        }

        /** A missing text may be in any cell that is usually blank. */
        private static void strays(List<Taken> taken) {
            taken.replaceAll(t -> text(t) && t.element().optional() && t.value() != null ? t.beside(STRAY) : t);
        }

        private static void beside(List<Taken> taken, int from, int step, int most, String wrong) {
            int left = most;
            for (int i = from; i >= 0 && i < taken.size() && left > 0; i += step) {
                Taken t = taken.get(i);
                if (t.isLabel() && t.candidate() != null) {
                    return;
                }
                if (!t.isLabel()
                        && (t.element().to() != null || t.element().spec().pool() != null)) {
                    taken.set(i, t.beside(wrong));
                    left--;
                }
            }
        }
    }
}
