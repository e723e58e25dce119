package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.page.Page;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * The pages that sheets were read from, and what must not be drawn of them.
 *
 * @param pages pages, or parts of a long table, in the order of the file
 * @param dropped places of the text that the layout drops by its label
 * @param rows which lines of a text, or rows of a table, are drawn for a sheet; 1-based
 */
public record SheetPages(List<Page> pages, Collection<Extraction.Leftover> dropped, IntPredicate rows) {

    /**
     * The drawing of a sheet: its own pages, and others that its facts were read from.
     *
     * @param sheet as read, with evidence
     */
    public SheetDrawing drawing(Sheet sheet) {
        Set<Integer> numbers = new TreeSet<>();
        sheet.evidence().values().forEach(e -> numbers.add(e.page()));
        List<Integer> own = sheet.source().pages();
        Map<Integer, List<Page>> parts = pages.stream()
                .filter(page -> numbers.contains(page.number())
                        || (page.number() >= own.get(0) && page.number() <= own.get(own.size() - 1)))
                .collect(Collectors.groupingBy(Page::number, TreeMap::new, Collectors.toList()));
        Set<Extraction.Leftover> without = new HashSet<>(dropped);
        SortedMap<Integer, SeenPage> seen = new TreeMap<>();
        parts.forEach((number, all) -> seen.put(
                number,
                SeenPage.of(all, line -> !without.contains(new Extraction.Leftover(number, line.with(""))), rows)));
        Map<Integer, SortedMap<String, List<Frame>>> taken = new TreeMap<>();
        for (Map.Entry<String, Evidence> fact : sheet.evidence().entrySet()) {
            PlacesOfFacts.of(seen, fact.getValue())
                    .forEach((page, frames) ->
                            taken.computeIfAbsent(page, k -> new TreeMap<>()).put(fact.getKey(), frames));
        }
        return new SheetDrawing(seen.values().stream()
                .map(page -> drawn(List.of(sheet), page, taken.getOrDefault(page.number(), new TreeMap<>())))
                .toList());
    }

    /**
     * A page with all that was read there, whatever it is read as.
     *
     * @param sheets the sheets of its file, with evidence; the places of their facts are named {@link #key}
     */
    public static DrawnPage page(Page page, List<Sheet> sheets) {
        SortedMap<Integer, SeenPage> seen =
                new TreeMap<>(Map.of(page.number(), SeenPage.of(List.of(page), line -> true, row -> true)));
        SortedMap<String, List<Frame>> taken = new TreeMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            for (Map.Entry<String, Evidence> fact : sheets.get(i).evidence().entrySet()) {
                List<Frame> places = PlacesOfFacts.of(seen, fact.getValue()).get(page.number());
                if (places != null) {
                    taken.put(key(i, fact.getKey()), places);
                }
            }
        }
        SeenPage only = seen.get(page.number());
        return drawn(sheets, only, taken);
    }

    /** The name under which {@link #page} keeps the places of a fact of a sheet, given its index. */
    public static String key(int sheet, String path) {
        return sheet + " " + path;
    }

    private static DrawnPage drawn(List<Sheet> sheets, SeenPage page, SortedMap<String, List<Frame>> taken) {
        List<DrawnPage.Words> words = new ArrayList<>();
        page.pieces().forEach(piece -> words.addAll(piece.words()));
        return new DrawnPage(
                page.number(),
                page.width(),
                page.height(),
                Rules.around(page.ruled()),
                words,
                taken,
                unread(sheets, page, taken.values()));
    }

    /** The places of the text that the sheet's issues name as unassigned; the same text may have been read elsewhere. */
    private static List<Frame> unread(List<Sheet> sheets, SeenPage page, Collection<List<Frame>> taken) {
        Set<String> lost = sheets.stream()
                .flatMap(sheet -> sheet.issues().stream())
                .filter(issue -> issue.code() == Code.UNASSIGNED_TEXT
                        && issue.text() != null
                        && issue.page() != null
                        && issue.page() == page.number())
                .flatMap(issue -> Stream.concat(
                        Stream.of(issue.text()), Stream.of(issue.text().split("\n"))))
                .map(Printed::key)
                .collect(Collectors.toSet());
        return page.pieces().stream()
                .filter(piece -> lost.contains(Printed.key(piece.text())))
                .map(Piece::frame)
                .filter(frame -> taken.stream().noneMatch(fact -> fact.contains(frame)))
                .toList();
    }
}
