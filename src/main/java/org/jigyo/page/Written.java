package org.jigyo.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * PDFBox's unsorted text with its glyphs: glyphs in lines in blocks, in drawing order. A jump to another cell at the
 * same height leaves at most a space in that text; once the cells are known, the lines are cut there.
 */
final class Written {

    private final List<List<List<Glyph>>> blocks = new ArrayList<>();
    private List<List<Glyph>> lines = new ArrayList<>();
    private List<Glyph> line = new ArrayList<>();

    /** Adds a glyph to the current line; one without a box is a gap. */
    void add(Glyph glyph) {
        line.add(glyph);
    }

    void endLine() {
        if (!line.isEmpty()) {
            lines.add(line);
        }
        line = new ArrayList<>();
    }

    void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            blocks.add(lines);
        }
        lines = new ArrayList<>();
    }

    /**
     * The blocks. A new block begins where the text continues in another cell, unless the glyphs are so close that they
     * are one run that overflows its cell.
     *
     * @param owners the cell of each glyph, by identity; a glyph without an entry belongs with its neighbours
     */
    List<TextBlock> blocks(IdentityHashMap<Glyph, Integer> owners) {
        List<TextBlock> cut = new ArrayList<>();
        for (List<List<Glyph>> block : blocks) {
            List<Line> open = new ArrayList<>();
            Glyph last = null;
            for (List<Glyph> drawn : block) {
                List<Glyph> run = new ArrayList<>();
                for (Glyph glyph : drawn) {
                    if (last != null && parts(last, glyph, owners)) {
                        close(withoutGap(run), open);
                        run = new ArrayList<>();
                        endBlock(open, cut);
                    }
                    run.add(glyph);
                    last = owners.containsKey(glyph) ? glyph : last;
                }
                close(run, open);
            }
            endBlock(open, cut);
        }
        return cut;
    }

    private static boolean parts(Glyph last, Glyph next, IdentityHashMap<Glyph, Integer> owners) {
        return owners.containsKey(next)
                && !owners.get(last).equals(owners.get(next))
                && !next.isBlank()
                && !Owners.follows(last, next);
    }

    /** The run without the space that the jump had left. */
    private static List<Glyph> withoutGap(List<Glyph> run) {
        int end = run.size();
        return end > 0 && run.get(end - 1).box() == null ? run.subList(0, end - 1) : run;
    }

    private static void endBlock(List<Line> open, List<TextBlock> blocks) {
        if (!open.isEmpty()) {
            blocks.add(new TextBlock(open));
        }
        open.clear();
    }

    private static void close(List<Glyph> run, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        Box box = null;
        for (Glyph glyph : run) {
            text.append(glyph.text());
            if (glyph.box() != null) {
                box = box == null ? glyph.box() : box.union(glyph.box());
            }
        }
        if (box != null) {
            lines.add(new Line(0, box, text.toString()));
        }
    }
}
