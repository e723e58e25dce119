package org.jigyo.page.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads HTML pages. Each table is a page, and the text above it becomes lines outside its cells. A table nested in a
 * cell is part of the cell's text. Hidden elements and navigation are not read.
 */
final class HtmlReader implements PageReader {

    private static final int SAMPLE = 4096;
    private static final int MOST_SPAN = 1000;
    private final Limits limits;

    HtmlReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Attempt.at(file, findings, () -> {
            Walk walk = new Walk(pages, file, findings);
            walk.children(document(file, findings).body());
            walk.end();
            if (walk.number == 0) {
                findings.accept(
                        Finding.error(Finding.Code.FILE_EMPTY, Place.of(file.name()), "the HTML page has no table"));
            }
        });
    }

    /** Decodes the page with the charset it declares, or else with one that fits. */
    private static Document document(SourceFile file, Consumer<Finding> findings) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = in.readNBytes(SAMPLE);
        }
        String start = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String charset = null;
        if (!start.matches("(?s).*<meta[^>]*charset.*")) {
            charset = Attempt.encoding(file, findings).charset().name();
        } else if (start.matches("(?s).*charset=[\"']?(?:shift[_-]jis|sjis|x-sjis).*")) {
            // Browsers read a declared Shift_JIS as Windows-31J, with ①, Ⅰ and 髙.
            charset = "windows-31j";
        }
        return Jsoup.parse(file.path().toFile(), charset);
    }

    /** One traversal of a page. */
    private final class Walk {
        private final Deadline deadline = new Deadline(limits.time());
        private final Consumer<Page> pages;
        private final SourceFile file;
        private final Consumer<Finding> findings;
        private final StringBuilder text = new StringBuilder();
        private final List<String> above = new ArrayList<>();
        private int number;

        private Walk(Consumer<Page> pages, SourceFile file, Consumer<Finding> findings) {
            this.pages = pages;
            this.file = file;
            this.findings = findings;
        }

        private void children(Element element) throws LimitReached {
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element child && HtmlText.read(child)) {
                    if (child.normalName().equals("table")) {
                        line();
                        table(child);
                    } else {
                        boolean breaks = HtmlText.breaks(child);
                        if (breaks) {
                            line();
                        }
                        children(child);
                        if (breaks) {
                            line();
                        }
                    }
                }
            }
        }

        private void line() {
            if (!text.toString().isBlank()) {
                above.add(text.toString().strip());
            }
            text.setLength(0);
        }

        /** Text below the last table belongs to no table and becomes a page of its own. */
        private void end() throws LimitReached {
            line();
            if (number > 0 && !above.isEmpty()) {
                TableRows rows = new TableRows(number, "table " + number, limits, List.of(), pages);
                for (String line : above) {
                    rows.outside(line);
                }
                rows.end();
            }
        }

        private void table(Element table) throws LimitReached {
            deadline.check();
            number++;
            List<Element> trs = table.select("tr").stream()
                    .filter(tr -> Objects.equals(tr.closest("table"), table) && HtmlText.read(tr))
                    .toList();
            List<TableRows.Merge> merges = new ArrayList<>();
            caption(table);
            tellHidden(table);
            Map<Integer, Map<Integer, Unread>> unread = new HashMap<>();
            List<String[]> texts = grid(trs, above.size(), merges, unread);
            TableRows rows = new TableRows(number, "table " + number, limits, merges, pages);
            for (String line : above) {
                rows.outside(line);
            }
            above.clear();
            for (int r = 0; r < texts.size(); r++) {
                deadline.check();
                rows.row(
                        r,
                        IntStream.range(0, texts.get(r).length).toArray(),
                        texts.get(r),
                        unread.getOrDefault(r, Map.of()));
            }
            rows.end();
        }

        private void tellHidden(Element table) {
            List<Element> hidden = table.getAllElements().stream()
                    .filter(e -> HtmlText.hidden(e) && e.hasText())
                    .toList();
            if (!hidden.isEmpty()) {
                String words = hidden.size() + (hidden.size() == 1 ? " hidden part («" : " hidden parts («")
                        + hidden.get(0).text() + "»" + (hidden.size() > 1 ? ", …)" : ")");
                XlsxReader.hidden(file, "not read in table " + number + ": " + words, findings);
            }
        }

        private void caption(Element table) {
            for (Element child : table.children()) {
                if (child.normalName().equals("caption") && child.hasText()) {
                    above.add(child.text());
                }
            }
        }
    }

    /** The texts of a table by row and column, what is unread in its cells, and as merges the cells that span several. */
    private List<String[]> grid(
            List<Element> trs, int before, List<TableRows.Merge> merges, Map<Integer, Map<Integer, Unread>> unread)
            throws LimitReached {
        List<List<String>> grid = new ArrayList<>();
        for (int r = 0; r < trs.size(); r++) {
            int column = 0;
            for (Element cell : trs.get(r).children()) {
                if (!Set.of("td", "th").contains(cell.normalName()) || !HtmlText.read(cell)) {
                    continue;
                }
                while (filled(grid, r, column)) {
                    column++;
                }
                int across = span(cell.attr("colspan"), MOST_SPAN);
                int down = span(cell.attr("rowspan"), trs.size() - r);
                CellRuns.Seen seen = HtmlText.of(cell);
                fill(grid, r, column, down, across, seen.text());
                if (seen.unread() != null) {
                    unread.computeIfAbsent(r, k -> new HashMap<>()).put(column, seen.unread());
                }
                if (across > 1 || down > 1) {
                    merges.add(new TableRows.Merge(before + r, column, down, across));
                }
                column += across;
            }
            if (grid.size() <= r) {
                grid.add(new ArrayList<>());
            }
            if ((long) grid.get(r).size() * trs.size() > limits.squares()) {
                throw new LimitReached(
                        "a table has more than " + limits.squares() + " cells (raise the limit with --max-cells)");
            }
        }
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        return grid.stream().map(row -> row.toArray(new String[width])).toList();
    }

    private static boolean filled(List<List<String>> grid, int row, int column) {
        return row < grid.size()
                && column < grid.get(row).size()
                && grid.get(row).get(column) != null;
    }

    private static void fill(List<List<String>> grid, int row, int column, int down, int across, String words) {
        for (int r = row; r < row + down; r++) {
            while (grid.size() <= r) {
                grid.add(new ArrayList<>());
            }
            List<String> line = grid.get(r);
            for (int c = column; c < column + across; c++) {
                while (line.size() <= c) {
                    line.add(null);
                }
                line.set(c, r == row && c == column ? words : "");
            }
        }
    }

    private static int span(String printed, int most) {
        int n = printed.matches("\\d{1,5}") ? Integer.parseInt(printed) : 1;
        // Zero means: down to the end of the table.
        return n == 0 ? most : Math.max(1, Math.min(n, most));
    }
}
