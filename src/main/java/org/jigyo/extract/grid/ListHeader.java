package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridColumn;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Issue;

/**
 * The header of a list, in one or several rows, with the columns it names.
 *
 * @param columns the columns
 * @param single columns with one header, by its left edge
 * @param named every item that names a column, used or not
 * @param unread the items among them whose columns the layout drops or ignores
 * @param dropped keys of the labels whose columns the layout drops
 * @param rows number of its rows, counted from its last one upwards
 * @param cells number of cells in its last row
 * @param right the edge of its last cell
 * @param doubts doubts about columns that it does not name
 * @param moved the reason why its cells may be displaced, or null
 * @param keys the labels in its last row
 * @param identifying labels of the columns that say which project a row is
 * @param summed paths of the columns that rows of totals add up
 * @param lengths the lengths of the parts of codes in the first row that fills them
 */
record ListHeader(
        List<ListColumn> columns,
        List<ListColumn> single,
        ColumnNames named,
        List<Item> unread,
        List<String> dropped,
        int rows,
        int cells,
        double right,
        List<Issue> doubts,
        String moved,
        Set<String> keys,
        Set<Item> identifying,
        Set<String> summed,
        Map<ListColumn, List<Integer>> lengths) {

    private static final Set<String> IDENTIFYING = Set.of("number", "name");

    /**
     * The header that ends with a row; empty if the rows up to there do not name half of the columns.
     *
     * @param before the header that it repeats, or null; units that are not printed again are taken from it
     */
    static Optional<ListHeader> endingAt(
            List<List<Item>> rows, int last, Layout layout, Board board, int year, ListHeader before) {
        HeaderBand band = HeaderBand.of(rows, last, board);
        Named here = new Named(layout, band, year);
        if (2 * here.count < layout.grid().columns().size()) {
            return Optional.empty();
        }
        // With its next row a header of several rows names more columns; with a row of values it names fewer.
        for (int next = last + 1; next < Math.min(rows.size(), last + HeaderBand.MOST_ROWS); next++) {
            if (new Named(layout, HeaderBand.of(rows, next, board), year).count > here.count) {
                return Optional.empty();
            }
        }
        return Optional.of(here.header(rows.get(last), board, before));
    }

    /** True if a row repeats the header. */
    boolean repeatedBy(List<Item> row) {
        int filled = 0;
        int labels = 0;
        for (Item cell : row) {
            filled += cell.key().isEmpty() ? 0 : 1;
            labels += keys.contains(cell.key()) ? 1 : 0;
        }
        return filled > 0 && 2 * labels > filled;
    }

    /** True for a row above the last one of its repetition. */
    boolean above(List<List<Item>> rows, int row, Layout layout, Board board, int year) {
        return IntStream.range(row + 1, Math.min(rows.size(), row + HeaderBand.MOST_ROWS))
                .anyMatch(end -> endingAt(rows, end, layout, board, year, this).isPresent());
    }

    /** The items that name the columns of a cell: one; none beyond the header; several if the cell is too wide. */
    List<Item> over(Item cell) {
        return named.over(cell);
    }

    private static Set<Item> identifying(List<ListColumn> columns) {
        return columns.stream()
                .filter(c -> IDENTIFYING.contains(c.column().is()))
                .flatMap(c -> c.headers().stream())
                .collect(Collectors.toSet());
    }

    /** True if the parts of a code are as long as in the first row that fills them. */
    boolean sameLengths(ListColumn code, List<Item> parts) {
        List<Integer> here = parts.stream().map(p -> p.key().length()).toList();
        return lengths.computeIfAbsent(code, c -> here).equals(here);
    }

    private Optional<Integer> unit(GridColumn column) {
        return columns.stream()
                .filter(c -> c.column().equals(column))
                .map(c -> c.kind().unit())
                .findFirst();
    }

    /** The columns that a band of rows names. */
    private static final class Named {
        private final Layout layout;
        private final HeaderBand band;
        private final int year;
        private final PrintedLabels labels;
        private final Notes notes = new Notes(Map.of());
        private final int count;

        Named(Layout layout, HeaderBand band, int year) {
            this.layout = layout;
            this.band = band;
            this.year = year;
            labels = new PrintedLabels(band.board(), year, layout.grid().era(), notes);
            int n = 0;
            for (GridColumn column : layout.grid().columns()) {
                n += labels.all(inner(column), Area.EVERYWHERE).stream().anyMatch(band::low) ? 1 : 0;
            }
            count = n;
        }

        private static Label inner(GridColumn column) {
            return column.parts().isEmpty()
                    ? column.under().get(column.under().size() - 1)
                    : column.parts().get(0);
        }

        ListHeader header(List<Item> last, Board board, ListHeader before) {
            List<ListColumn> places = new ArrayList<>();
            List<GridColumn> single = new ArrayList<>();
            Map<GridColumn, GridColumn> whole = new LinkedHashMap<>();
            for (GridColumn column : layout.grid().columns()) {
                if (column.yearIn() != null) {
                    places.addAll(repeated(column));
                } else if (column.parts().isEmpty()) {
                    single.add(column);
                } else {
                    column.parts().forEach(p -> {
                        GridColumn part = column.part(p);
                        single.add(part);
                        whole.put(part, column);
                    });
                }
            }
            PathTemplate path = PathTemplate.of("{is}", Map.of());
            Map<GridColumn, Columns.Found> found = new HashMap<>();
            new Columns(band.board(), labels, notes, new Leftovers(layout), year)
                    .find(single, path, Area.EVERYWHERE)
                    .forEach(f -> found.put(f.column(), f));
            single.stream()
                    .filter(c -> !whole.containsKey(c) && found.containsKey(c))
                    .forEach(c -> places.add(ListColumn.of(
                            c, List.of(found.get(c).header()), found.get(c).year(), null)));
            for (GridColumn column : new LinkedHashSet<>(whole.values())) {
                List<Columns.Found> parts = whole.keySet().stream()
                        .filter(p -> whole.get(p).equals(column) && found.containsKey(p))
                        .map(found::get)
                        .toList();
                List<Item> headers = parts.stream().map(Columns.Found::header).toList();
                ListColumn place = ListColumn.of(
                        column, headers, parts.isEmpty() ? 0 : parts.get(0).year(), null);
                if (parts.size() == column.parts().size()) {
                    places.add(place);
                } else {
                    String message = "some of its parts have no header";
                    notes.doubt(Code.LABEL_MISSING, place.path().text(), message, null);
                }
            }
            MoneyUnits printed = new MoneyUnits(board.part(Area.EVERYWHERE.above(band.bottom())));
            return header(
                    places.stream()
                            .flatMap(p -> inItsUnit(p, printed, before).stream())
                            .toList(),
                    last);
        }

        /** The column with the unit of its amounts; empty if that is not printed. */
        private Optional<ListColumn> inItsUnit(ListColumn place, MoneyUnits printed, ListHeader before) {
            Label currency = place.column().currency();
            if (currency == null) {
                return Optional.of(place);
            }
            Optional<Integer> unit = printed.of(
                            currency, Area.across(place.headers().get(0).box()))
                    .or(() -> before == null ? Optional.empty() : before.unit(place.column()));
            if (unit.isEmpty()) {
                String message = "the unit of the amounts, «" + currency + "», is not printed or is ambiguous";
                notes.doubt(Code.LABEL_MISSING, place.path().text(), message, null);
            }
            return unit.map(place::in);
        }

        private ListHeader header(List<ListColumn> places, List<Item> last) {
            List<Item> dropped = new ArrayList<>();
            double top = band.bottom();
            for (Item item : band.board().items()) {
                if (layout.grid().dropped().stream().anyMatch(d -> labels.matches(d, item))) {
                    dropped.add(item);
                    item.use(Item.Use.LABEL);
                }
                if (item.use() == Item.Use.LABEL) {
                    top = Math.min(top, item.box().y());
                }
            }
            double from = top;
            int rows = (int) band.board().items().stream()
                    .map(i -> i.box().y())
                    .distinct()
                    .filter(y -> y >= from - 0.5)
                    .count();
            String moved = band.from(top)
                    .moved(
                            !notes.issues().isEmpty(),
                            i -> layout.grid().columns().stream().anyMatch(c -> labels.matches(inner(c), i)));
            int cells = last.size();
            ColumnNames names = new ColumnNames(band.naming(top));
            Set<String> keys = names.all().stream().map(Item::key).collect(Collectors.toSet());
            return new ListHeader(
                    places,
                    places.stream()
                            .filter(p -> p.headers().size() == 1)
                            .sorted(Comparator.comparingDouble(
                                    p -> p.headers().get(0).box().x()))
                            .toList(),
                    names,
                    unread(names.all(), dropped),
                    dropped.stream().map(Item::key).distinct().toList(),
                    Math.max(1, rows),
                    cells,
                    band.right(),
                    notes.issues(),
                    moved,
                    keys,
                    identifying(places),
                    ListSums.paths(places),
                    new IdentityHashMap<>());
        }

        private List<Item> unread(Collection<Item> named, List<Item> dropped) {
            Leftovers leftovers = new Leftovers(layout);
            return named.stream()
                    .filter(n -> (n.use() != Item.Use.LABEL && !leftovers.unknown(n))
                            || dropped.stream().anyMatch(d -> band.board().inColumnOf(n, d)))
                    .toList();
        }

        /** A column that is printed several times, each time with its year to the left. */
        private List<ListColumn> repeated(GridColumn column) {
            Label inner = inner(column);
            List<Item> years = labels.all(column.yearIn(), Area.EVERYWHERE);
            List<ListColumn> places = new ArrayList<>();
            for (Item item : labels.all(inner, Area.EVERYWHERE)) {
                Optional<Item> left = years.stream()
                        .filter(y -> y.box().x() < item.box().x())
                        .max(Comparator.comparingDouble(y -> y.box().x()));
                if (band.low(item) && left.isPresent()) {
                    item.use(Item.Use.LABEL);
                    left.get().use(Item.Use.LABEL);
                    places.add(ListColumn.of(column, List.of(item), 0, left.get()));
                }
            }
            if (places.isEmpty()) {
                PathTemplate path = PathTemplate.of(column.is(), Map.of());
                labels.one(inner, Area.EVERYWHERE, path.text(), false);
                labels.one(column.yearIn(), Area.EVERYWHERE, path.text(), false);
            }
            return places;
        }
    }
}
