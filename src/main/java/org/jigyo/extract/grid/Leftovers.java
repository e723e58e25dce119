package org.jigyo.extract.grid;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /** True for an item that prints more than a dash and is not ignored by the layout. */
    boolean unknown(Item item) {
        return !item.blank() && ignored.stream().noneMatch(p -> p.matches(item.key(), 0));
    }
}
