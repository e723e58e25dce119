package org.jigyo.page;

import java.util.ArrayList;
import java.util.List;

/** The areas of a page that were painted with a colour or an image, in painting order. */
final class Paints {

    /** An unknown colour: of a pattern, a shading, an image, or anything not opaque. */
    static final int UNKNOWN = -1;

    static final int WHITE = 0xFFFFFF;

    private static final double STRIP = 24;
    private static final int STRIPS = 400;

    /**
     * A painted area.
     *
     * @param order position in painting order among glyphs and areas
     * @param box on the page as shown
     * @param colour 0xRRGGBB, or {@link #UNKNOWN}
     * @param covers true if nothing below it is visible
     */
    record Paint(int order, Box box, int colour, boolean covers) {}

    private final List<List<Paint>> strips = new ArrayList<>();
    private int size;

    /** Adds an area. The number of areas is limited like that of rulings. */
    void add(Paint paint) {
        size++;
        int last = strip(paint.box().bottom());
        for (int i = strip(paint.box().y()); i <= last; i++) {
            while (strips.size() <= i) {
                strips.add(new ArrayList<>());
            }
            strips.get(i).add(paint);
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The background colour of a glyph; white if nothing was painted there. */
    int ground(Box glyph, int order) {
        int ground = WHITE;
        for (Paint paint : at(glyph)) {
            if (paint.order() > order) {
                break;
            }
            if (paint.box().holds(glyph)) {
                ground = paint.colour();
            }
        }
        return ground;
    }

    /** True if an area painted later covers the centre of a glyph. */
    boolean cover(Box glyph, int order) {
        Box core = new Box(
                glyph.x() + glyph.width() / 4,
                glyph.y() + glyph.height() * 0.3,
                glyph.width() / 2,
                glyph.height() * 0.4);
        List<Paint> here = at(glyph);
        for (int i = here.size() - 1; i >= 0 && here.get(i).order() > order; i--) {
            Box box = here.get(i).box();
            if (here.get(i).covers()
                    && box.x() <= core.x()
                    && box.right() >= core.right()
                    && box.y() <= core.y()
                    && box.bottom() >= core.bottom()) {
                return true;
            }
        }
        return false;
    }

    private List<Paint> at(Box glyph) {
        int strip = strip(glyph.y() + glyph.height() / 2);
        return strip < strips.size() ? strips.get(strip) : List.of();
    }

    private static int strip(double y) {
        return (int) Math.max(0, Math.min(STRIPS, Math.floor(y / STRIP)));
    }
}
