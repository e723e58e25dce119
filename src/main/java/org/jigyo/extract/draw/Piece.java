package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.page.Line;

/**
 * A cell, or a line outside all cells, at the place where it is drawn. Its runs can be cut where a fact begins or ends
 * within a line.
 */
final class Piece {

    private final Frame frame;
    private final Line first;
    private final String name;
    private final List<DrawnPage.Words> runs;
    private final String text;
    private final TreeSet<Integer> cuts = new TreeSet<>();

    /**
     * A piece.
     *
     * @param frame the whole cell or line
     * @param lines what was read there
     * @param name name of the cell, 事業一覧!F12, else null
     * @param runs its text as drawn
     */
    Piece(Frame frame, List<Line> lines, String name, List<DrawnPage.Words> runs) {
        this.frame = frame;
        this.first = lines.isEmpty() ? null : lines.get(0);
        this.name = name;
        this.runs = runs;
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        this.text = all.toString();
    }

    Frame frame() {
        return frame;
    }

    String name() {
        return name;
    }

    /** The line of a text file; 0 for a PDF, and for a blank cell. */
    int line() {
        return first == null ? 0 : first.number();
    }

    /** The character of its line at which it begins; 0 for a PDF. */
    int column() {
        return first == null ? 0 : first.column();
    }

    /** All its text, without line breaks. */
    String text() {
        return text;
    }

    /** The places of the characters from one index to another; the whole frame if these are all. Runs are cut there. */
    List<Frame> part(int from, int to) {
        if (text.substring(0, from).isBlank() && text.substring(to).isBlank()) {
            return List.of(frame);
        }
        cuts.add(from);
        cuts.add(to);
        List<Frame> places = new ArrayList<>();
        int begin = 0;
        for (DrawnPage.Words run : runs) {
            int end = begin + run.text().length();
            if (from < end && to > begin) {
                places.add(LetterWidths.part(run, Math.max(from, begin) - begin, Math.min(to, end) - begin)
                        .at());
            }
            begin = end;
        }
        return places;
    }

    /** Its text as drawn, cut where facts begin and end. */
    List<DrawnPage.Words> words() {
        List<DrawnPage.Words> words = new ArrayList<>();
        int begin = 0;
        for (DrawnPage.Words run : runs) {
            int end = begin + run.text().length();
            int from = begin;
            for (int cut : cuts.subSet(begin, false, end, false)) {
                words.add(LetterWidths.part(run, from - begin, cut - begin));
                from = cut;
            }
            words.add(LetterWidths.part(run, from - begin, end - begin));
            begin = end;
        }
        words.removeIf(run -> run.text().isBlank());
        return words;
    }
}
