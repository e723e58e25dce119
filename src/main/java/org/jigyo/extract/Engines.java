package org.jigyo.extract;

import java.util.List;
import org.jigyo.extract.grid.GridEngine;
import org.jigyo.extract.script.ScriptReader;
import org.jigyo.extract.sequence.SequenceReader;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;

/** Which engine reads a layout: the one whose section it has. */
final class Engines {

    private Engines() {}

    /**
     * The sheets of pages that follow each other.
     *
     * @throws IllegalStateException for a layout that has neither section
     */
    static List<Extraction> read(Layout layout, List<Page> pages) {
        if (layout.grid() != null) {
            return GridEngine.read(layout, pages);
        }
        if (layout.sequence() != null) {
            return SequenceReader.read(layout, pages);
        }
        if (layout.script() == null) {
            throw new IllegalStateException("layout " + layout.id() + " has no script, no sequence and no grid");
        }
        return ScriptReader.read(layout, pages);
    }
}
