package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;

/** Collects pages of a file that are not read; consecutive pages with the same reason are reported once. */
final class UnreadPages {

    /** A range of pages, with the finding of the first. */
    private record Range(Finding first, int to) {
        boolean goesOn(Finding next) {
            return next.code() == first.code()
                    && next.severity() == first.severity()
                    && next.place().page() == to + 1;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /** Adds the next page that is not read, with the reason. */
    void add(Finding finding) {
        Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last.goesOn(finding)) {
            ranges.set(ranges.size() - 1, new Range(last.first, finding.place().page()));
        } else {
            ranges.add(new Range(finding, finding.place().page()));
        }
    }

    /** The finding for a page that a layout lists as belonging to no sheet. */
    static Finding excluded(String file, int page) {
        return Finding.info(
                Code.UNASSIGNED_TEXT,
                Place.of(file).onPage(page),
                "according to the layout, this page belongs to no sheet");
    }

    void tell(Consumer<Finding> findings) {
        ranges.forEach(r -> findings.accept(r.to == r.first.place().page() ? r.first : whole(r)));
    }

    private static Finding whole(Range range) {
        Finding first = range.first;
        String message = "pages " + first.place().page() + " to " + range.to + ": " + first.detail();
        return new Finding(first.severity(), first.code(), first.place(), message);
    }
}
