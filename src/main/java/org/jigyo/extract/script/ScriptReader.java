package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;

/** Reads pages with a layout's script. */
public final class ScriptReader {

    private ScriptReader() {}

    /**
     * The sheets on consecutive pages, in their order.
     *
     * @param layout a layout with a script
     * @param pages pages with their blocks in drawing order
     */
    public static List<Extraction> read(Layout layout, List<Page> pages) {
        List<Extraction> read = new ArrayList<>();
        new Sheets(layout, sheet -> read.add(new SheetFacts(layout, sheet).extraction())).read(Drawn.of(pages));
        return read;
    }
}
