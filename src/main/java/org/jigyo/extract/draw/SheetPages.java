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
                .map(page -> drawn(sheet, page, taken.getOrDefault(page.number(), new TreeMap<>())))
                .toList());
    }

    private static DrawnPage drawn(Sheet sheet, SeenPage page, SortedMap<String, List<Frame>> taken) {
        List<DrawnPage.Words> words = new ArrayList<>();
        page.pieces().forEach(piece -> words.addAll(piece.words()));
        return new DrawnPage(
                page.number(),
                page.width(),
                page.height(),
                Rules.around(page.ruled()),
                words,
                taken,
                unread(sheet, page, taken.values()));
    }

    /** The places of the text that the sheet's issues name as unassigned; the same text may have been read elsewhere. */
    private static List<Frame> unread(Sheet sheet, SeenPage page, Collection<List<Frame>> taken) {
        Set<String> lost = sheet.issues().stream()
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
