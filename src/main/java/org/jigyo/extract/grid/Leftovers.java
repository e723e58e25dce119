package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.page.Line;

/** Finds unassigned items: neither label nor value, not ignored by the layout, and more than a dash. */
final class Leftovers {

    private final List<Phrase> ignored;

    /** The rules of a layout about what to ignore. */
    Leftovers(Layout layout) {
        ignored = layout.ignore().stream()
                .flatMap(i -> Phrase.of(new Label(List.of(i)), layout.grid().era()).stream())
                .toList();
    }

    /** The texts of unassigned items: that of a cell as a whole, of a text file line by line. */
    static List<Extraction.Leftover> of(List<Item> nameless) {
        return nameless.stream()
                .flatMap(i -> whole(i).map(l -> new Extraction.Leftover(i.page(), l)))
                .toList();
    }

    private static Stream<Line> whole(Item item) {
        Line first = item.lines().get(0);
        return first.number() > 0 ? item.lines().stream() : Stream.of(new Line(0, first.box(), item.text()));
    }

    /** The places of the lines that the layout drops, without their text. */
    static List<Extraction.Leftover> dropped(Collection<Item> items) {
        return items.stream()
                .filter(i -> i.use() == Item.Use.DROPPED)
                .flatMap(i -> i.lines().stream().map(l -> new Extraction.Leftover(i.page(), l.with(""))))
                .toList();
    }

    /** The unassigned items. */
    List<Item> nameless(Collection<Item> items) {
        return items.stream()
                .filter(i -> i.use() == Item.Use.NONE && unknown(i))
                .toList();
    }

    /** The unassigned items of a sheet. A page on which nothing of the form was found is not listed but becomes one issue. */
    List<Item> nameless(Board board, Notes notes) {
        Set<Integer> known = board.items().stream()
                .filter(i -> i.use() != Item.Use.NONE)
                .map(Item::page)
                .collect(Collectors.toSet());
        List<Item> left = new ArrayList<>();
        int told = 0;
        for (Item item : nameless(board.items())) {
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

    /** True for an item that prints more than a dash and is not ignored by the layout. */
    boolean unknown(Item item) {
        return !item.blank() && ignored.stream().noneMatch(p -> p.matches(item.key(), 0));
    }
}
