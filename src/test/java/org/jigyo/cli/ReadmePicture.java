package org.jigyo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The picture of README.md as SVG: the page drawn by {@code explain}, a magnified part of it, the facts read there, and
 * one of them in RDF.
 */
final class ReadmePicture {

    private static final String STYLE = """
            .paper,.card{fill:#fff;stroke:#d0d7de}
            .lens{fill:none;stroke:#00557f;stroke-width:1.5}
            .rays{fill:#00557f;fill-opacity:.04;stroke:#00557f;stroke-width:.6;stroke-opacity:.6}
            .lead{fill:none;stroke:#1b7f3b}
            .code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'Noto Sans Mono',monospace}
            .value{fill:#1b7f3b;font-weight:600}
            .name{fill:#777}
            .path{fill:#00557f}
            text{font-family:'Noto Sans CJK JP','Noto Sans JP',sans-serif;fill:#222}
            """;

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 484;
    private static final int MARGIN = 16;
    private static final double CHARACTER = 7.85;

    /** A rectangle on the page, in points, or on the picture. */
    private record Area(double x, double y, double width, double height) {
        String attributes() {
            return text("x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"", x, y, width, height);
        }

        String viewBox() {
            return text("viewBox=\"%.1f %.1f %.1f %.1f\"", x, y, width, height);
        }

        /** The position of a part of {@code from} on this area, to which {@code from} is scaled. */
        Area image(Area from, Area part) {
            double scale = width / from.width;
            return new Area(
                    x + (part.x - from.x) * scale,
                    y + (part.y - from.y) * scale,
                    part.width * scale,
                    part.height * scale);
        }
    }

    /** The printed area of the specimen's page, without margins. */
    private static final Area PRINTED = new Area(36, 32, 532, 756);

    /** The head of the cost table with its first row. */
    private static final Area PART = new Area(46, 477, 228, 54);

    private static final Area PAGE = new Area(
            MARGIN, MARGIN, PRINTED.width * (HEIGHT - 2 * MARGIN) / PRINTED.height, (double) HEIGHT - 2 * MARGIN);

    private static final double LEFT = PAGE.x + PAGE.width + 40;
    private static final Area LENS =
            new Area(LEFT, MARGIN, WIDTH - MARGIN - LEFT, (WIDTH - MARGIN - LEFT) * PART.height / PART.width);

    private final StringBuilder svg = new StringBuilder();

    private ReadmePicture() {}

    /**
     * Draws the picture.
     *
     * @param page the page as drawn by {@code explain --svg}
     * @param sheet the record of the page, with evidence
     * @param rdf lines of Turtle, each a property and a value; the first is a name alone
     */
    static String draw(String page, JsonNode sheet, List<Map.Entry<String, String>> rdf) {
        ReadmePicture picture = new ReadmePicture();
        picture.page(page);
        double y = picture.facts(sheet.path("evidence"), LENS.y + LENS.height + 28);
        picture.rdf(rdf, y + 14);
        return picture.svg.append("</svg>\n").toString();
    }

    private void page(String page) {
        Matcher drawn = Pattern.compile("(?s)<svg [^>]*>(.*)</svg>").matcher(page);
        if (!drawn.matches()) {
            throw new AssertionError("explain draws its pages in another way: " + page.substring(0, 200));
        }
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\">", WIDTH, HEIGHT, WIDTH);
        svg.append("<style>").append(STYLE).append("</style>\n");
        svg.append("<defs><g id=\"page\">")
                .append(drawn.group(1).replace("<rect", "\n<rect"))
                .append("</g></defs>\n");
        add("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f6f8fa\"/>", WIDTH, HEIGHT);
        show(PAGE, PRINTED, "paper");
        Area seen = PAGE.image(PRINTED, PART);
        add(
                "<path class=\"rays\" d=\"M%1$.1f %2$.1fL%3$.1f %4$.1fV%5$.1fL%1$.1f %6$.1fZ\"/>",
                seen.x + seen.width, seen.y, LENS.x, LENS.y, LENS.y + LENS.height, seen.y + seen.height);
        add("<rect class=\"lens\" %s/>", seen.attributes());
        show(LENS, PART, "paper");
        add("<rect class=\"lens\" %s/>", LENS.attributes());
    }

    private void show(Area where, Area what, String style) {
        add("<rect class=\"%s\" %s/>", style, where.attributes());
        add("<svg %s %s><use href=\"#page\"/></svg>", where.attributes(), what.viewBox());
    }

    /**
     * Draws a line for each fact whose cell is visible in the magnified part, in the order of the cells. Returns the
     * position of the next line.
     */
    private double facts(JsonNode evidence, double y) {
        double line = y;
        for (Map.Entry<String, JsonNode> fact : evidence.properties()) {
            JsonNode box = fact.getValue().path("box");
            Area cell = new Area(
                    box.path(0).asDouble(),
                    box.path(1).asDouble(),
                    box.path(2).asDouble(),
                    box.path(3).asDouble());
            if (box.size() != 4
                    || cell.y < PART.y
                    || cell.y + cell.height > PART.y + PART.height
                    || cell.x > PART.x + PART.width - 1) {
                continue;
            }
            Area seen = LENS.image(PART, cell);
            String value = fact.getValue().path("text").asText().replace(",", "");
            double end = LEFT + (fact.getKey() + " = " + value).length() * CHARACTER + 12;
            add(
                    "<path class=\"lead\" d=\"M%.1f %.1fV%.1fH%.1f\"/>",
                    seen.x + seen.width / 2, seen.y + seen.height, line - 4, end);
            add(
                    "<text class=\"code\" x=\"%.1f\" y=\"%.1f\"><tspan class=\"path\">%s</tspan> = <tspan class=\"value\">%s</tspan></text>",
                    LEFT, line, fact.getKey(), value);
            line += 22;
        }
        return line;
    }

    private void rdf(List<Map.Entry<String, String>> lines, double y) {
        double height = HEIGHT - MARGIN - y + 16;
        add("<rect class=\"card\" rx=\"5\" %s/>", new Area(LEFT, y - 16, LENS.width, height).attributes());
        double line = y + 6;
        double step = (height - 38) / (lines.size() - 1);
        for (Map.Entry<String, String> said : lines) {
            if (said.getValue().isEmpty()) {
                add(
                        "<text class=\"code name\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                        LEFT + 12, line, escape(said.getKey()));
            } else {
                String key = said.getKey().strip();
                double indent = 28 + (said.getKey().length() - key.length()) * CHARACTER;
                add("<text class=\"code path\" x=\"%.1f\" y=\"%.1f\">%s</text>", LEFT + indent, line, escape(key));
                add("<text class=\"code\" x=\"%.1f\" y=\"%.1f\">%s</text>", LEFT + 190, line, escape(said.getValue()));
            }
            line += step;
        }
    }

    private void add(String format, Object... arguments) {
        svg.append(text(format, arguments)).append('\n');
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
