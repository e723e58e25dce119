package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;

/** What nothing took: neither label nor value, not ignored by name, and more than a dash. */
final class Leftovers {

    private Leftovers() {}

    /** The lines of items that nothing took. */
    static List<Extraction.Leftover> of(List<Item> nameless) {
        return nameless.stream()
                .flatMap(i -> i.lines().stream().map(l -> new Extraction.Leftover(i.page(), l)))
                .toList();
    }

    /** The items that nothing took. */
    static List<Item> nameless(Layout layout, List<Item> items) {
        return unknown(
                layout, items.stream().filter(i -> i.use() == Item.Use.NONE).toList());
    }

    /** The items that print more than a dash and nothing that the layout ignores. */
    static List<Item> unknown(Layout layout, Collection<Item> items) {
        List<Phrase> ignored = layout.ignore().stream()
                .flatMap(i -> Phrase.of(new Label(List.of(i)), layout.grid().era()).stream())
                .toList();
        List<Item> leftover = new ArrayList<>();
        for (Item item : items) {
            boolean named = item.blank() || ignored.stream().anyMatch(p -> p.matches(item.key(), 0));
            if (!named) {
                leftover.add(item);
            }
        }
        return leftover;
    }
}
