package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.Deadline;
import org.jigyo.sheet.Issue;

/**
 * Reads a table in which each row is a sheet. Its header may be repeated on every page of a PDF. A long table arrives
 * in parts, which are read one after the other.
 */
final class ListReader {

    private final Layout layout;
    private final Leftovers leftovers;
    private final Title title;
    private final Item opens;
    private final List<Item> above = new ArrayList<>();
    private Notes years;
    private int year;
    private ListHeader header;
    private boolean told;
    private boolean any;
    private int page;
    private Extraction last;
    private final Map<Item, Item> texts = new HashMap<>();
    private final ListSums sums = new ListSums();
    private final Order order = new Order();
    private final MovedDown moved = new MovedDown();

    ListReader(Layout layout, Title title, Item opens) {
        this.layout = layout;
        this.leftovers = new Leftovers(layout);
        this.title = title;
        this.opens = opens;
    }

    /**
     * Reads the rows of the next part, each as an extraction. Text outside all rows goes to the row before it; above
     * the header, to the first row. A row with a single cell is a note and goes to the row after it. A row without a
     * header above it has no facts and an issue. The last row comes with the next part, which may doubt it.
     */
    List<Extraction> read(Board board) {
        if (years == null) {
            years = new Notes(Map.of());
            year = title.state(board, opens, years).orElse(0);
        }
        List<Extraction> sheets = pending();
        page = board.firstPage();
        List<List<Item>> rows = rows(board);
        List<Item> spanning = new ArrayList<>();
        int from = 0;
        if (header != null) {
            above.addAll(between(board, Double.NEGATIVE_INFINITY, top(rows, 0)));
        }
        for (int i = 0; i < rows.size(); i++) {
            Deadline.checkWork();
            List<Item> row = rows.get(i);
            double top = row.get(0).box().y();
            spanning.removeIf(s -> s.box().bottom() <= top + 0.5);
            if (header == null || header.repeatedBy(row)) {
                ListHeader found = ListHeader.endingAt(
                                rows.subList(from, rows.size()), i - from, layout, board, year, header)
                        .orElse(null);
                if (found != null) {
                    int begin = Math.max(from, i - found.rows() + 1);
                    if (header == null) {
                        headless(rows.subList(from, begin), sheets);
                    }
                    header = found;
                    moved.header(found);
                    texts.clear();
                    rows.subList(begin, i + 1).forEach(ListReader::label);
                    above.addAll(between(board, from == 0 ? Double.NEGATIVE_INFINITY : top(rows, from), top));
                    MoneyUnits.doubt(leftovers.nameless(above), layout.currencyUnit(), years);
                    from = i + 1;
                    continue;
                }
                if (header != null && header.above(rows.subList(from, rows.size()), i - from, layout, board, year)) {
                    continue;
                }
            }
            if (header != null && note(board, row)) {
                from = i + 1;
                if (spanning.isEmpty() && leftovers.nameless(row).size() == 1) {
                    moved.other(row);
                }
                above.addAll(between(board, top, top(rows, i + 1)));
            } else if (header != null && row.stream().anyMatch(c -> !c.blank())) {
                if (help(row) || totals(row)) {
                    sums.compare(header, row, sheets);
                } else {
                    from = i + 1;
                    List<Item> whole = new ArrayList<>(row);
                    whole.addAll(spanning);
                    List<Item> around = new ArrayList<>(above);
                    above.clear();
                    around.addAll(between(board, top, top(rows, i + 1)));
                    sheets.add(new ListRow(layout, leftovers, board, years, header, texts, !told)
                            .read(whole, row, around));
                    told = true;
                    sums.add(header, sheets);
                    order.next(sheets);
                    moved(row, sheets.get(sheets.size() - 1));
                }
            }
            row.stream().filter(c -> c.cell() != null && c.cell().rows() > 1).forEach(spanning::add);
        }
        if (header == null) {
            headless(rows, sheets);
        }
        any |= !sheets.isEmpty();
        moved.end(board);
        last = sheets.isEmpty() ? null : sheets.remove(sheets.size() - 1);
        return sheets;
    }

    /** The last row, if there is one, when no part follows; a list without a header is one sheet without facts. */
    List<Extraction> end() {
        List<Extraction> rows = pending();
        if (header == null && rows.isEmpty() && !any) {
            Notes notes = new Notes(Map.of());
            notes.include(years);
            String message = "no row of the table prints half of the labels of the list's columns";
            layout.required().forEach(key -> notes.doubt(Code.LABEL_MISSING, key, message, null));
            rows.add(notes.extraction(List.of(), page, page));
        }
        return rows;
    }

    private void moved(List<Item> row, Extraction read) {
        if (read.facts().keySet().containsAll(layout.required())) {
            moved.project(row, read);
        } else {
            moved.other(row);
        }
    }

    /** Doubts about every row of the list that only its end brings. */
    List<Issue> doubts() {
        return moved.doubts();
    }

    private List<Extraction> pending() {
        List<Extraction> rows = new ArrayList<>();
        if (last != null) {
            rows.add(last);
        }
        last = null;
        return rows;
    }

    /** Text below the last row, which belongs to no row. */
    List<Extraction.Leftover> below() {
        List<Extraction.Leftover> below = Leftovers.of(leftovers.nameless(above));
        above.clear();
        return below;
    }

    private static double top(List<List<Item>> rows, int index) {
        return index < rows.size() ? rows.get(index).get(0).box().y() : Double.POSITIVE_INFINITY;
    }

    /**
     * A row of one cell with words in it is not a project, but a heading between projects or a note below the table. A
     * single mark or figure is the remainder of a project.
     */
    private static boolean note(Board board, List<Item> row) {
        List<Item> filled = row.stream().filter(c -> !c.blank()).toList();
        return !board.tabbed()
                && filled.size() == 1
                && filled.get(0).key().codePoints().filter(Character::isLetter).count() > 1;
    }

    /** Handles rows above the header: those that fill half of the columns are projects that cannot be read. */
    private void headless(List<List<Item>> rows, List<Extraction> sheets) {
        for (List<Item> row : rows) {
            List<Item> filled = row.stream().filter(c -> !c.blank()).toList();
            boolean title = row.contains(opens);
            if (!title && 2 * filled.size() >= layout.grid().columns().size() && !help(row)) {
                sheets.add(ListRow.headless(leftovers, years, row));
                filled.forEach(c -> c.use(Item.Use.VALUE));
            }
        }
    }

    private static void label(List<Item> row) {
        row.stream().filter(c -> !c.key().isEmpty()).forEach(c -> c.use(Item.Use.LABEL));
    }

    private static List<List<Item>> rows(Board board) {
        List<List<Item>> rows = new ArrayList<>();
        double last = Double.NaN;
        for (Item item : board.items()) {
            if (!item.isCell()) {
                continue;
            }
            if (rows.isEmpty() || item.box().y() - last > 0.5) {
                rows.add(new ArrayList<>());
                last = item.box().y();
            }
            rows.get(rows.size() - 1).add(item);
        }
        return rows;
    }

    /**
     * True for a row that numbers the columns, or that holds or begins with nothing but what the layout ignores: 合計.
     */
    private boolean help(List<Item> row) {
        List<Item> filled = row.stream().filter(c -> !c.blank()).toList();
        if (leftovers.nameless(filled.subList(0, Math.min(1, filled.size()))).isEmpty()) {
            filled.forEach(c -> c.use(Item.Use.DROPPED));
            return true;
        }
        boolean counted = filled.size() > 2;
        for (int i = 0; counted && i < filled.size(); i++) {
            counted = filled.get(i).key().equals(String.valueOf(i + 1));
        }
        if (counted) {
            filled.forEach(c -> c.use(Item.Use.LABEL));
        }
        return counted;
    }

    /**
     * True for a row of totals whose word, which the layout ignores, stands in any column (福祉課 | 小計): where projects have number
     * and name it prints nothing else.
     */
    private boolean totals(List<Item> row) {
        List<Item> words = row.stream()
                .filter(c -> ListSums.total(c) && leftovers.nameless(List.of(c)).isEmpty())
                .toList();
        boolean project = row.stream()
                .filter(c -> !c.blank() && !words.contains(c))
                .anyMatch(c -> header.over(c).stream().anyMatch(header.identifying()::contains));
        if (words.isEmpty() || project) {
            return false;
        }
        row.stream().filter(c -> !c.blank()).forEach(c -> c.use(Item.Use.DROPPED));
        return true;
    }

    private static List<Item> between(Board board, double from, double to) {
        List<Item> items = board.items();
        return items.subList(firstFrom(items, from), firstFrom(items, to));
    }

    /** The index of the first item, sorted by height, that begins at or below a height. */
    private static int firstFrom(List<Item> items, double y) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).box().y() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The numbers of a list that rise from row to row. A row whose number leaves the order of the rows around it may have another row's
     * number; where a list is not sorted, or begins again with each group, no row leaves an order.
     */
    private static final class Order {

        private static final int LONGEST = 15;

        private final List<Long> last = new ArrayList<>();

        /** Looks at the row before the last one, now that both rows around it are known. */
        void next(List<Extraction> rows) {
            if (!(rows.get(rows.size() - 1).facts().get("number") instanceof String digits)
                    || !digits.matches("\\d{1," + LONGEST + "}")) {
                last.clear();
                return;
            }
            last.add(Long.parseLong(digits));
            if (last.size() < 3) {
                return;
            }
            long before = last.remove(0);
            long number = last.get(0);
            long after = last.get(1);
            if (before < after && (number > after || number < before)) {
                String message = "its number leaves the order of the rows around it; it may be another row's";
                int row = rows.size() - 2;
                rows.set(row, rows.get(row).and(Issue.warning(Code.SLOT_AMBIGUOUS, "number", message)));
            }
        }
    }
}
