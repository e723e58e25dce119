package org.jigyo.serve.table;

import java.util.Map;
import java.util.Objects;
import org.jigyo.query.Column;

/** The labels at the left of a picture's lines. */
final class LineLabel {

    /** The narrowest picture, in pixels, and how wide letters of half and full width are in it. */
    private static final int NARROWEST = 330;

    private static final int HALF = 7;
    private static final int FULL = 13;

    private LineLabel() {}

    /**
     * A text as far as it fits beside a figure in the narrowest picture.
     *
     * @param figure what stands at the right; null for nothing
     * @param indent how many pixels it is indented
     */
    static String cut(String text, String figure, int indent) {
        int room = NARROWEST - width(figure) - indent;
        StringBuilder label = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            room -= width(letter);
            if (room < FULL) {
                return width(text) - width(label.toString()) <= FULL ? text : label + "…";
            }
            label.appendCodePoint(letter);
        }
        return text;
    }

    private static int width(String text) {
        return text == null ? 0 : text.codePoints().map(LineLabel::width).sum();
    }

    private static int width(int letter) {
        return letter < 0x2000 ? HALF : FULL;
    }

    /** Where the category of a row leads to; null for nowhere. */
    static String href(Map<String, Rows.Term> row, Map<String, Column> columns, Display display) {
        return Picture.with(columns, Column.Role.CATEGORY).entrySet().stream()
                .filter(category -> row.containsKey(category.getKey()))
                .flatMap(category -> Display.address(category.getValue(), row.get(category.getKey()), row).stream())
                .map(display.href())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
