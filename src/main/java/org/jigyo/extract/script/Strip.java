package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.page.Deadline;
import org.jigyo.sheet.Printed;

/** The text of one page of a sheet in drawing order, as atoms. Position p is before atom p. */
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

    /** The position after the block of atom p. */
    int blockEnd(int p) {
        int q = p + 1;
        while (q < size() && !atoms.get(q).startsBlock()) {
            q++;
        }
        return q;
    }

    /** The position after the line of atom p. */
    int lineEnd(int p) {
        int q = p + 1;
        while (q < size() && !atoms.get(q).startsLine()) {
            q++;
        }
        return q;
    }

    /** The printed lines between two positions; of a cut line, its part. */
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

    /** The analysed text between two positions, cached. */
    Span span(int p, int q, Lexicon lexicon) {
        return spans.computeIfAbsent(((long) p << 32) | q, k -> {
            Deadline.checkWork();
            List<String> lines = lines(p, q);
            String text = Printed.text(lines);
            return new Span(lines, text, Printed.key(text), Printed.blank(text), lexicon.foreign(lines));
        });
    }

    /** The lines, separated by line breaks. */
    String text(int p, int q) {
        return String.join("\n", lines(p, q));
    }

    /** The cost for a narrative to begin or end here: zero between two blocks, highest within a line. */
    double cut(int p) {
        if (p <= 0 || p >= size() || atoms.get(p).startsBlock()) {
            return 0;
        }
        Atom next = atoms.get(p);
        if (!next.startsLine()) {
            return next.seam() ? Cost.CUT_AT_SEAM : Cost.CUT_WITHIN_LINE;
        }
        String text = next.text();
        // An ideographic space begins an indented paragraph of the same cell.
        if (text.isBlank() || text.charAt(0) != ' ') {
            return Cost.CUT_AT_LINE;
        }
        // A jump to the right leaves a space: another cell, or the centred second line of the same cell.
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
        // A line that wraps is full: it is not shorter than its continuation.
        int widest = atoms.get(p).line().text().strip().length();
        for (int i = p - 1; i >= 0 && atoms.get(i).block() == atoms.get(p).block(); i--) {
            widest = Math.max(widest, atoms.get(i).line().text().strip().length());
        }
        return before.length() < 0.75 * widest;
    }

    /** The number of jumps to the right that begin a line after the end of a paragraph; rare within one cell. */
    int jumps(int p, int q) {
        int jumps = 0;
        for (int i = p + 1; i < q; i++) {
            if (cut(i) == Cost.CUT_AT_JUMP_AFTER_PARAGRAPH) {
                jumps++;
            }
        }
        return jumps;
    }

    /** The number of gaps between blocks within the run. */
    int gaps(int p, int q) {
        int gaps = 0;
        for (int i = p + 1; i < q; i++) {
            if (atoms.get(i).startsBlock()) {
                gaps++;
            }
        }
        return gaps;
    }

    /** The cost for a narrative to continue across the gaps between blocks within the run. */
    double over(int p, int q) {
        double cost = 0;
        for (int i = p + 1; i < q; i++) {
            if (atoms.get(i).startsBlock()) {
                cost += breaksOff(i) ? Cost.TEXT_OVER_BREAK : Cost.TEXT_OVER_GAP;
            }
        }
        return cost;
    }

    /** True if a block ends here with a full line that does not end a sentence: the rest may be in the next block. */
    boolean breaksOff(int q) {
        if (q < size() && !atoms.get(q).startsBlock()) {
            return false;
        }
        String line = atoms.get(q - 1).line().text().strip();
        // A text does not end with a particle.
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

    /** True if the block that begins here has no content. */
    boolean blank(int p) {
        return blankBlock.get(p);
    }

    /** True if the block at the first position, or one that begins in between, has no content. */
    boolean holdsBlank(int p, int q) {
        for (int i = p; i < q; i++) {
            if ((i == p || atoms.get(i).startsBlock()) && blankBlock.get(i)) {
                return true;
            }
        }
        return false;
    }
}
