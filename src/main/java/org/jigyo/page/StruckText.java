package org.jigyo.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds text that a line strikes through. A line that goes on beside the text is the edge of a cell. */
final class StruckText {

    /** A line strikes a letter between these fractions of its height. */
    private static final double UPPER = 0.3;

    private static final double LOWER = 0.7;
    /** A line that strikes text goes on beside it for less than this fraction of the letters' size. */
    private static final double BESIDE = 1.0;
    /** A shorter line, in letters' sizes, is a stroke of a letter. */
    private static final double SHORTEST = 0.8;
    /** A gap wider than this many letters' sizes parts two texts. */
    private static final double RUN_GAP = 2.5;

    private StruckText() {}

    /** The places of struck text among the glyphs of a page. */
    static List<PageDoubt> of(List<Glyph> glyphs, List<Rulings.Rule> level) {
        List<Glyph> byHeight = new ArrayList<>(glyphs);
        byHeight.removeIf(Glyph::isBlank);
        byHeight.sort(Comparator.comparingDouble(g -> g.box().bottom()));
        double highest =
                byHeight.stream().mapToDouble(g -> g.box().height()).max().orElse(0);
        Set<Glyph> struck = new LinkedHashSet<>();
        for (Rulings.Rule rule : level) {
            struck.addAll(under(rule, byHeight, highest));
        }
        return Writing.lines(new ArrayList<>(struck), RUN_GAP).stream()
                .map(l -> new PageDoubt(l.box(), "a line is drawn through the text", l.text(), false))
                .toList();
    }

    private static List<Glyph> under(Rulings.Rule rule, List<Glyph> byHeight, double highest) {
        List<Glyph> under = new ArrayList<>();
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double size = 0;
        for (int i = below(byHeight, rule.at()); i < byHeight.size(); i++) {
            Box box = byHeight.get(i).box();
            if (box.bottom() > rule.at() + highest) {
                break;
            }
            double depth = (rule.at() - box.y()) / box.height();
            double middle = box.x() + box.width() / 2;
            if (depth > UPPER && depth < LOWER && middle > rule.from() && middle < rule.to()) {
                under.add(byHeight.get(i));
                left = Math.min(left, box.x());
                right = Math.max(right, box.right());
                size = Math.max(size, box.height());
            }
        }
        boolean strikes = rule.to() - rule.from() > SHORTEST * size
                && rule.from() > left - BESIDE * size
                && rule.to() < right + BESIDE * size;
        return strikes ? under : List.of();
    }

    /** The first glyph that reaches below a height. */
    private static int below(List<Glyph> byHeight, double at) {
        int low = 0;
        int high = byHeight.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byHeight.get(middle).box().bottom() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
