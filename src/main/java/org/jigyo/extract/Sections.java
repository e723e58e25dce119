package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.grid.GridEngine;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.sheet.Characters;
import org.jigyo.sheet.Issue;
import org.jigyo.source.SourceFile;

/**
 * Splits the pages of a file into sections: consecutive pages of one form. A table that lists projects is read while
 * its parts arrive, and not kept.
 */
final class Sections {

    /** Consecutive pages of one form. */
    record Section(Layout layout, List<Page> pages) {}

    /** Receives the rows of a list, part by part. */
    interface Rows {

        /**
         * The next rows.
         *
         * @param part the part of the table they were read from; null for none
         * @param doubts at the end of the list, doubts about its earlier rows; these rows have them
         */
        void read(Layout layout, Page part, List<Extraction> rows, List<Issue> doubts);
    }

    private final Forms forms;
    private final SourceFile file;
    private final Consumer<Finding> findings;
    private final Rows rows;
    private final List<Section> sections = new ArrayList<>();
    private GridEngine.Listing listing;
    private Layout listed;
    private final UnreadPages unread = new UnreadPages();
    private int last = -1;
    private boolean unknown;
    private boolean any;

    /**
     * Sections of a file.
     *
     * @param findings receives the pages that no layout matches
     * @param rows receives the result for the next rows of a list
     */
    Sections(Forms forms, SourceFile file, Consumer<Finding> findings, Rows rows) {
        this.forms = forms;
        this.file = file;
        this.findings = findings;
        this.rows = rows;
    }

    /** All sections except those that were read while they arrived. */
    List<Section> all() {
        return sections;
    }

    /** True if any page was recognised. */
    boolean any() {
        return any;
    }

    /** Adds the next page. */
    void add(Page page) {
        if (page.number() == last) {
            more(page);
            return;
        }
        last = page.number();
        List<Layout> layouts = forms.of(page);
        boolean excluded = layouts.isEmpty() && excluded(page);
        unknown = excluded
                || layouts.size() > 1
                || (layouts.isEmpty() && (!any || file.kind().book()));
        if (excluded) {
            unread.add(UnreadPages.excluded(file.name(), page.number()));
        } else if (unknown && file.kind().book()) {
            findings.accept(unread(page, layouts));
        } else if (unknown) {
            unread.add(unread(page, layouts));
        } else if (layouts.isEmpty()) {
            more(page);
        } else {
            any = true;
            begin(layouts.get(0));
            more(page);
        }
    }

    /** Passes on the last row of a list, and reports the text below it, which belongs to no sheet, and the columns it puts in doubt. */
    private void endList() {
        if (listing == null) {
            return;
        }
        List<Issue> doubts = listing.doubts();
        rows.read(listed, null, listing.end(), doubts);
        for (Issue doubt : doubts) {
            Place place = Place.of(file.name()).onPage(doubt.page());
            String message = "every row of the list is in doubt: " + doubt.message() + ": " + doubt.text();
            findings.accept(Finding.warning(doubt.code(), place.at(doubt.field().glob()), Characters.quoted(message)));
        }
        for (Extraction.Leftover left : listing.below()) {
            findings.accept(Finding.warning(
                    Code.UNASSIGNED_TEXT,
                    Place.of(file.name()).onPage(left.page()),
                    Characters.quoted("this text below the list belongs to no project: "
                            + left.line().text())));
        }
        listing = null;
    }

    /** Reports the pages that were not read. To be called after the last page. */
    void end() {
        endList();
        unread.tell(findings);
    }

    /**
     * True for a page that a layout of the file lists as belonging to no sheet; before the first sheet, any layout
     * counts.
     */
    private boolean excluded(Page page) {
        List<Layout> by = forms.excluding(page);
        return sections.isEmpty()
                ? !by.isEmpty()
                : by.contains(sections.get(sections.size() - 1).layout());
    }

    private void begin(Layout layout) {
        endList();
        boolean list = layout.grid() != null && !layout.grid().list().isEmpty();
        if (list && file.kind().table()) {
            listing = new GridEngine.Listing(layout, file.name());
            listed = layout;
            return;
        }
        boolean goesOn =
                !sections.isEmpty() && sections.get(sections.size() - 1).layout.equals(layout);
        // Each sheet of a workbook is a section of its own.
        if (!goesOn || file.kind().book()) {
            sections.add(new Section(layout, new ArrayList<>()));
        }
    }

    /** Adds a page to the section before it. */
    private void more(Page page) {
        if (unknown) {
            return;
        }
        if (listing != null) {
            rows.read(listed, page, listing.read(page), List.of());
        } else {
            Section section = sections.get(sections.size() - 1);
            section.pages.add(Spelling.of(section.layout, page));
        }
    }

    private Finding unread(Page page, List<Layout> layouts) {
        Place place = Place.of(file.name()).onPage(page.number());
        if (!layouts.isEmpty()) {
            String ids = String.join(", ", layouts.stream().map(Layout::id).toList());
            return Finding.error(Code.LAYOUT_AMBIGUOUS, place, "more than one layout applies: " + ids);
        }
        String nearest = forms.nearest(page)
                .map(f -> "; the nearest is " + f.layout().id()
                        + quoted(", for which this phrase is missing: ", f.missing())
                        + quoted(", which excludes this printed phrase: ", f.forbidden()))
                .orElse("");
        String sheet = file.kind().book() ? " of the sheet " + page.name() : "";
        return Finding.error(Code.LAYOUT_UNKNOWN, place, "no layout matches this form" + sheet + nearest);
    }

    private static String quoted(String words, List<String> phrases) {
        return phrases.isEmpty() ? "" : words + "«" + String.join("», «", phrases) + "»";
    }
}
