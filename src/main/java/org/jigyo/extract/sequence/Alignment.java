package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Aligns a page with the complete order of a form. Labels that are printed exactly once, in a consistent order, become
 * fixed anchors; the text between two anchors is a separate {@link Segment}. Not thread-safe.
 */
final class Alignment {

    private static final int LONG_ENOUGH = 5;

    private final DrawnText drawn;
    private final ElementReader reader;
    private final List<Element> elements;
    private final List<Anchor> anchors;
    private final Map<String, Segment> known = new HashMap<>();

    /** A fixed label: element {@code index} of the order, matched by the candidate. */
    private record Anchor(int index, Candidate candidate) {}

    Alignment(DrawnText drawn, ElementReader reader, List<Element> elements) {
        this.drawn = drawn;
        this.reader = reader;
        this.elements = elements;
        this.anchors = anchors();
    }

    /** The number of characters of anchored labels, a measure of how well this order fits. */
    int weight() {
        return anchors.stream()
                .mapToInt(a -> elements.get(a.index).label().length())
                .sum();
    }

    /** The share of a row's labels that are anchored. */
    double share(String row) {
        long all =
                elements.stream().filter(e -> e.row().equals(row) && telling(e)).count();
        long found = anchors.stream()
                .filter(a -> elements.get(a.index).row().equals(row))
                .count();
        return all == 0 ? 0 : (double) found / all;
    }

    /** The cost of the cheapest alignment with the included elements. */
    double cost(Predicate<Element> in) {
        double cost = segments(in).stream().mapToDouble(Segment::cost).sum();
        return cost
                + anchors.stream().filter(a -> !in.test(elements.get(a.index))).count() * Segment.LEFT;
    }

    /** What each included element takes in the cheapest alignment. */
    List<Taken> taken(Predicate<Element> in) {
        List<Taken> taken = new ArrayList<>();
        int next = 0;
        for (Segment segment : segments(in)) {
            taken.addAll(segment.taken());
            if (next < anchors.size()) {
                Anchor a = anchors.get(next++);
                taken.add(new Taken(
                        elements.get(a.index),
                        a.candidate,
                        Double.POSITIVE_INFINITY,
                        "",
                        drawn.page(),
                        null,
                        drawn.lines(a.candidate)));
            }
        }
        return taken;
    }

    private List<Segment> segments(Predicate<Element> in) {
        List<Segment> segments = new ArrayList<>();
        int element = 0;
        int position = 0;
        for (int i = 0; i <= anchors.size(); i++) {
            Anchor a = i < anchors.size() ? anchors.get(i) : null;
            int last = a == null ? elements.size() : a.index;
            int end = a == null ? drawn.size() - 1 : a.candidate.from();
            List<Element> some =
                    elements.subList(element, last).stream().filter(in).toList();
            StringBuilder key = new StringBuilder().append((char) i);
            some.forEach(e -> key.append((char) e.index()));
            int from = position;
            segments.add(known.computeIfAbsent(key.toString(), k -> new Segment(drawn, reader, some, from, end)));
            if (a != null) {
                element = a.index + 1;
                position = a.candidate.to();
            }
        }
        return segments;
    }

    private static boolean telling(Element e) {
        return e.label() != null && e.label().length() >= LONG_ENOUGH;
    }

    /**
     * Labels that occur exactly once on the page and in the form, reduced to the heaviest subset in consistent order.
     */
    private List<Anchor> anchors() {
        Map<String, List<Integer>> byLabel = new TreeMap<>();
        for (int i = 0; i < elements.size(); i++) {
            if (telling(elements.get(i))) {
                byLabel.computeIfAbsent(elements.get(i).label(), k -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Anchor> found = new ArrayList<>();
        byLabel.values().stream().filter(l -> l.size() == 1).forEach(l -> {
            List<Candidate> exact = new ArrayList<>();
            for (int p = 0; p < drawn.size() - 1; p++) {
                Candidate r = reader.exact(elements.get(l.get(0)), p);
                if (r != null) {
                    exact.add(r);
                }
            }
            if (exact.size() == 1) {
                found.add(new Anchor(l.get(0), exact.get(0)));
            }
        });
        found.sort(java.util.Comparator.comparingInt(Anchor::index));
        return heaviest(found);
    }

    private List<Anchor> heaviest(List<Anchor> found) {
        int n = found.size();
        int[] weight = new int[n];
        int[] before = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (found.get(j).candidate.to() <= found.get(i).candidate.from()
                        && (before[i] < 0 || weight[j] > weight[before[i]])) {
                    before[i] = j;
                }
            }
            weight[i] = elements.get(found.get(i).index).label().length() + (before[i] < 0 ? 0 : weight[before[i]]);
            if (best < 0 || weight[i] > weight[best]) {
                best = i;
            }
        }
        List<Anchor> kept = new ArrayList<>();
        for (int i = best; i >= 0; i = before[i]) {
            kept.add(0, found.get(i));
        }
        return kept;
    }
}
