package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Sequence;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Printed;

/** Reads the sheets of a file with a layout that has a {@code sequence}. */
public final class SequenceReader {

    private SequenceReader() {}

    /**
     * The sheets on consecutive pages. A page with the form's first row begins a sheet. So does a page whose rows the
     * sheet before it already has; its own first page is then missing.
     */
    public static List<Extraction> read(Layout layout, List<Page> pages) {
        List<Extraction> sheets = new ArrayList<>();
        List<PageReading> open = new ArrayList<>();
        int own = 0;
        int last = 0;
        for (Page page : pages) {
            int printed = year(layout.sequence(), page);
            last = printed > 0 ? printed : last;
            PageReading candidate = PageReading.of(layout, page, last);
            if (!open.isEmpty() && begins(layout.sequence(), open, candidate)) {
                sheets.add(sheet(layout, open, own));
                open.clear();
                own = 0;
            }
            own = own > 0 ? own : printed;
            open.add(candidate);
        }
        if (!open.isEmpty()) {
            sheets.add(sheet(layout, open, own));
        }
        return sheets;
    }

    /** Pages that were read before the sheet's year was known, or with the year of the sheet before, are read again. */
    private static Extraction sheet(Layout layout, List<PageReading> pages, int year) {
        List<PageReading> own = pages.stream()
                .map(p -> p.year() == year ? p : PageReading.of(layout, p.page(), year))
                .toList();
        return SheetReading.of(layout, own, year);
    }

    /** True unless the page's first row is below the last row of the open sheet, so that it continues that sheet. */
    private static boolean begins(Sequence sequence, List<PageReading> open, PageReading page) {
        if (page.rows().isEmpty()) {
            return false;
        }
        int last = open.stream()
                .flatMap(p -> p.rows().stream())
                .mapToInt(sequence.rows()::indexOf)
                .max()
                .orElse(-1);
        return sequence.rows().indexOf(page.rows().get(0)) <= last;
    }

    /** The evaluated year that most of the labels with a year imply; 0 if a page prints none. */
    private static int year(Sequence sequence, Page page) {
        String key = Printed.key(page.blocks().stream().map(TextBlock::text).collect(Collectors.joining()));
        Map<Integer, Long> votes = Element.years(sequence, key).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
