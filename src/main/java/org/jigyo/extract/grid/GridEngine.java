package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.engine.Slots;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.sheet.FieldPath;

/** Reads forms as cells. Stateless. */
public final class GridEngine {

    private GridEngine() {}

    /**
     * The sheets on pages that follow each other.
     *
     * @param layout one with a grid
     * @param pages at least one page; a sheet begins with the page, or in a text with the line, that prints the title
     * @return in the order of the pages; a sheet without a readable title has no facts and says so
     */
    public static List<Extraction> read(Layout layout, List<Page> pages) {
        Board board = Board.of(pages);
        List<Title> titles = Title.of(layout.grid().title(), board);
        if (titles.isEmpty()) {
            return List.of(untitled(layout, board));
        }
        if (!layout.grid().list().isEmpty()) {
            titles.forEach(t -> t.item().use(Item.Use.LABEL));
            return new ListReader(layout, board, titles.get(0)).read();
        }
        Map<String, List<String>> guards = new Fields(layout.codes()).guards(layout.grid());
        List<Extraction> sheets = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            double top = i == 0 ? Double.NEGATIVE_INFINITY : top(board, titles, i);
            double bottom = i + 1 < titles.size() ? top(board, titles, i + 1) : Double.POSITIVE_INFINITY;
            sheets.add(sheet(layout, guards, board.part(top, bottom), titles.get(i)));
        }
        return sheets;
    }

    /** The facts that a layout's grid speaks of, as globs. */
    public static List<FieldPath> declared(Layout layout) {
        Fields fields = new Fields(layout.codes());
        List<String> globs = new ArrayList<>();
        layout.grid().fields().forEach(f -> globs.addAll(fields.of(f, Map.of())));
        layout.grid().sections().forEach(s -> globs.addAll(fields.under(s)));
        return globs.stream().map(FieldPath::of).toList();
    }

    private static Extraction untitled(Layout layout, Board board) {
        Notes notes = new Notes(Map.of());
        String message = "the title «" + layout.grid().title() + "» is not printed with a fiscal year";
        notes.doubt(Code.VALUE_MISSING, "fiscalYear", message, null);
        return notes.extraction(
                Leftovers.of(Leftovers.nameless(layout, board.items())), board.firstPage(), board.lastPage());
    }

    /** A sheet begins with the page of its title, unless that page has a title above it: then with the title's line. */
    private static double top(Board board, List<Title> titles, int i) {
        Item title = titles.get(i).item();
        boolean first = titles.get(i - 1).item().page() != title.page();
        return !first || board.tabbed()
                ? title.box().y()
                : board.items().stream()
                        .filter(item -> item.page() == title.page())
                        .mapToDouble(item -> item.box().y())
                        .min()
                        .orElse(title.box().y());
    }

    private static Extraction sheet(Layout layout, Map<String, List<String>> guards, Board board, Title title) {
        Notes notes = new Notes(guards);
        title.state(notes);
        new SheetReader(layout, board, title.year(), notes).read(layout.grid());
        if (board.tabbed()) {
            Slots.of(notes.facts())
                    .unnamed()
                    .forEach(slot -> notes.doubt(
                            Code.SLOT_AMBIGUOUS,
                            "indicators/" + slot + "/*",
                            "something stands in a slot without a name",
                            null));
        }
        List<Item> nameless = Leftovers.nameless(layout, board.items());
        if (board.tabbed()) {
            nameless.forEach(notes::broken);
        } else {
            nameless.stream().filter(i -> !i.isCell()).forEach(notes::spilt);
        }
        return notes.extraction(Leftovers.of(nameless), board.firstPage(), board.lastPage());
    }
}
