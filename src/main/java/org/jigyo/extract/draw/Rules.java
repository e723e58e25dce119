package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.drawing.Frame;

/** The rules around cells: the edges of all cells, each drawn once. */
final class Rules {

    private Rules() {}

    static List<Frame> around(List<Frame> cells) {
        SortedMap<Double, List<double[]>> level = new TreeMap<>();
        SortedMap<Double, List<double[]>> upright = new TreeMap<>();
        for (Frame cell : cells) {
            add(level, cell.y(), cell.x(), cell.right());
            add(level, cell.bottom(), cell.x(), cell.right());
            add(upright, cell.x(), cell.y(), cell.bottom());
            add(upright, cell.right(), cell.y(), cell.bottom());
        }
        List<Frame> rules = new ArrayList<>();
        level.forEach((y, parts) -> joined(parts).forEach(p -> rules.add(new Frame(p[0], y, p[1] - p[0], 0))));
        upright.forEach((x, parts) -> joined(parts).forEach(p -> rules.add(new Frame(x, p[0], 0, p[1] - p[0]))));
        return rules;
    }

    private static void add(SortedMap<Double, List<double[]>> edges, double at, double from, double to) {
        double tenths = Math.round(at * 10) / 10.0;
        edges.computeIfAbsent(tenths, k -> new ArrayList<>()).add(new double[] {from, to});
    }

    private static List<double[]> joined(List<double[]> parts) {
        parts.sort((a, b) -> Double.compare(a[0], b[0]));
        List<double[]> joined = new ArrayList<>();
        for (double[] part : parts) {
            double[] last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && part[0] <= last[1] + 0.2) {
                last[1] = Math.max(last[1], part[1]);
            } else {
                joined.add(part.clone());
            }
        }
        return joined;
    }
}
