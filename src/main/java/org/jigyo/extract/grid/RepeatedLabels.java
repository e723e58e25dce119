package org.jigyo.extract.grid;

import java.util.List;
import java.util.Optional;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;

/** Reads fields whose label is on several pages: a repeated page head, or a text that continues. */
final class RepeatedLabels {

    private final RightOfReader cells;
    private final Values values;
    private final Notes notes;

    RepeatedLabels(RightOfReader cells, Values values, Notes notes) {
        this.cells = cells;
        this.values = values;
        this.notes = notes;
    }

    /** Reads the value once: the value on all pages or, if the text continues, all of it in page order. */
    void read(GridField field, List<Item> labels, CellKind kind, PathTemplate path, Area area) {
        GridLocator locator = field.locator();
        List<Item> found = labels.stream()
                .map(l -> cells.next(l, locator, area.holds(l.box()) ? area : Area.EVERYWHERE))
                .flatMap(Optional::stream)
                .toList();
        String how = "beside " + labels.get(0).text();
        boolean alike = found.stream().map(Item::key).distinct().count() == 1;
        if (found.size() < labels.size() || !(alike || field.continued())) {
            String message = "the label is printed on " + labels.size() + " pages with different values";
            values.facts(kind, path)
                    .forEach(fact -> notes.doubt(Code.SLOT_AMBIGUOUS, fact.text(), message, labels.get(0)));
            return;
        }
        found.forEach(c -> c.use(Item.Use.VALUE));
        Item whole = alike ? found.get(0) : found.stream().reduce(Item::with).orElseThrow();
        values.read(List.of(whole), kind, path, how);
    }
}
