package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;

/** Pages of a sheet on which nothing of the form was found. They are reported once for each page, not line by line. */
final class ForeignPages {

    private ForeignPages() {}

    /** The unassigned items without those on such pages; each page becomes an issue. */
    static List<Item> without(Board board, List<Item> nameless, Notes notes) {
        Set<Integer> known = board.items().stream()
                .filter(i -> i.use() != Item.Use.NONE)
                .map(Item::page)
                .collect(Collectors.toSet());
        List<Item> left = new ArrayList<>();
        int told = 0;
        for (Item item : nameless) {
            if (board.tabbed() || known.isEmpty() || known.contains(item.page())) {
                left.add(item);
            } else if (item.page() != told) {
                told = item.page();
                String message = "nothing on page " + told + " belongs to the form; if such pages are expected, "
                        + "list their phrases under «other-pages»";
                notes.doubt(Code.UNASSIGNED_TEXT, null, message, item);
            }
        }
        return left;
    }
}
