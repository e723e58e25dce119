package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;

/** Pages of a file that are not read: those that follow each other for the same reason are told once. */
final class UnreadPages {

    /** Pages from one to another, with what is told of the first. */
    private record Range(Finding first, int to) {
        boolean goesOn(Finding next) {
            return next.code() == first.code()
                    && next.severity() == first.severity()
                    && next.place().page() == to + 1;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /** Takes the next page that is not read, and why. */
    void add(Finding finding) {
        Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last.goesOn(finding)) {
            ranges.set(ranges.size() - 1, new Range(last.first, finding.place().page()));
        } else {
            ranges.add(new Range(finding, finding.place().page()));
        }
    }

    /** A page that a layout says belongs to no sheet. */
    static Finding excluded(String file, int page) {
        return Finding.info(
                Code.UNASSIGNED_TEXT,
                Place.of(file).onPage(page),
                "the layout says that this page belongs to no sheet");
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
