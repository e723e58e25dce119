package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Printed;

/**
 * The text of a page in drawing order, with the positions at which one value may end and the next begin: at each line,
 * and within a line around numbers, dashes, boxes, spaces and the form's labels. The last position is the end of the
 * page.
 */
final class DrawnText {

    private final int page;
    private final List<Line> lines = new ArrayList<>();
    private final List<Boolean> begins = new ArrayList<>();
    private final List<int[]> positions = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    /** A cache, because many elements ask for each position. */
    private final Boolean[] torn;

    /** The text of a page. The labels determine further possible cuts. */
    DrawnText(Page page, List<String> labels) {
        this.page = page.number();
        for (TextBlock block : page.blocks()) {
            boolean begin = true;
            for (Line line : block.lines()) {
                if (!Printed.key(line.text()).isEmpty()) {
                    lines.add(line);
                    begins.add(begin);
                    begin = false;
                }
            }
        }
        List<String> whole = lines.stream().map(l -> Keys.of(List.of(l.text()))).toList();
        for (int i = 0; i < lines.size(); i++) {
            first.add(positions.size());
            String last = i == 0 ? "" : whole.get(i - 1);
            String next = i + 1 == lines.size() ? "" : whole.get(i + 1);
            for (int cut : Cuts.of(lines.get(i).text(), last, next, labels)) {
                positions.add(new int[] {i, cut});
            }
        }
        first.add(positions.size());
        positions.add(new int[] {lines.size(), 0});
        for (int p = 0; p + 1 < positions.size(); p++) {
            keys.add(Keys.of(pieces(p, p + 1)));
        }
        torn = new Boolean[positions.size()];
    }

    int page() {
        return page;
    }

    /** The number of positions, including the end of the page. */
    int size() {
        return positions.size();
    }

    int lines() {
        return lines.size();
    }

    Line line(int index) {
        return lines.get(index);
    }

    int lineOf(int position) {
        return positions.get(position)[0];
    }

    /** The position at which a line begins; for the number of lines, the end of the page. */
    int first(int line) {
        return first.get(line);
    }

    /** The lines that a candidate covers, wholly or in part. */
    List<Line> lines(Candidate candidate) {
        if (candidate == null) {
            return List.of();
        }
        int last = lineOf(candidate.to()) - (atLine(candidate.to()) ? 1 : 0);
        return List.copyOf(lines.subList(lineOf(candidate.from()), last + 1));
    }

    /** True if the position is the beginning of a line. */
    boolean atLine(int position) {
        return first.get(lineOf(position)) == position;
    }

    /** True if the position is the beginning of a block, or the end of the page. */
    boolean atBlock(int position) {
        return atLine(position) && (lineOf(position) == lines.size() || begins.get(lineOf(position)));
    }

    /** The comparison key of the text from a position to the next. */
    String key(int position) {
        return keys.get(position);
    }

    /** The comparison key of the text between two positions. */
    String key(int from, int to) {
        if (to == from + 1) {
            return keys.get(from);
        }
        StringBuilder key = new StringBuilder();
        for (int p = from; p < to; p++) {
            key.append(keys.get(p));
        }
        return key.toString();
    }

    /** The text between two positions, line by line. */
    List<String> pieces(int from, int to) {
        List<String> pieces = new ArrayList<>();
        int last = lineOf(to);
        for (int i = lineOf(from); i <= last && i < lines.size(); i++) {
            String text = lines.get(i).text();
            int start = i == lineOf(from) ? positions.get(from)[1] : 0;
            int end = i == last ? positions.get(to)[1] : text.length();
            if (end > start) {
                pieces.add(text.substring(start, end).strip());
            }
        }
        return pieces;
    }

    /** True if the characters before and after a position belong to the same figure. */
    boolean insideFigure(int position) {
        if (atLine(position)) {
            return false;
        }
        String text = lines.get(lineOf(position)).text();
        int at = positions.get(position)[1];
        return Cuts.figure(text.charAt(at - 1)) && Cuts.figure(text.charAt(at));
    }

    /** True if the run of figures around a position need not be cut there, because fewer numbers explain it as well. */
    boolean torn(int position) {
        if (torn[position] == null) {
            torn[position] =
                    Cuts.torn(lines.get(lineOf(position)).text(), positions.get(position)[1]);
        }
        return torn[position];
    }
}
