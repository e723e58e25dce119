package org.jigyo.page.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jigyo.page.ocr.Grey.Area;

/**
 * The connected areas of ink of a piece, from left to right: what can be measured is not left to recognition. A comma is high and
 * goes below the line of its digits, a point is neither; Tesseract reads many commas as points. A circle by itself is a mark, which it reads as O, 0 or ⑥.
 */
record Blots(List<Area> areas, Grey picture) {

    private static final int DARK = 128;
    /** Most areas that are looked for; a figure has few. */
    private static final int MOST = 40;
    /** A comma is so many times as high as it is wide, at least; a point at most. */
    private static final double TALL = 1.4;

    private static final double SQUARE = 1.25;
    private static final String SEPARATORS = ".,";
    private static final Pattern GROUPED = Pattern.compile("[▲△-]?\\d{1,3}(?:[.,]{1,2}\\d{3})+");
    private static final double ROUND = 0.2;

    /** The areas of a piece; none if there are too many for a figure or a mark. */
    static Blots of(Grey picture) {
        List<Area> areas = new ArrayList<>();
        boolean[] seen = new boolean[picture.width() * picture.height()];
        for (int x = 0; x < picture.width(); x++) {
            for (int y = 0; y < picture.height(); y++) {
                if (!seen[y * picture.width() + x] && picture.at(x, y) < DARK) {
                    areas.add(flood(picture, x, y, seen));
                    if (areas.size() > MOST) {
                        return new Blots(List.of(), picture);
                    }
                }
            }
        }
        areas.sort(Comparator.comparingInt(Area::left));
        return new Blots(areas, picture);
    }

    private static Area flood(Grey picture, int fromX, int fromY, boolean[] seen) {
        Deque<int[]> todo = new ArrayDeque<>();
        todo.add(new int[] {fromX, fromY});
        seen[fromY * picture.width() + fromX] = true;
        Area area = new Area(fromX, fromY, fromX + 1, fromY + 1);
        while (!todo.isEmpty()) {
            int[] at = todo.poll();
            area = new Area(
                    Math.min(area.left(), at[0]),
                    Math.min(area.top(), at[1]),
                    Math.max(area.right(), at[0] + 1),
                    Math.max(area.bottom(), at[1] + 1));
            for (int y = at[1] - 1; y <= at[1] + 1; y++) {
                for (int x = at[0] - 1; x <= at[0] + 1; x++) {
                    if (picture.at(x, y) < DARK && !seen[y * picture.width() + x]) {
                        seen[y * picture.width() + x] = true;
                        todo.add(new int[] {x, y});
                    }
                }
            }
        }
        return area;
    }

    /**
     * A figure with the separators that are printed; another text as it is. Empty if a figure's separators cannot be told apart, because
     * its characters are not each an area of its own, or a separator is neither a comma nor a point by its shape.
     */
    Optional<String> separated(String text) {
        if (!GROUPED.matcher(text).matches()) {
            return Optional.of(text);
        }
        String figure = text.replaceAll("[.,]{2}", ",");
        if (areas.size() != figure.length()) {
            return Optional.empty();
        }
        int line = IntStream.range(0, figure.length())
                .filter(i -> Character.isDigit(figure.charAt(i)))
                .map(i -> areas.get(i).bottom())
                .sorted()
                .skip(figure.chars().filter(Character::isDigit).count() / 2)
                .findFirst()
                .orElse(0);
        StringBuilder separated = new StringBuilder(figure);
        for (int i = 0; i < figure.length(); i++) {
            if (SEPARATORS.indexOf(figure.charAt(i)) >= 0) {
                Area area = areas.get(i);
                boolean tall = area.height() >= TALL * area.width() && area.bottom() > line;
                boolean square = area.height() <= SQUARE * area.width() && area.bottom() <= line + 1;
                if (tall == square) {
                    return Optional.empty();
                }
                separated.setCharAt(i, tall ? ',' : '.');
            }
        }
        return Optional.of(separated.toString());
    }

    /** True for a single circle: as wide as high, without ink in its middle and its corners, with ink on all sides. */
    boolean circle() {
        if (areas.size() != 1) {
            return false;
        }
        Area all = areas.get(0);
        double wide = (double) all.width() / all.height();
        return Math.abs(wide - 1) < ROUND
                && all.width() >= 12
                && empty(part(all, 0.3, 0.3, 0.7, 0.7))
                && empty(part(all, 0, 0, 0.1, 0.1))
                && empty(part(all, 0.9, 0, 1, 0.1))
                && empty(part(all, 0, 0.9, 0.1, 1))
                && empty(part(all, 0.9, 0.9, 1, 1))
                && !empty(part(all, 0, 0.45, 0.2, 0.55))
                && !empty(part(all, 0.8, 0.45, 1, 0.55))
                && !empty(part(all, 0.45, 0, 0.55, 0.2))
                && !empty(part(all, 0.45, 0.8, 0.55, 1));
    }

    private static Area part(Area all, double left, double top, double right, double bottom) {
        return new Area(
                all.left() + (int) Math.floor(left * all.width()),
                all.top() + (int) Math.floor(top * all.height()),
                all.left() + (int) Math.ceil(right * all.width()),
                all.top() + (int) Math.ceil(bottom * all.height()));
    }

    private boolean empty(Area part) {
        for (int y = part.top(); y < part.bottom(); y++) {
            for (int x = part.left(); x < part.right(); x++) {
                if (picture.at(x, y) < DARK) {
                    return false;
                }
            }
        }
        return true;
    }
}
