package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;

/** Widths of letters in a typical Japanese font, for text whose own font is not known. */
final class LetterWidths {

    private LetterWidths() {}

    /** Width of a text, in font sizes. */
    static double of(String text) {
        return text.codePoints().mapToDouble(LetterWidths::of).sum();
    }

    private static double of(int letter) {
        return (letter < 0x2E80 && letter != 0x3000 && (letter < 0x2000 || letter > 0x27FF))
                        || (letter >= 0xFF61 && letter <= 0xFFDC)
                ? 0.56
                : 1;
    }

    /** A part of a run, from one index to another, at its place within the run. */
    static DrawnPage.Words part(DrawnPage.Words run, int from, int to) {
        String text = run.text();
        if (from == 0 && to == text.length()) {
            return run;
        }
        double unit = run.at().width() / Math.max(0.01, of(text));
        double x = run.at().x() + unit * of(text.substring(0, from));
        Frame at = new Frame(
                x, run.at().y(), unit * of(text.substring(from, to)), run.at().height());
        return new DrawnPage.Words(at, text.substring(from, to));
    }

    /** Breaks a text into lines not wider than a width, in font sizes. */
    static List<String> wrapped(String text, double width) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        double used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            double letter = of(text.codePointAt(i));
            if (used + letter > width && i > from) {
                lines.add(text.substring(from, i));
                from = i;
                used = 0;
            }
            used += letter;
        }
        lines.add(text.substring(from));
        return lines;
    }
}
