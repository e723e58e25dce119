package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.engine.Slots;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Layout;
import org.jigyo.page.Box;
import org.jigyo.sheet.Printed;

/** Reads one row of a list. */
final class ListRow {

    private static final Set<GridType> ONE_ROW = Set.of(GridType.NUMBER, GridType.PERCENT, GridType.MEASURE);

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,8}");

    private final Layout layout;
    private final Leftovers leftovers;
    private final Board board;
    private final ListHeader header;
    private final boolean first;
    private final Notes notes = new Notes(Map.of());
    private final Map<Item, Item> above;
    private final Values values;
    private final RowShape shape;
    private int high = 1;

    /**
     * A row of a list.
     *
     * @param above label of a column → the last cell of it that says something, which this row changes
     */
    ListRow(
            Layout layout,
            Leftovers leftovers,
            Board board,
            Notes years,
            ListHeader header,
            Map<Item, Item> above,
            boolean first) {
        this.above = above;
        this.layout = layout;
        this.leftovers = leftovers;
        this.board = board;
        this.header = header;
        this.first = first;
        values = new Values(notes, layout);
        shape = new RowShape(header, values);
        notes.include(years);
    }

    /** A row without a header above it: nothing in it can be read. */
    static Extraction headless(Leftovers leftovers, Notes years, List<Item> row) {
        Notes notes = new Notes(Map.of());
        notes.include(years);
        int page = row.get(0).page();
        return notes.extraction(Leftovers.of(leftovers.nameless(row)), page, page);
    }

    /**
     * Reads the row.
     *
     * @param cells the cells of the row, including those that extend into it from above
     * @param own the cells that begin in the row
     * @param around all items between this row and the next; the unassigned ones belong to this row
     */
    Extraction read(List<Item> cells, List<Item> own, List<Item> around) {
        Map<Item, List<Item>> under = under(cells);
        drop(under);
        header.doubts().forEach(notes::add);
        // By identity, because the boxes of a row are asked for each of its cells.
        Set<Box> places = Collections.newSetFromMap(new IdentityHashMap<>());
        own.forEach(c -> places.add(c.box()));
        high = header.identifying().stream()
                .flatMap(h -> under.getOrDefault(h, List.of()).stream())
                .filter(c -> c.cell() != null && places.contains(c.box()))
                .mapToInt(c -> c.cell().rows())
                .min()
                .orElse(1);
        for (ListColumn place : header.columns()) {
            int before = notes.doubted();
            List<Item> read = column(place, under, places);
            if (notes.doubted() > before
                    || read.stream().anyMatch(c -> c.lines().size() > 1)) {
                shape.unsure(place);
            }
        }
        years(under);
        Slots.of(notes.facts())
                .unnamed()
                .forEach(slot -> notes.doubt(
                        Code.SLOT_AMBIGUOUS,
                        "indicators/" + slot + "/*",
                        "there is a value in a slot without a name",
                        null));
        int counted = board.tabbed() ? layout.grid().columns().size() : 0;
        String moved = shape.moved(own, cells, under, counted);
        if (moved != null) {
            header.columns()
                    .forEach(p -> notes.doubt(Code.SLOT_AMBIGUOUS, p.path().text(), moved, null));
        }
        List<Item> nameless = leftovers.nameless(around);
        if (board.tabbed()) {
            nameless.forEach(notes::broken);
        }
        int page = own.get(0).page();
        return notes.extraction(Leftovers.of(nameless), page, page).dropping(Leftovers.dropped(cells));
    }

    private Map<Item, List<Item>> under(List<Item> cells) {
        Map<Item, List<Item>> under = new HashMap<>(2 * cells.size());
        cells.forEach(c -> header.over(c)
                .forEach(h -> under.computeIfAbsent(h, k -> new ArrayList<>(1)).add(meant(c, h))));
        return under;
    }

    /** The cell, or with the text of the one above if it prints a sign for that: 〃. */
    private Item meant(Item cell, Item label) {
        if (Printed.ditto(cell.key()) && above.containsKey(label)) {
            cell.use(Item.Use.VALUE);
            return cell.as(above.get(label).text());
        }
        above.put(label, cell);
        return cell;
    }

    private void drop(Map<Item, List<Item>> under) {
        header.unread().forEach(h -> under.getOrDefault(h, List.of()).forEach(c -> c.use(Item.Use.DROPPED)));
        if (first && !header.dropped().isEmpty()) {
            String labels = String.join(", ", header.dropped());
            notes.mention(Code.COLUMN_DROPPED, null, "dropped by the layout: the columns " + labels, null);
        }
    }

    /**
     * Reads the cells of a column, and returns them.
     *
     * @param own where the cells are that begin in the row
     */
    private List<Item> column(ListColumn place, Map<Item, List<Item>> under, Set<Box> own) {
        GridColumn column = place.column();
        int year = place.yearIn() == null ? 0 : year(under, place).orElse(0);
        PathTemplate path = place.path(year);
        List<Item> headers = place.headers();
        List<List<Item>> parts = headers.size() == 1
                ? List.of(under.getOrDefault(headers.get(0), List.of()))
                : headers.stream().map(h -> under.getOrDefault(h, List.of())).toList();
        List<Item> all = parts.size() == 1
                ? parts.get(0)
                : parts.stream().flatMap(List::stream).toList();
        if (place.yearIn() != null && year == 0 && all.stream().anyMatch(c -> !c.blank())) {
            all.forEach(c -> c.use(Item.Use.VALUE));
            notes.doubt(Code.VALUE_MISSING, path.text(), "no year is printed to its left", all.get(0));
            return all;
        }
        if (place.headers().size() > 1) {
            joined(parts, place);
        } else {
            values.read(all, place.kind(), path, place.how());
        }
        for (Item cell : all) {
            if (!cell.blank() && ONE_ROW.contains(place.kind().type()) && !alone(cell, own)) {
                notes.doubt(Code.SLOT_AMBIGUOUS, doubted(place, path), "the cell spans several rows", all.get(0));
            }
            if (!cell.blank() && header.over(cell).size() > 1) {
                notes.doubt(Code.SLOT_AMBIGUOUS, doubted(place, path), "the cell spans several columns", cell);
            }
        }
        if (column.estimate()) {
            notes.estimate(path.text());
        }
        return all;
    }

    private static String doubted(ListColumn place, PathTemplate path) {
        return place.column().parts().isEmpty() ? path.text() : place.path().text();
    }

    /** True for a cell that begins in the row and is no higher than the cells that say which project it is. */
    private boolean alone(Item cell, Set<Box> own) {
        return (cell.cell() == null || cell.cell().rows() <= high) && own.contains(cell.box());
    }

    /** Reads parts that together form one value: either all of them are filled, or none. */
    private void joined(List<List<Item>> parts, ListColumn place) {
        List<Item> filled = new ArrayList<>();
        parts.forEach(p -> p.stream().filter(c -> !c.blank()).forEach(filled::add));
        if (filled.isEmpty()) {
            return;
        }
        filled.forEach(c -> c.use(Item.Use.VALUE));
        boolean codes = filled.stream().allMatch(c -> CODE.matcher(c.key()).matches());
        if (filled.stream().distinct().count() != parts.size() || !codes) {
            String message = "codes are expected in " + parts.size() + " columns, and all of them must be filled";
            notes.doubt(Code.VALUE_UNREADABLE, place.path().text(), message, filled.get(0));
            return;
        }
        if (place.column().joint().isEmpty() && !header.sameLengths(place, filled)) {
            String message = "its parts have other lengths than in the rows above; nothing stands between them";
            notes.doubt(Code.SLOT_AMBIGUOUS, place.path().text(), message, filled.get(0));
        }
        String text = filled.stream()
                .map(c -> c.text().strip())
                .collect(Collectors.joining(place.column().joint()));
        Item whole = filled.get(0).as(text);
        PathTemplate path = place.path(0);
        if (path.has("code")) {
            notes.state(path.with("code", text).text(), true, whole, place.how());
        } else {
            values.read(List.of(whole), place.kind(), path, place.how());
        }
    }

    /** The year that the row prints left of a column; one without an era has to be among those that the column is for. */
    private OptionalInt year(Map<Item, List<Item>> under, ListColumn place) {
        List<Item> cells = under.getOrDefault(place.yearIn(), List.of()).stream()
                .filter(c -> !c.blank())
                .toList();
        if (cells.size() != 1) {
            return OptionalInt.empty();
        }
        cells.get(0).use(Item.Use.LABEL);
        String key = cells.get(0).key();
        String printed = key.matches("\\d{1,4}") ? key + "年" : key;
        OptionalInt whole = Printed.year(printed);
        OptionalInt bare = Printed.year(printed, layout.grid().era());
        boolean asked = bare.isPresent() && place.column().years().contains(bare.getAsInt() - evaluated());
        return whole.isPresent() || asked ? bare : OptionalInt.empty();
    }

    private int evaluated() {
        return notes.facts().get("fiscalYear") instanceof BigDecimal year ? year.intValue() : 0;
    }

    /** Doubts the years for which a column must be printed and this row has none. */
    private void years(Map<Item, List<Item>> under) {
        for (GridColumn column : layout.grid().list()) {
            if (column.yearIn() == null) {
                continue;
            }
            List<Integer> stated = header.columns().stream()
                    .filter(p -> p.column().equals(column))
                    .map(p -> year(under, p).orElse(0))
                    .toList();
            for (int offset : column.years()) {
                int asked = evaluated() + offset;
                PathTemplate path = PathTemplate.of(column.is(), Map.of()).with("year", asked);
                long n = stated.stream().filter(y -> y == asked).count();
                if (n != 1) {
                    String message = "the year " + asked + " is printed " + n + " times in this row";
                    notes.doubt(n == 0 ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS, path.text(), message, null);
                }
            }
        }
    }
}
