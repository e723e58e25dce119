package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.PageDoubt;

/**
 * Everything printed on one sheet, with its pages one below the other. In a text a column is 1 wide and a line 1 high.
 */
final class Board {

    /** Edges closer than this, in points, are the same. */
    private static final double SLACK = 3;

    private static final double GAP = 100;

    private final Item file;
    private final List<Item> items;
    private final boolean tabbed;
    private final int firstPage;
    private final int lastPage;

    private Board(Item file, List<Item> items, boolean tabbed, int firstPage, int lastPage) {
        this.file = file;
        this.items = items;
        this.tabbed = tabbed;
        this.firstPage = firstPage;
        this.lastPage = lastPage;
    }

    /** A board of consecutive pages of a file. */
    static Board of(String file, List<Page> pages) {
        List<Item> items = new ArrayList<>();
        boolean tabbed = pages.stream().allMatch(p -> p.size() == null);
        double y = 0;
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            add(page, tabbed ? 0 : y, tabbed, items);
            // Parts of the same table are placed without a gap.
            boolean goesOn = i + 1 < pages.size() && pages.get(i + 1).number() == page.number();
            y += page.size() == null ? 0 : page.size().height() + (goesOn ? 0 : GAP);
        }
        items.sort(Item::byPlace);
        return new Board(
                name(file, pages.get(0).number()),
                items,
                tabbed,
                pages.get(0).number(),
                pages.get(pages.size() - 1).number());
    }

    private static void add(Page page, double y, boolean tabbed, List<Item> items) {
        int row = 0;
        double line = 0;
        // Those of a table are about its cells one by one.
        Map<Box, List<PageDoubt>> doubts =
                page.name() == null ? Map.of() : page.doubts().stream().collect(Collectors.groupingBy(PageDoubt::box));
        for (Cell cell : page.cells()) {
            if (tabbed) {
                // Blank cells have no line; they are placed on the line of their row.
                line = cell.row() == row && line > 0 ? line : Math.max(line + 1, lineOf(page, cell.row()));
                row = cell.row();
                items.add(new Item(page.number(), cell, cell.lines(), new Box(cell.column(), line, 1, 1), null, null));
            } else {
                String name = page.nameOf(cell);
                Box printed = name == null ? cell.box() : null;
                Item item = new Item(page.number(), cell, cell.lines(), down(cell.box(), y), printed, name);
                if (name != null) {
                    item.doubts(doubts.getOrDefault(cell.box(), List.of()));
                } else if (!page.doubts().isEmpty() || !page.rings().isEmpty()) {
                    item.doubts(page.doubts().stream()
                            .filter(d -> cell.box().holds(d.box()))
                            .toList());
                    item.rings(page.rings().stream()
                            .filter(r -> r.cell().equals(cell))
                            .toList());
                }
                items.add(item);
            }
        }
        List<Line> outside = page.cells().isEmpty()
                ? page.blocks().stream().flatMap(b -> b.lines().stream()).toList()
                : page.outside();
        for (Line l : outside) {
            Box box = tabbed ? new Box(0, l.number(), 1, 1) : down(l.box(), y);
            items.add(new Item(page.number(), null, List.of(l), box, page.name() == null ? l.box() : null, null));
        }
    }

    private static double lineOf(Page page, int row) {
        return page.cells().stream()
                .filter(c -> c.row() == row && !c.lines().isEmpty())
                .mapToDouble(c -> c.lines().get(0).number())
                .findFirst()
                .orElse(0);
    }

    private static Box down(Box box, double y) {
        return new Box(box.x(), box.y() + y, box.width(), box.height());
    }

    /** A board with these items only, and the dimensions of another. */
    static Board of(List<Item> items, Board like) {
        return new Board(like.file, items, like.tabbed, like.firstPage, like.lastPage);
    }

    /** A part of the board; the items are shared. */
    Board part(Area area) {
        List<Item> inside = items.stream().filter(i -> area.holds(i.box())).toList();
        int first = inside.stream().mapToInt(Item::page).min().orElse(firstPage);
        int last = inside.stream().mapToInt(Item::page).max().orElse(lastPage);
        return new Board(file, inside, tabbed, first, last);
    }

    /** The name of the file without folders and ending, as an item on the first page. */
    private static Item name(String file, int page) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        Line line = new Line(0, null, dot > 0 ? name.substring(0, dot) : name);
        return new Item(page, null, List.of(line), new Box(0, 0, 0, 0), null, null);
    }

    /** The name of the file without its ending. */
    Item fileName() {
        return file;
    }

    boolean tabbed() {
        return tabbed;
    }

    int firstPage() {
        return firstPage;
    }

    int lastPage() {
        return lastPage;
    }

    List<Item> items() {
        return items;
    }

    Stream<Item> cells(Area area) {
        return items.stream().filter(i -> i.isCell() && area.holds(i.box()));
    }

    /** The cells to the right of an item within its rows, up to the edge of the area, nearest first. */
    List<Item> rightOf(Item item, Area area) {
        return cells(area)
                .filter(c -> c != item && c.box().x() >= item.box().right() - slack())
                .filter(c -> overlaps(c, item))
                .sorted(Comparator.<Item>comparingDouble(c -> c.box().x())
                        .thenComparingDouble(c -> c.box().y()))
                .toList();
    }

    private boolean overlaps(Item cell, Item row) {
        return tabbed
                ? cell.box().y() == row.box().y()
                : within(cell.middleY(), row.box().y(), row.box().bottom())
                        || within(row.middleY(), cell.box().y(), cell.box().bottom());
    }

    /**
     * The cell in which a cell at the end of a page continues on the next page: the first one below what both pages
     * print alike, of the same width, next to a blank cell as wide as the label to its left.
     */
    Optional<Item> goesOn(Item label, Item cell) {
        return !label.isCell()
                ? Optional.empty()
                : onNextPage(cell)
                        .filter(i -> items.stream()
                                .anyMatch(l -> l.isCell() && l.blank() && sameRow(l, i) && sameColumn(l, label)));
    }

    /** The cell as wide as one that ends its page, first on the next page below what both pages print alike. */
    Optional<Item> onNextPage(Item cell) {
        if (tabbed || cell.page() == lastPage) {
            return Optional.empty();
        }
        boolean last = items.stream()
                .noneMatch(i -> i.isCell()
                        && i.page() == cell.page()
                        && i.box().y() >= cell.box().bottom() - slack()
                        && overlapsInX(i, cell));
        if (!last) {
            return Optional.empty();
        }
        return items.stream()
                .filter(i -> i.isCell() && i.page() == cell.page() + 1 && overlapsInX(i, cell))
                .filter(i -> items.stream().noneMatch(o -> o.page() == cell.page() && o.printsAs(i)))
                .findFirst()
                .filter(i -> sameColumn(i, cell));
    }

    /**
     * True for the heads of a table that goes on over pages: each on a page of its own, all over the same column. The later ones are then
     * labels, too.
     */
    boolean repeated(List<Item> heads) {
        boolean repeated = heads.size() > 1
                && heads.stream().mapToInt(Item::page).distinct().count() == heads.size()
                && heads.stream().allMatch(h -> h.isCell() && sameColumn(h, heads.get(0)));
        if (repeated) {
            heads.forEach(h -> h.use(Item.Use.LABEL));
        }
        return repeated;
    }

    /** True when two cells are equally wide, one below the other. */
    boolean sameColumn(Item a, Item b) {
        return touch(a.box().x(), b.box().x()) && touch(a.box().right(), b.box().right());
    }

    private boolean overlapsInX(Item a, Item b) {
        return a.box().x() < b.box().right() - slack() && b.box().x() < a.box().right() - slack();
    }

    /** The cells below an item with its exact width, nearest first, without a gap. */
    List<Item> column(Item item, Area area) {
        List<Item> column = new ArrayList<>();
        Item last = item;
        for (Optional<Item> next = below(last, area); next.isPresent(); next = below(last, area)) {
            last = next.get();
            column.add(last);
        }
        return column;
    }

    /** As {@link #column}, and, where that ends its page, the cells with which it goes on at the top of the next one. */
    List<Item> columnOverPages(Item item, Area area) {
        List<Item> column = new ArrayList<>(column(item, area));
        while (!column.isEmpty()) {
            Optional<Item> next = onNextPage(column.get(column.size() - 1))
                    .filter(i -> i.use() != Item.Use.LABEL && i.use() != Item.Use.DROPPED && area.holds(i.box()));
            if (next.isEmpty()) {
                break;
            }
            column.add(next.get());
            column.addAll(column(next.get(), area));
        }
        return column;
    }

    private Optional<Item> below(Item item, Area area) {
        return cells(area)
                .filter(c -> touch(c.box().x(), item.box().x())
                        && touch(c.box().right(), item.box().right())
                        && touch(c.box().y(), item.box().bottom()))
                .findFirst();
    }

    /** True if a cell lies entirely within the rows of another. */
    boolean inRowOf(Item cell, Item row) {
        return cell.box().y() >= row.box().y() - slack()
                && cell.box().bottom() <= row.box().bottom() + slack();
    }

    /** True if a cell shares rows with another but extends beyond them. */
    boolean leavesRowOf(Item cell, Item row) {
        double shared = Math.min(cell.box().bottom(), row.box().bottom())
                - Math.max(cell.box().y(), row.box().y());
        return shared > slack() && !inRowOf(cell, row);
    }

    /** True if two cells span the same rows. */
    boolean sameRow(Item a, Item b) {
        return inRowOf(a, b) && inRowOf(b, a);
    }

    /** True if a cell lies entirely within the column of another. */
    boolean inColumnOf(Item cell, Item header) {
        return cell.box().x() >= header.box().x() - slack()
                && cell.box().right() <= header.box().right() + slack();
    }

    /** True if two edges are the same. */
    boolean touch(double edge, double other) {
        return Math.abs(edge - other) <= slack();
    }

    private double slack() {
        return tabbed ? 0.1 : SLACK;
    }

    private static boolean within(double at, double from, double to) {
        return at >= from && at <= to;
    }
}
