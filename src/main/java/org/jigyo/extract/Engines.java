package org.jigyo.extract;

import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.grid.GridEngine;
import org.jigyo.extract.script.ScriptReader;
import org.jigyo.extract.sequence.SequenceReader;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;

/** Runs the engine whose section the layout has: drawing order first, then the cells. */
final class Engines {

    private static final String YEAR = "fiscalYear";

    private Engines() {}

    /**
     * The sheets on consecutive pages.
     *
     * @param file name of the file
     * @throws IllegalStateException if the layout has no script, sequence or grid
     */
    static List<Extraction> read(Layout layout, String file, List<Page> pages) {
        if (layout.sequence() != null) {
            return joined(layout, file, SequenceReader.read(layout, pages), pages);
        }
        if (layout.script() != null) {
            return joined(layout, file, ScriptReader.read(layout, pages), pages);
        }
        if (layout.grid() == null) {
            throw new IllegalStateException("layout " + layout.id() + " has no script, no sequence and no grid");
        }
        return GridEngine.read(layout, file, pages);
    }

    /**
     * Combines sheets read in drawing order with a reading of the cells: on ruled pages the layout's grid, if it has
     * one, decides what the drawing order leaves open.
     */
    private static List<Extraction> joined(Layout layout, String file, List<Extraction> sheets, List<Page> pages) {
        return LostPages.told(
                layout.required(),
                layout.grid() == null
                        ? sheets
                        : sheets.stream()
                                .map(s -> decided(layout, file, s, pages))
                                .toList());
    }

    private static Extraction decided(Layout layout, String file, Extraction sheet, List<Page> pages) {
        List<Page> own = pages.stream()
                .filter(p -> p.number() >= sheet.firstPage() && p.number() <= sheet.lastPage())
                .toList();
        boolean ruled =
                own.stream().allMatch(p -> p.size() != null && !p.cells().isEmpty());
        List<Extraction> cells = ruled ? GridEngine.read(layout, file, own) : List.of();
        // Without its title the grid knows no year and finds no column.
        boolean same = cells.size() == 1
                && cells.get(0).facts().containsKey(YEAR)
                && cells.get(0).facts().get(YEAR).equals(sheet.facts().get(YEAR));
        return same ? SecondReading.of(sheet, cells.get(0), GridEngine.declared(layout)) : uncertain(layout, sheet);
    }

    /** A sheet whose cells were not read: where the texts are that the layout drops is unknown. */
    private static Extraction uncertain(Layout layout, Extraction sheet) {
        return layout.grid().dropped().isEmpty() ? sheet : sheet.dropping(null);
    }
}
