package org.jigyo.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jigyo.extract.draw.SheetPages;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Sheet;

/**
 * Draws the sheets of one file while they are read, and keeps each drawing packed. Of a list it draws for each sheet the header and its own
 * rows. Of a long list it holds three parts: the first, with the header, and the last two, because the last row of a part is read with the
 * next.
 */
final class Drawings {

    private static final int PARTS = 3;

    private final boolean wanted;
    private final List<Page> parts = new ArrayList<>();
    private List<Page> pages = List.of();
    private List<Extraction> section = List.of();
    private boolean list;
    private int firstRow = Integer.MAX_VALUE;
    private final Set<Extraction.Leftover> droppedAbove = new HashSet<>();
    private List<byte[]> drawn = new ArrayList<>();

    /**
     * Drawings of a file.
     *
     * @param wanted false if nothing is drawn
     */
    Drawings(boolean wanted) {
        this.wanted = wanted;
    }

    /** The pages of all sections that were not read part by part. */
    void others(List<Sections.Section> sections) {
        parts.clear();
        firstRow = Integer.MAX_VALUE;
        pages = sections.stream().flatMap(one -> one.pages().stream()).toList();
    }

    /**
     * The next part of a list.
     *
     * @param part null after the last
     */
    void list(Page part) {
        if (part == null || !wanted) {
            return;
        }
        if (!parts.isEmpty() && parts.get(0).number() != part.number()) {
            parts.clear();
            droppedAbove.clear();
            firstRow = Integer.MAX_VALUE;
        }
        if (parts.size() == PARTS) {
            parts.remove(1);
        }
        parts.add(part);
        pages = parts;
    }

    /**
     * The readings of the next section or part, whose sheets are drawn next.
     *
     * @param own its pages; none for a part of a list
     */
    void section(Layout layout, List<Page> own, List<Extraction> readings) {
        if (!wanted) {
            return;
        }
        section = readings;
        list = layout.grid() != null && !layout.grid().list().isEmpty();
        firstRow = own.isEmpty() ? firstRow : Integer.MAX_VALUE;
        for (Extraction row : readings) {
            if (!Assembler.missingKey(layout.required(), row).isEmpty()) {
                // It becomes no sheet; its only evidence may be that of the title.
                continue;
            }
            firstRow = Math.min(firstRow, rows(row.evidence().values()).max().orElse(Integer.MAX_VALUE));
        }
        if (own.isEmpty()) {
            // Rows above the first that was read are drawn with the header, for the sheets of all parts.
            readings.stream()
                    .filter(row -> row.dropped() != null)
                    .flatMap(row -> row.dropped().stream())
                    .filter(one -> one.line().number() < firstRow)
                    .forEach(droppedAbove::add);
        } else {
            droppedAbove.clear();
        }
    }

    private static IntStream rows(Collection<Evidence> evidence) {
        return evidence.stream().map(Evidence::line).filter(Objects::nonNull).mapToInt(row -> row);
    }

    /** Draws the next sheet of the section. What the layout drops from any of them is not drawn. */
    void add(Sheet sheet) {
        if (!wanted) {
            return;
        }
        if (section.stream().anyMatch(one -> one.dropped() == null)) {
            drawn.add(null);
            return;
        }
        List<Extraction.Leftover> dropped = new ArrayList<>(droppedAbove);
        section.forEach(one -> dropped.addAll(one.dropped()));
        Set<Integer> own = new HashSet<>();
        rows(sheet.evidence().values()).forEach(own::add);
        IntPredicate rows = row -> !list || row < firstRow || own.contains(row);
        drawn.add(new SheetPages(pages, dropped, rows).drawing(sheet).packed());
    }

    /** The drawings since the last call. */
    List<byte[]> take() {
        List<byte[]> taken = drawn;
        drawn = new ArrayList<>();
        return taken;
    }
}
