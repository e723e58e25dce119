package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jigyo.page.Deadline;

/**
 * The cheapest alignment of a stretch of the page with a run of elements and, for each element, the margin of the best
 * alignment that gives it another value.
 */
final class Segment {

    /** Cost of a required element that is not drawn. */
    static final double SKIPPED = 4;
    /** Cost of an optional element that is not drawn. */
    private static final double ABSENT = 0.2;
    /** Cost of an unassigned line of text. */
    static final double LEFT = 5;
    /** Cost of each further unassigned part of a line. */
    private static final double PART = 3;

    private final DrawnText drawn;
    private final ElementReader reader;
    private final List<Element> elements;
    private final int from;
    private final int to;
    private final double[][] cost;

    /** The elements between two positions of the drawn text. */
    Segment(DrawnText drawn, ElementReader reader, List<Element> elements, int from, int to) {
        this.drawn = drawn;
        this.reader = reader;
        this.elements = elements;
        this.from = from;
        this.to = to;
        this.cost = new double[elements.size() + 1][to - from + 1];
        forward();
    }

    /** The cost of the cheapest alignment. */
    double cost() {
        return cost[elements.size()][to - from];
    }

    private void forward() {
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (int e = 0; e <= elements.size(); e++) {
            Deadline.checkWork();
            for (int p = from; p <= to; p++) {
                double here = cost[e][p - from];
                if (here == Double.POSITIVE_INFINITY) {
                    continue;
                }
                if (p < to) {
                    lower(e, p + 1, here + left(p));
                }
                if (e < elements.size()) {
                    lower(e + 1, p, here + skipped(elements.get(e)));
                    for (Candidate r : candidates(e, p)) {
                        lower(e + 1, r.to(), here + r.cost());
                    }
                }
            }
        }
    }

    /** The candidates of an element at a position. The caller must drop those that extend beyond the segment. */
    private List<Candidate> candidates(int e, int p) {
        return reader.at(elements.get(e), p);
    }

    private void lower(int e, int p, double value) {
        if (p <= to && value < cost[e][p - from]) {
            cost[e][p - from] = value;
        }
    }

    /** The cost of leaving the text up to the next position unassigned. */
    private double left(int p) {
        return drawn.atLine(p) || drawn.insideFigure(p) || drawn.insideFigure(p + 1) ? LEFT : PART;
    }

    private static double skipped(Element element) {
        return element.optional() ? ABSENT : SKIPPED;
    }

    /** What each element takes in the cheapest alignment. */
    List<Taken> taken() {
        double[][] after = backward();
        Candidate[] chosen = chosen(after);
        List<Taken> taken = new ArrayList<>();
        for (int e = 0; e < elements.size(); e++) {
            Map<Object, Double> values = new HashMap<>();
            for (int p = from; p <= to; p++) {
                double here = cost[e][p - from];
                if (here < Double.POSITIVE_INFINITY) {
                    offer(values, null, here + skipped(elements.get(e)) + after[e + 1][p - from]);
                    for (Candidate r : candidates(e, p)) {
                        offer(values, r, here + r.cost() + rest(after, e + 1, r.to()));
                    }
                }
            }
            Object value = said(chosen[e]);
            double rival = Double.POSITIVE_INFINITY;
            Object other = null;
            for (Map.Entry<Object, Double> v : values.entrySet()) {
                if (!Objects.equals(v.getKey(), value) && v.getValue() < rival) {
                    rival = v.getValue();
                    other = v.getKey();
                }
            }
            taken.add(new Taken(
                    elements.get(e), chosen[e], rival - cost(), other, drawn.page(), null, drawn.lines(chosen[e])));
        }
        return taken;
    }

    private static void offer(Map<Object, Double> values, Candidate r, double total) {
        values.merge(said(r), total, Math::min);
    }

    /** The value of a candidate for comparison: a missing value and a dash are equal. */
    private static Object said(Candidate r) {
        return r == null || r.value() == null ? "" : r.value();
    }

    private double[][] backward() {
        double[][] after = new double[elements.size() + 1][to - from + 1];
        for (double[] row : after) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        after[elements.size()][to - from] = 0;
        for (int e = elements.size(); e >= 0; e--) {
            Deadline.checkWork();
            for (int p = to; p >= from; p--) {
                double best = after[e][p - from];
                if (p < to) {
                    best = Math.min(best, left(p) + after[e][p + 1 - from]);
                }
                if (e < elements.size()) {
                    best = Math.min(best, skipped(elements.get(e)) + after[e + 1][p - from]);
                    for (Candidate r : candidates(e, p)) {
                        best = Math.min(best, r.cost() + rest(after, e + 1, r.to()));
                    }
                }
                after[e][p - from] = best;
            }
        }
        return after;
    }

    /** The candidates on the cheapest path, from the front. */
    private Candidate[] chosen(double[][] after) {
        Candidate[] chosen = new Candidate[elements.size()];
        int p = from;
        for (int e = 0; e < elements.size(); e++) {
            while (p < to && near(after[e][p - from], left(p) + after[e][p + 1 - from]) && !canTake(after, e, p)) {
                p++;
            }
            for (Candidate r : candidates(e, p)) {
                if (near(after[e][p - from], r.cost() + rest(after, e + 1, r.to()))) {
                    chosen[e] = r;
                    p = r.to();
                    break;
                }
            }
        }
        return chosen;
    }

    private double rest(double[][] after, int e, int p) {
        return p <= to ? after[e][p - from] : Double.POSITIVE_INFINITY;
    }

    private boolean canTake(double[][] after, int e, int p) {
        double here = after[e][p - from];
        return near(here, skipped(elements.get(e)) + after[e + 1][p - from])
                || candidates(e, p).stream().anyMatch(r -> near(here, r.cost() + rest(after, e + 1, r.to())));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 1e-9;
    }
}
