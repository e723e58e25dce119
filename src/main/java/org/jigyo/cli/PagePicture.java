package org.jigyo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * A page as SVG with the place of each value: boxes over a drawn page, marked lines in a page of text. Text that was
 * not read is red.
 */
final class PagePicture {

    private static final String STYLE = """
            .cell{fill:none;stroke:#ccc;stroke-width:.5}
            .took{fill:#1b7f3b22;stroke:#1b7f3b;stroke-width:.8}
            .doubt{fill:#d9870033;stroke:#b36b00;stroke-width:.8}
            .lost{fill:#c0182833;stroke:#c01828;stroke-width:.8}
            .path{fill:#00557f}
            text{font-family:'Noto Sans CJK JP','Noto Sans JP',sans-serif;fill:#222}
            """;

    private PagePicture() {}

    static String document(String title, String pages) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><style>body{font:14px/1.5 sans-serif;margin:2rem}svg{border:1px solid #bbb;max-width:100%;height:auto}"
                + "span{padding:.1em .6em;margin-right:.8em}</style></head><body><h1>" + escape(title) + "</h1>"
                + "<p class=legend><span style=\"background:#e3f4e8\">read</span>"
                + "<span style=\"background:#fdf0d5\">read, doubtful</span>"
                + "<span style=\"background:#f9d9dc\">not read</span></p>" + pages + "</body></html>\n";
    }

    static String of(Page page, List<Sheet> sheets) {
        List<Taken> taken = new ArrayList<>();
        sheets.forEach(s -> s.evidence().forEach((path, e) -> {
            if (e.page() == page.number()) {
                taken.add(new Taken(path, e, doubted(s, path)));
            }
        }));
        List<String> lost = sheets.stream()
                .flatMap(s -> s.issues().stream())
                .filter(i -> i.code() == Code.UNASSIGNED_TEXT && i.page() != null && i.page() == page.number())
                .flatMap(i -> Stream.of(i.text().split("\n")))
                .map(Printed::key)
                .toList();
        return page.size() == null ? lines(page, taken, lost) : drawing(page, taken, lost);
    }

    private record Taken(String path, Evidence evidence, boolean doubted) {
        String style() {
            return doubted ? "doubt" : "took";
        }

        String label() {
            return path + " = " + evidence.text() + (evidence.locator() == null ? "" : " (" + evidence.locator() + ")");
        }
    }

    private static boolean doubted(Sheet sheet, String path) {
        return sheet.issues().stream().anyMatch(i -> i.doubts(path));
    }

    private static String open(double width, double height) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\"><style>%s</style>",
                width,
                height,
                width * 1.4,
                STYLE);
    }

    private static String drawing(Page page, List<Taken> taken, List<String> lost) {
        StringBuilder svg =
                new StringBuilder(open(page.size().width(), page.size().height()));
        page.cells().stream().map(Cell::box).forEach(b -> svg.append(rectangle(b, "cell", null)));
        for (Line line : drawn(page)) {
            if (lost.contains(Printed.key(line.text()))) {
                svg.append(rectangle(line.box(), "lost", line.text()));
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
                    line.box().x(),
                    line.box().bottom() - line.box().height() * 0.15,
                    line.box().height(),
                    Math.max(1, line.box().width()),
                    escape(line.text())));
        }
        for (Taken t : taken) {
            List<Double> b = t.evidence.box();
            if (b != null) {
                svg.append(rectangle(new Box(b.get(0), b.get(1), b.get(2), b.get(3)), t.style(), t.label()));
            }
        }
        return svg.append("</svg>").toString();
    }

    /** The lines of a page; on a ruled page those of its cells, because a line of the drawing order may cross cells. */
    private static List<Line> drawn(Page page) {
        Stream<Line> lines = page.cells().isEmpty()
                ? page.blocks().stream().flatMap(b -> b.lines().stream())
                : Stream.concat(page.cells().stream().flatMap(c -> c.lines().stream()), page.outside().stream());
        return lines.filter(l -> l.box() != null).toList();
    }

    private static String rectangle(Box box, String style, String title) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">%s</rect>",
                style,
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                title == null ? "" : "<title>" + escape(title) + "</title>");
    }

    /** A page of text has no geometry: its lines are drawn one below the other, each with the paths of its values. */
    private static String lines(Page page, List<Taken> taken, List<String> lost) {
        Map<Integer, List<Taken>> byLine = taken.stream()
                .filter(t -> t.evidence.line() != null)
                .collect(Collectors.groupingBy(t -> t.evidence.line()));
        List<Line> lines =
                page.blocks().stream().flatMap(b -> b.lines().stream()).toList();
        StringBuilder svg = new StringBuilder(open(1000, 12.0 * lines.size() + 8));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<Taken> here = byLine.getOrDefault(line.number(), List.of());
            String style = here.stream().anyMatch(Taken::doubted)
                    ? "doubt"
                    : !here.isEmpty() ? "took" : lost.contains(Printed.key(line.text())) ? "lost" : "cell";
            String title = here.stream().map(Taken::label).collect(Collectors.joining("\n"));
            String paths = here.stream().map(Taken::path).collect(Collectors.joining(", "));
            svg.append(rectangle(new Box(40, 12.0 * i + 4, 950, 12), style, title.isEmpty() ? null : title));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"4\" y=\"%1$.1f\" font-size=\"7\">%2$d</text><text x=\"44\" y=\"%1$.1f\" font-size=\"8\">%3$s"
                            + "<tspan class=\"path\" dx=\"12\">%4$s</tspan></text>",
                    12.0 * i + 13,
                    line.number(),
                    escape(line.text()),
                    escape(paths)));
        }
        return svg.append("</svg>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
