package org.jigyo.page.ocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A picture in shades of grey: row after row, 0 black to 255 white. Not thread-safe. */
final class Grey {

    static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private Grey(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** In pixels. */
    int width() {
        return width;
    }

    /** In pixels. */
    int height() {
        return height;
    }

    /** A white picture. */
    static Grey blank(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) WHITE);
        return new Grey(width, height, pixels);
    }

    /** The pixels of an image of type {@link BufferedImage#TYPE_BYTE_GRAY}, not copied. */
    static Grey of(BufferedImage image) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Grey(image.getWidth(), image.getHeight(), pixels);
    }

    /** The shade at a place; white outside the picture. */
    int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : pixels[y * width + x] & 0xFF;
    }

    /** Makes a rectangle white, as far as it is in the picture. */
    void clear(Area area) {
        int left = Math.max(0, area.left());
        int right = Math.min(width, area.right());
        for (int y = Math.max(0, area.top()); y < Math.min(height, area.bottom()) && left < right; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, (byte) WHITE);
        }
    }

    /** A copy of a rectangle with a white margin. Light shades become white. */
    Grey cut(Area area, int margin, int light) {
        Grey cut = blank(area.width() + 2 * margin, area.height() + 2 * margin);
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                int shade = Math.min(WHITE, at(x, y) * WHITE / light);
                cut.pixels[(y - area.top() + margin) * cut.width + x - area.left() + margin] = (byte) shade;
            }
        }
        return cut;
    }

    /** A copy in another size. */
    Grey smaller(double scale) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        BufferedImage copy = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = copy.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, wide, high, null);
        canvas.dispose();
        return of(copy);
    }

    /** Writes it as a portable graymap (PGM), which needs no compression. */
    void write(OutputStream out) throws IOException {
        out.write(("P5 " + width + " " + height + " " + WHITE + "\n").getBytes(StandardCharsets.US_ASCII));
        out.write(pixels);
    }

    /** A rectangle of pixels; right and bottom are the first that are not in it. */
    record Area(int left, int top, int right, int bottom) {

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        /** The same rectangle with x and y exchanged. */
        Area mirrored() {
            int fromX = top;
            int fromY = left;
            int toX = bottom;
            int toY = right;
            return new Area(fromX, fromY, toX, toY);
        }

        /** The line of one pixel through the middle of a thin rectangle. */
        Area middle() {
            int x = (left + right) / 2;
            int y = (top + bottom) / 2;
            return width() > height() ? new Area(left, y, right, y + 1) : new Area(x, top, x + 1, bottom);
        }

        /** The same part of a picture that is so many times as large. */
        Area larger(double scale, Grey picture) {
            return new Area(
                    (int) (left * scale),
                    (int) (top * scale),
                    Math.min(picture.width(), (int) Math.ceil(right * scale)),
                    Math.min(picture.height(), (int) Math.ceil(bottom * scale)));
        }

        Area wider(int by) {
            return new Area(left - by, top - by, right + by, bottom + by);
        }
    }
}
