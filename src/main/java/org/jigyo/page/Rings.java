package org.jigyo.page;

import java.util.ArrayList;
import java.util.List;

/** The drawings of a page that may stand around letters, and the letters that each stands around. */
final class Rings {

    /** Stands before each letter of a drawing while the letters are put into lines; no form prints it. */
    private static final char INSIDE = '\uF8FF';

    private final List<Box> drawn;

    /** @param drawn the boxes of closed lines that are not ruled */
    Rings(List<Box> drawn) {
        this.drawn = drawn;
    }

    /** Those around letters of a cell. */
    List<Ring> of(Cell cell, List<Glyph> glyphs) {
        List<Ring> rings = new ArrayList<>();
        for (Box box : drawn) {
            if (meets(box, cell.box()) && glyphs.stream().anyMatch(g -> around(box, g))) {
                rings.add(new Ring(cell, letters(box, glyphs)));
            }
        }
        return rings;
    }

    private static boolean meets(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    /** True when the middle of a letter lies in the oval that fills a box. */
    private static boolean around(Box box, Glyph glyph) {
        double x = (glyph.middleX() - box.x() - box.width() / 2) / (box.width() / 2);
        double y = (glyph.middleY() - box.y() - box.height() / 2) / (box.height() / 2);
        return !glyph.isBlank() && x * x + y * y <= 1;
    }

    private static List<Integer> letters(Box box, List<Glyph> glyphs) {
        List<Glyph> marked = glyphs.stream()
                .map(g -> around(box, g) ? new Glyph(INSIDE + g.text(), g.box()) : g)
                .toList();
        List<Integer> letters = new ArrayList<>();
        int at = 0;
        boolean inside = false;
        String text = String.join(
                "\n",
                Writing.lines(marked, Double.POSITIVE_INFINITY).stream()
                        .map(Line::text)
                        .toList());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == INSIDE) {
                inside = true;
            } else {
                if (inside) {
                    letters.add(at);
                }
                inside = false;
                at++;
            }
        }
        return letters;
    }
}
