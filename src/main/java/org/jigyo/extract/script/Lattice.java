package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jigyo.page.Deadline;

/**
 * All alignments of a strip with a list of steps. State (i, p) is before step i and atom p. The costs from the start
 * and to the end of every state give the cheapest alignment and, for every single choice, the cheapest alignment that
 * makes it.
 */
final class Lattice {

    private final Strip strip;
    private final List<Step> steps;
    private final Fits fits;
    private final double bound;
    private final double[][] from;
    private final double[][] to;

    /**
     * The alignments within a cost bound.
     *
     * @param bound states above it are pruned; it must exceed the cost of the best by the margins of interest
     */
    Lattice(Strip strip, List<Step> steps, Fits fits, double bound) {
        this.bound = bound;
        this.strip = strip;
        this.steps = steps;
        this.fits = fits;
        this.from = table();
        this.to = table();
        forward();
        backward();
    }

    private double[][] table() {
        double[][] table = new double[steps.size() + 1][strip.size() + 1];
        for (double[] row : table) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        return table;
    }

    /** The cost of the cheapest alignment. */
    double best() {
        return to[0][0];
    }

    private void forward() {
        from[0][0] = 0;
        for (int i = 0; i <= steps.size(); i++) {
            Deadline.checkWork();
            for (int p = 0; p <= strip.size(); p++) {
                double here = from[i][p];
                if (here > bound) {
                    continue;
                }
                if (p < strip.size()) {
                    for (Fit left : fits.left(p)) {
                        lower(from[i], left.end(), here + left.cost());
                    }
                }
                if (i < steps.size()) {
                    lower(from[i + 1], p, here + steps.get(i).absence());
                    for (Fit fit : fits.at(steps.get(i), p)) {
                        lower(from[i + 1], fit.end(), here + fit.cost());
                    }
                }
            }
        }
    }

    private void backward() {
        to[steps.size()][strip.size()] = 0;
        for (int i = steps.size(); i >= 0; i--) {
            Deadline.checkWork();
            for (int p = strip.size(); p >= 0; p--) {
                if (from[i][p] > bound) {
                    continue;
                }
                if (p < strip.size()) {
                    for (Fit left : fits.left(p)) {
                        lower(to[i], p, to[i][left.end()] + left.cost());
                    }
                }
                if (i < steps.size()) {
                    lower(to[i], p, to[i + 1][p] + steps.get(i).absence());
                    for (Fit fit : fits.at(steps.get(i), p)) {
                        lower(to[i], p, to[i + 1][fit.end()] + fit.cost());
                    }
                }
            }
        }
    }

    private static void lower(double[] row, int at, double cost) {
        if (cost < row[at]) {
            row[at] = cost;
        }
    }

    /** The cheapest alignment: the choice of every step, null if it takes nothing. Unassigned text is omitted. */
    List<Choice> cheapest() {
        List<Choice> choices = new ArrayList<>();
        int p = 0;
        for (int i = 0; i < steps.size(); ) {
            Fit left = leftAt(i, p);
            if (left != null) {
                p = left.end();
                continue;
            }
            Fit taken = takenAt(i, p);
            choices.add(new Choice(steps.get(i), p, taken));
            p = taken == null ? p : taken.end();
            i++;
        }
        return choices;
    }

    private Fit leftAt(int i, int p) {
        if (p == strip.size() || to[i][p] >= to[i + 1][p] + steps.get(i).absence() - 1e-9 || takenAt(i, p) != null) {
            return null;
        }
        return fits.left(p).stream()
                .filter(l -> same(to[i][p], to[i][l.end()] + l.cost()))
                .findFirst()
                .orElse(null);
    }

    private Fit takenAt(int i, int p) {
        return fits.at(steps.get(i), p).stream()
                .filter(f -> same(to[i][p], to[i + 1][f.end()] + f.cost()))
                .findFirst()
                .orElse(null);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < 1e-9;
    }

    /**
     * Adds, for every slot and every value, the cost of the cheapest alignment that gives the slot this value, up to
     * the limit.
     */
    void rivals(double limit, Rivals rivals) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.label()) {
                continue;
            }
            for (int p = 0; p <= strip.size(); p++) {
                if (from[i][p] + to[i][p] > limit) {
                    continue;
                }
                rivals.add(step, Value.NOTHING, from[i][p] + step.absence() + to[i + 1][p], limit);
                for (Fit fit : fits.at(step, p)) {
                    rivals.add(step, fit.value(), from[i][p] + fit.cost() + to[i + 1][fit.end()], limit);
                }
            }
        }
    }
}
