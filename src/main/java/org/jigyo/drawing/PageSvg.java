package org.jigyo.drawing;

import java.util.List;
import java.util.Locale;
import org.jigyo.XmlCharacter;

/**
 * Draws a page as SVG: a rectangle for each fact, with a pattern where it is doubted or corrected, so that it is seen in print too; above it
 * the rules and the words. All looks are attributes, so that the picture needs no style sheet.
 */
public final class PageSvg {

    /** Marks the fact that the fragment of the address names, and the one under the pointer; all else needs no style. */
    public static final String STYLE =
            ":target rect{fill:#ffe14d;stroke:#111;stroke-width:2}a:hover rect,a:focus rect{stroke-width:2}";

    private static final String FONT =
            "'Hiragino Sans','Hiragino Kaku Gothic ProN','Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif";

    /** What is known about the value of a fact. */
    public enum Look {
        /** It was read. */
        READ("#d9efdf", "#1b7f3b", null),
        /** It is the one that the picture shows. */
        LIT("#ffe14d", "#111", null),
        /** It was read, but is in doubt. */
        DOUBTED("url(#doubted-%d)", "#8f5a00", "4 2"),
        /** The printed value was corrected. */
        CORRECTED("url(#corrected-%d)", "#0b5c8a", null),
        /** It belongs to no field. */
        UNREAD("url(#unread-%d)", "#b3261e", "1 2");

        private final String fill;
        private final String stroke;
        private final String dashes;

        Look(String fill, String stroke, String dashes) {
            this.fill = fill;
            this.stroke = stroke;
            this.dashes = dashes;
        }
    }

    /**
     * A fact on the page.
     *
     * @param id fragment that lights it; null for none
     * @param href where it leads; null for no link
     * @param title what it says
     * @param places its rectangles
     */
    public record Lit(String id, String href, String title, Look look, List<Frame> places) {}

    private final StringBuilder svg = new StringBuilder();
    private final DrawnPage page;

    private final Frame window;

    private PageSvg(DrawnPage page, Frame window) {
        this.page = page;
        this.window = window;
    }

    /**
     * The picture of a page.
     *
     * @param title its name
     * @param description what one sees in it
     * @param style a style sheet inside the picture; empty for none
     */
    public static String of(DrawnPage page, List<Lit> facts, String title, String description, String style) {
        return of(page, new Frame(0, 0, page.width(), page.height()), facts, title, description, style);
    }

    /**
     * The picture of a part of a page.
     *
     * @param window the part
     */
    public static String of(
            DrawnPage page, Frame window, List<Lit> facts, String title, String description, String style) {
        PageSvg drawn = new PageSvg(page, window);
        drawn.open(title, description, style);
        for (Lit fact : facts) {
            drawn.fact(fact);
        }
        drawn.rules();
        drawn.words();
        return drawn.svg.append("</svg>").toString();
    }

    private void open(String title, String description, String style) {
        int n = page.number();
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawn-page\" viewBox=\"%6$s %7$s %1$s %2$s\" width=\"%1$s\" height=\"%2$s\""
                        + " role=\"graphics-document\" aria-labelledby=\"title-%3$d\" aria-describedby=\"desc-%3$d\">"
                        + "<title id=\"title-%3$d\">%4$s</title><desc id=\"desc-%3$d\">%5$s</desc>",
                number(window.width()),
                number(window.height()),
                n,
                escaped(title),
                escaped(description),
                number(window.x()),
                number(window.y())));
        if (!style.isEmpty()) {
            svg.append("<style>").append(style).append("</style>");
        }
        svg.append("<defs>")
                .append(pattern("doubted", "#fdf0d5", "M0 6L6 0", "#c98a2b"))
                .append(pattern("corrected", "#e1eff8", "M0 3H6", "#6aa3c8"))
                .append(pattern("unread", "#fbe4e4", "M0 0L6 6M0 6L6 0", "#dd9a96"))
                .append("</defs><rect fill=\"#fff\"")
                .append(attribute("x", number(window.x())))
                .append(attribute("y", number(window.y())))
                .append(" width=\"100%\" height=\"100%\"/>");
    }

    private String pattern(String name, String ground, String lines, String stroke) {
        return String.format(
                "<pattern id=\"%s-%d\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path fill=\"%s\" d=\"M0 0H6V6H0z\"/>"
                        + "<path d=\"%s\" stroke=\"%s\" stroke-width=\".8\"/></pattern>",
                name, page.number(), ground, lines, stroke);
    }

    private void fact(Lit fact) {
        svg.append("<g")
                .append(attribute("id", fact.id()))
                .append(attribute("fill", String.format(fact.look().fill, page.number())))
                .append(attribute("stroke", fact.look().stroke))
                .append(attribute("stroke-dasharray", fact.look().dashes))
                .append(" stroke-width=\".8\">");
        if (fact.href() != null) {
            svg.append("<a").append(attribute("href", fact.href())).append('>');
        }
        svg.append("<title>").append(escaped(fact.title())).append("</title>");
        for (Frame place : fact.places()) {
            svg.append("<rect")
                    .append(attribute("x", number(place.x())))
                    .append(attribute("y", number(place.y())))
                    .append(attribute("width", number(place.width())))
                    .append(attribute("height", number(place.height())))
                    .append("/>");
        }
        svg.append(fact.href() == null ? "</g>" : "</a></g>");
    }

    private void rules() {
        svg.append("<path fill=\"none\" stroke=\"#777\" stroke-width=\".5\" pointer-events=\"none\" d=\"");
        for (Frame rule : page.rules()) {
            if (!window.meets(rule)) {
                continue;
            }
            svg.append('M').append(number(rule.x())).append(' ').append(number(rule.y()));
            svg.append(rule.height() == 0 ? "h" + number(rule.width()) : "v" + number(rule.height()));
        }
        svg.append("\"/>");
    }

    private void words() {
        svg.append("<g fill=\"#1a1a1a\" pointer-events=\"none\"")
                .append(attribute("font-family", FONT))
                .append('>');
        for (DrawnPage.Words run : page.words()) {
            Frame at = run.at();
            if (!window.meets(at)) {
                continue;
            }
            svg.append("<text")
                    .append(attribute("x", number(at.x())))
                    .append(attribute("y", number(at.y() + 0.87 * at.height())))
                    .append(attribute("font-size", number(at.height())))
                    .append(attribute("textLength", number(Math.max(1, at.width()))))
                    .append(" lengthAdjust=\"spacingAndGlyphs\">")
                    .append(escaped(run.text().strip()))
                    .append("</text>");
        }
        svg.append("</g>");
    }

    private static String attribute(String name, String value) {
        return value == null ? "" : " " + name + "=\"" + escaped(value) + "\"";
    }

    private static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.format(Locale.ROOT, "%.1f", points);
    }

    /** A text for use in XML or HTML. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(XmlCharacter.allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }
}
