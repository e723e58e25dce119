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

/** Reads the sheets of a file whose layout has a {@code sequence}. */
public final class SequenceReader {

    private SequenceReader() {}

    /**
     * The sheets that pages print which follow each other. A page that holds the form's first row begins a sheet; so does one
     * whose rows the sheet before it already has, whose own first page is then missing.
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

    /** A page that was read before its sheet's year was known, or as the sheet before it, is read again. */
    private static Extraction sheet(Layout layout, List<PageReading> pages, int year) {
        List<PageReading> own = pages.stream()
                .map(p -> p.year() == year ? p : PageReading.of(layout, p.page(), year))
                .toList();
        return SheetReading.of(layout, own, year);
    }

    /** A page goes on with a sheet when its first row lies below the sheet's last one. */
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

    /** The evaluated year that most of the labels with a year speak for, 0 when a page prints none. */
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
