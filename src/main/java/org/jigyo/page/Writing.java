package org.jigyo.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arranges glyphs in lines in reading order: from top to bottom, then from left to right. */
final class Writing {

    /** Baselines closer than this fraction of the font size are one line. */
    private static final double SAME_LINE = 0.45;
    /** A gap wider than this fraction of the font size is a space; PDF files do not always draw one. */
    private static final double BLANK = 0.25;

    private Writing() {}

    /**
     * The lines.
     *
     * @param glyphs in any order
     * @param split a gap wider than this many font sizes separates two runs; infinite keeps printed lines whole
     */
    static List<Line> lines(List<Glyph> glyphs, double split) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(g -> g.box().bottom()));
        List<Line> lines = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        double baseline = 0;
        double height = 0;
        for (Glyph g : sorted) {
            if (!open.isEmpty()
                    && g.box().bottom() - baseline
                            > SAME_LINE * Math.max(height, g.box().height())) {
                close(open, split, lines);
                open = new ArrayList<>();
            }
            if (open.isEmpty()) {
                baseline = g.box().bottom();
                height = g.box().height();
            }
            height = Math.max(height, g.box().height());
            open.add(g);
        }
        close(open, split, lines);
        return lines;
    }

    private static void close(List<Glyph> glyphs, double split, List<Line> lines) {
        glyphs.sort(Comparator.comparingDouble(g -> g.box().x()));
        StringBuilder text = new StringBuilder();
        Box box = null;
        for (Glyph g : glyphs) {
            if (g.isBlank()) {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
                continue;
            }
            double gap = box == null ? 0 : g.box().x() - box.right();
            if (box != null && gap > split * g.box().height()) {
                lines.add(new Line(0, box, text.toString().strip()));
                text.setLength(0);
                box = null;
            } else if (gap > BLANK * g.box().height() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            text.append(g.text());
            box = box == null ? g.box() : box.union(g.box());
        }
        if (box != null) {
            lines.add(new Line(0, box, text.toString().strip()));
        }
    }
}
