package org.jigyo.page.table;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Finds what the drawing of a sheet puts over its cells (ECMA-376 part 1, 20.5). */
final class DrawingScan extends DefaultHandler {

    private static final Set<String> FRAMES = Set.of("rect", "roundRect");

    private final DrawnObjects objects = new DrawnObjects();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private final int[] from = new int[4];
    private final int[] to = new int[4];
    private int[] corner = from;
    private DrawnObjects.Effect effect = DrawnObjects.Effect.NONE;
    private String shape = "";
    private boolean inShape;
    private boolean open;

    /** What was found. */
    DrawnObjects objects() {
        return objects;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes a) {
        switch (local) {
            case "twoCellAnchor", "oneCellAnchor" -> begin();
            case "from" -> corner = from;
            case "to" -> corner = to;
            case "pic", "graphicFrame" -> effect = more(DrawnObjects.Effect.FILLS);
            case "sp" -> {
                inShape = true;
                shape = "";
                open = false;
            }
            case "prstGeom" -> shape = String.valueOf(a.getValue("prst"));
            case "ln", "txBody" -> inShape = false;
            case "noFill" -> open |= inShape;
            default -> {}
        }
        text.setLength(0);
    }

    private void begin() {
        said.setLength(0);
        effect = DrawnObjects.Effect.NONE;
        java.util.Arrays.fill(to, -1);
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        text.append(letters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        switch (local) {
            case "col" -> corner[0] = number();
            case "colOff" -> corner[1] = number();
            case "row" -> corner[2] = number();
            case "rowOff" -> corner[3] = number();
            case "t" -> said.append(text);
            case "p" -> said.append(' ');
            case "sp" -> {
                inShape = false;
                effect = more(effect(shape, open));
            }
            case "twoCellAnchor", "oneCellAnchor" -> end();
            default -> {}
        }
    }

    private int number() {
        String digits = text.toString().strip();
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private DrawnObjects.Effect more(DrawnObjects.Effect other) {
        return other.compareTo(effect) > 0 ? other : effect;
    }

    /**
     * What a shape does to the cells under it.
     *
     * @param shape its name in OOXML
     * @param open true if what is under it shows through
     */
    static DrawnObjects.Effect effect(String shape, boolean open) {
        String kind = shape.toLowerCase(java.util.Locale.ROOT);
        if (kind.contains("line") || kind.contains("connector") || kind.contains("brac") || kind.equals("arc")) {
            return DrawnObjects.Effect.NONE;
        }
        return open && FRAMES.contains(shape) ? DrawnObjects.Effect.FILLS : DrawnObjects.Effect.COVERS;
    }

    private void end() {
        boolean single = to[0] < 0;
        // What ends at the edge of a cell does not lie on it.
        int lastRow = single ? from[2] : Math.max(from[2], to[3] == 0 ? to[2] - 1 : to[2]);
        int lastColumn = single ? from[0] : Math.max(from[0], to[1] == 0 ? to[0] - 1 : to[0]);
        objects.add(from[2], from[0], lastRow, lastColumn, said.toString(), effect);
    }
}
