package org.jigyo.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws the upper part of a page as PNG, for programs that show a preview of an address and cannot show SVG. */
public final class PagePng {

    /** Width in pixels that previews expect. */
    public static final int WIDTH = 1200;

    /** Height in pixels that previews expect. */
    public static final int HEIGHT = 630;

    private static final Color TAKEN = new Color(0xD9EFDF);
    private static final Color EDGE = new Color(0x1B7F3B);
    private static final Color RULE = new Color(0x777777);
    private static final Color INK = new Color(0x1A1A1A);
    private static final Color GREY = new Color(0xB8BEC6);
    private static final Font FONT = font();

    private PagePng() {}

    /** The font of the machine; null if it has no fonts at all, as a bare container has none. */
    private static Font font() {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
            font.canDisplay('字');
            return font;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return null;
        }
    }

    /** The picture of a page, as wide as {@link #WIDTH}, with the places of its facts coloured. */
    public static byte[] of(DrawnPage page) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        double scale = WIDTH / page.width();
        graphics.scale(scale, scale);
        page.taken().values().forEach(places -> places.forEach(place -> taken(place, graphics)));
        graphics.setColor(RULE);
        page.rules().forEach(rule -> graphics.draw(new Line2D.Double(rule.x(), rule.y(), rule.right(), rule.bottom())));
        page.words().stream().filter(words -> words.at().y() * scale < HEIGHT).forEach(words -> words(words, graphics));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void taken(Frame place, Graphics2D graphics) {
        Rectangle2D shape = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        graphics.setColor(TAKEN);
        graphics.fill(shape);
        graphics.setColor(EDGE);
        graphics.draw(shape);
    }

    /** Text in the font of the machine, as wide as on the page; a grey bar where the machine has no font for it. */
    private static void words(DrawnPage.Words words, Graphics2D graphics) {
        Frame at = words.at();
        String text = words.text().strip();
        if (at.height() <= 0 || text.isEmpty()) {
            return;
        }
        if (FONT == null || FONT.canDisplayUpTo(text) >= 0) {
            graphics.setColor(GREY);
            graphics.fill(new Rectangle2D.Double(at.x(), at.y() + at.height() * 0.2, at.width(), at.height() * 0.6));
            return;
        }
        Font font = FONT.deriveFont((float) at.height());
        double width =
                font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
        AffineTransform before = graphics.getTransform();
        graphics.translate(at.x(), at.y() + 0.87 * at.height());
        graphics.scale(width > 0 ? Math.max(1, at.width()) / width : 1, 1);
        graphics.setColor(INK);
        graphics.setFont(font);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }
}
