package org.jigyo.extract.grid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridSection;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;

/** Reads the fields of one sheet, section by section. Holds the state of that sheet. */
final class SheetReader {

    private final Leftovers leftovers;
    private final Board board;
    private final int year;
    private final Notes notes;
    private final PrintedLabels labels;
    private final Fields fields;
    private final Headings headings;
    private final Columns columns;
    private final RightOfReader rightOf;
    private final TableReader table;
    private final SlotReader slots;
    private final MarkReader marks;
    private final Values values;
    private final RepeatedLabels repeated;
    private final MoneyUnits moneyUnits;
    private final LineReader lines;

    SheetReader(Layout layout, Leftovers leftovers, Board board, int year, Notes notes) {
        this.leftovers = leftovers;
        this.board = board;
        this.year = year;
        this.notes = notes;
        labels = new PrintedLabels(board, year, layout.grid().era(), notes);
        fields = new Fields(layout.codes());
        headings = new Headings(board, labels, notes, fields);
        values = new Values(notes, layout);
        moneyUnits = new MoneyUnits(board);
        lines = new LineReader(board, year, values, notes);
        rightOf = new RightOfReader(board, values, notes);
        repeated = new RepeatedLabels(rightOf, values, notes);
        columns = new Columns(board, labels, notes, leftovers, year);
        table = new TableReader(board, labels, columns, values, notes);
        slots = new SlotReader(board, labels, columns, values, notes);
        marks = new MarkReader(board, layout, notes);
    }

    /** Reads everything that the grid declares. */
    void read(Grid grid) {
        Level top = level(grid.fields(), grid.sections(), Area.EVERYWHERE, Map.of());
        // Labels first: a label to the right of a label is not a value.
        mark(top);
        List<Item> dropped = grid.dropped().stream()
                .flatMap(label -> labels.all(label, Area.EVERYWHERE).stream())
                .toList();
        dropped.forEach(item -> item.use(Item.Use.DROPPED));
        dropped.forEach(this::dropValue);
        read(top);
        columns.finish();
        Set<Item> nameless = new HashSet<>(leftovers.nameless(board.items()));
        rightOf.finish(nameless);
        headings.finish(nameless);
    }

    /** Fields with the area they may be in, and the levels below. */
    private record Level(List<GridField> fields, Area area, Map<String, String> places, List<Level> below) {}

    private Level level(List<GridField> fields, List<GridSection> sections, Area area, Map<String, String> places) {
        List<Headings.Place> found = headings.places(sections, area);
        double first =
                found.stream().mapToDouble(p -> p.heading().box().y()).min().orElse(area.bottom());
        List<Level> below = found.stream()
                .map(p -> level(p.section().fields(), p.section().sections(), p.area(), numbered(p, places)))
                .toList();
        return new Level(fields, area.above(first), places, below);
    }

    private Map<String, String> numbered(Headings.Place place, Map<String, String> places) {
        if (place.n() == 0) {
            return places;
        }
        // The number may be printed to the left of the heading. It then decides, and an unexpected number means that a
        // heading was missed.
        String counted = String.valueOf(place.n());
        List<Item> before = board.items().stream()
                .filter(i ->
                        i.isCell() && i.box().right() <= place.heading().box().x() + 1)
                .filter(i -> i.page() == place.heading().page() && beside(i, place))
                .toList();
        Optional<Item> printed =
                before.stream().filter(i -> i.key().matches("\\d{1,2}")).findFirst();
        printed.ifPresent(i -> i.use(Item.Use.LABEL));
        String n = printed.map(Item::key).orElse(counted);
        if (place.section().part()) {
            String number = "parts/" + n + "/number";
            notes.part("parts/" + n + "/");
            printed.ifPresent(i -> notes.state(number, i.text().strip(), i, "number of the part"));
            before.stream()
                    .filter(i -> printed.isEmpty() && !i.blank())
                    .findFirst()
                    .ifPresent(i -> notes.doubt(Code.VALUE_UNREADABLE, number, "not the number of a part", i));
        }
        if (!n.equals(counted)) {
            String message = "the heading «" + place.section().heading() + "» of number " + counted + " is not printed";
            fields.under(place.section()).forEach(f -> notes.doubt(Code.LABEL_MISSING, f, message, place.heading()));
        }
        Map<String, String> more = new HashMap<>(places);
        more.put(place.section().part() ? "part" : "n", n);
        return more;
    }

    /** A number in the row of the heading or, for a part, one that spans its whole block. */
    private boolean beside(Item number, Headings.Place place) {
        return board.inRowOf(number, place.heading())
                || (place.section().part() && board.inRowOf(place.heading(), number));
    }

    private void mark(Level level) {
        for (GridField field : level.fields()) {
            for (Label label : field.labels()) {
                labels.mark(label, level.area());
            }
        }
        level.below().forEach(this::mark);
    }

    /** Drops the cell right of a dropped label; in a row of labels, the cell below it, which has no label of its own. */
    private void dropValue(Item label) {
        Optional<Item> right = board.rightOf(label, Area.EVERYWHERE).stream().findFirst();
        boolean beside = right.filter(i -> i.use() == Item.Use.NONE).isPresent();
        Optional<Item> value = beside
                ? right
                : board.column(label, Area.EVERYWHERE).stream()
                        .findFirst()
                        .filter(i -> i.use() == Item.Use.NONE && !labelled(i));
        value.ifPresent(i -> i.use(Item.Use.DROPPED));
    }

    /** True for a cell with a label directly left of it. */
    private boolean labelled(Item cell) {
        return board.items().stream()
                .anyMatch(i -> i.isCell()
                        && i.use() == Item.Use.LABEL
                        && board.sameRow(i, cell)
                        && board.touch(i.box().right(), cell.box().x()));
    }

    private void read(Level level) {
        for (GridField field : level.fields()) {
            read(field, level.area(), level.places());
        }
        level.below().forEach(this::read);
    }

    private void read(GridField field, Area area, Map<String, String> places) {
        PathTemplate path = PathTemplate.of(field.to(), ofYear(field, places));
        Optional<Integer> unit = field.currency() == null ? Optional.empty() : moneyUnits.of(field.currency(), area);
        if (field.currency() != null && unit.isEmpty()) {
            String message = "the unit of the amounts, «" + field.currency() + "», is not printed or is ambiguous";
            fields.of(field, ofYear(field, places)).forEach(f -> notes.doubt(Code.LABEL_MISSING, f, message, null));
            return;
        }
        CellKind kind = CellKind.of(field, unit.orElse(null));
        GridLocator locator = field.locator();
        if (locator instanceof GridLocator.OnLine at) {
            lines.read(at, kind, path, area, field.optional());
        } else if (locator instanceof GridLocator.InFileName at) {
            lines.read(at, kind, path, field.optional());
        } else if (locator instanceof GridLocator.Crossing at) {
            table.read(at, unit.orElse(null), path, area);
        } else {
            List<Item> labels = label(field, area, places);
            if (locator instanceof GridLocator.Rows at && (labels.size() == 1 || board.repeated(labels))) {
                slots.read(labels, at, kind, path, area);
            } else if (labels.size() > 1) {
                repeated.read(field, labels, kind, path, area);
            } else {
                labels.forEach(l -> beside(l, locator, kind, path, area));
            }
        }
    }

    /** The year printed in a field's label is the year of its fact. */
    private Map<String, String> ofYear(GridField field, Map<String, String> places) {
        if (field.ofYear() == null) {
            return places;
        }
        Map<String, String> more = new HashMap<>(places);
        more.put("year", String.valueOf(year + field.ofYear()));
        return more;
    }

    private void beside(Item label, GridLocator locator, CellKind kind, PathTemplate path, Area area) {
        if (locator instanceof GridLocator.RightOf at) {
            rightOf.read(label, at, kind, path, area);
        } else if (locator instanceof GridLocator.LeftOf at) {
            rightOf.readLeft(label, at, kind, path, area);
        } else if (locator instanceof GridLocator.Below at) {
            rightOf.readBelow(label, at, kind, path, area);
        } else if (locator instanceof GridLocator.Marked at) {
            marks.read(label, at, path, area);
        }
    }

    /** The field's label, on each page that prints it. If it is missing, each fact of the field is doubted. */
    private List<Item> label(GridField field, Area area, Map<String, String> places) {
        Label label = field.labels().get(0);
        List<Item> found = List.of();
        for (String fact : fields.of(field, ofYear(field, places))) {
            found = labels.each(label, area, fact, field.optional());
        }
        return found;
    }
}
