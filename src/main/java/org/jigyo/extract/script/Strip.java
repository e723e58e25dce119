package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Printed;

/** What is drawn on one page of a sheet, in drawing order, as atoms. A position p stands before atom p. */
final class Strip {

    private static final double NEARLY_FULL = 0.93;

    private final List<Atom> atoms;
    private int widest;
    private final BitSet blankBlock = new BitSet();
    private final Map<Long, Span> spans = new HashMap<>();

    Strip(List<Atom> atoms) {
        this.atoms = List.copyOf(atoms);
        for (int p = 0; p < atoms.size(); p++) {
            widest = Math.max(widest, width(p));
            if (atoms.get(p).startsBlock() && Printed.blank(text(p, blockEnd(p)))) {
                blankBlock.set(p);
            }
        }
    }

    int size() {
        return atoms.size();
    }

    Atom atom(int p) {
        return atoms.get(p);
    }

    List<Atom> atoms(int p, int q) {
        return atoms.subList(p, q);
    }

    /** Position after the block that atom p belongs to. */
    int blockEnd(int p) {
        int q = p + 1;
        while (q < size() && !atoms.get(q).startsBlock()) {
            q++;
        }
        return q;
    }

    /** Position after the line that atom p belongs to. */
    int lineEnd(int p) {
        int q = p + 1;
        while (q < size() && !atoms.get(q).startsLine()) {
            q++;
        }
        return q;
    }

    /** The printed lines between two positions; a line that is cut gives its part. */
    List<String> lines(int p, int q) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = p; i < q; i++) {
            if (i > p && atoms.get(i).startsLine()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(atoms.get(i).text());
        }
        if (q > p) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** What stands between two positions, understood once. */
    Span span(int p, int q, Lexicon lexicon) {
        return spans.computeIfAbsent(((long) p << 32) | q, k -> {
            List<String> lines = lines(p, q);
            String text = Printed.text(lines);
            return new Span(lines, text, Printed.key(text), Printed.blank(text), lexicon.foreign(lines));
        });
    }

    /** The lines with a line break between two. */
    String text(int p, int q) {
        return String.join("\n", lines(p, q));
    }

    /** What it costs a narrative to begin or to end here: nothing between two blocks, most within a line. */
    double cut(int p) {
        if (p <= 0 || p >= size() || atoms.get(p).startsBlock()) {
            return 0;
        }
        Atom next = atoms.get(p);
        if (!next.startsLine()) {
            return next.seam() ? Cost.CUT_AT_SEAM : Cost.CUT_WITHIN_LINE;
        }
        String text = next.text();
        // An ideographic space is an indented paragraph of the same cell.
        if (text.isBlank() || text.charAt(0) != ' ') {
            return Cost.CUT_AT_LINE;
        }
        // A jump to the right leaves a blank: another cell, or the centred second line of the same one.
        if ("）)、。」】".indexOf(text.strip().charAt(0)) >= 0) {
            return Cost.CUT_AT_LINE + 1;
        }
        return paragraphEnds(p) ? Cost.CUT_AT_JUMP_AFTER_PARAGRAPH : Cost.CUT_AT_JUMP;
    }

    private boolean paragraphEnds(int p) {
        String before = atoms.get(p - 1).line().text().strip();
        if (before.endsWith("。")) {
            return true;
        }
        // A line that wraps is full: it is not shorter than the one that it goes on in.
        int widest = atoms.get(p).line().text().strip().length();
        for (int i = p - 1; i >= 0 && atoms.get(i).block() == atoms.get(p).block(); i--) {
            widest = Math.max(widest, atoms.get(i).line().text().strip().length());
        }
        return before.length() < 0.75 * widest;
    }

    /** How often, within, a jump to the right begins a line after a line that ends its paragraph: rarely in one cell. */
    int jumps(int p, int q) {
        int jumps = 0;
        for (int i = p + 1; i < q; i++) {
            if (cut(i) == Cost.CUT_AT_JUMP_AFTER_PARAGRAPH) {
                jumps++;
            }
        }
        return jumps;
    }

    /** How many gaps between blocks lie within. */
    int gaps(int p, int q) {
        int gaps = 0;
        for (int i = p + 1; i < q; i++) {
            if (atoms.get(i).startsBlock()) {
                gaps++;
            }
        }
        return gaps;
    }

    /** What it costs a narrative to go on over the gaps between blocks that lie within. */
    double over(int p, int q) {
        double cost = 0;
        for (int i = p + 1; i < q; i++) {
            if (atoms.get(i).startsBlock()) {
                cost += breaksOff(i) ? Cost.TEXT_OVER_BREAK : Cost.TEXT_OVER_GAP;
            }
        }
        return cost;
    }

    /** True when a block ends here with a line that is full and ends no sentence: the rest may stand in the next one. */
    boolean breaksOff(int q) {
        if (q < size() && !atoms.get(q).startsBlock()) {
            return false;
        }
        String line = atoms.get(q - 1).line().text().strip();
        // No text ends with a particle.
        if (!line.isEmpty() && "のをにはがへや、".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return true;
        }
        return !line.endsWith("。") && !line.endsWith("）") && width(q - 1) >= NEARLY_FULL * widest;
    }

    private int width(int p) {
        return atoms.get(p)
                .line()
                .text()
                .strip()
                .chars()
                .map(c -> c < 0x100 ? 1 : 2)
                .sum();
    }

    /** True when the block that begins here says nothing. */
    boolean blank(int p) {
        return blankBlock.get(p);
    }

    /** True when some block that begins between the positions, or the one they begin in, says nothing. */
    boolean holdsBlank(int p, int q) {
        for (int i = p; i < q; i++) {
            if ((i == p || atoms.get(i).startsBlock()) && blankBlock.get(i)) {
                return true;
            }
        }
        return false;
    }
}
