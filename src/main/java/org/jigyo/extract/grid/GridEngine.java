package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;

/** Reads forms as cells. Stateless. */
public final class GridEngine {

    private GridEngine() {}

    /**
     * The sheets on consecutive pages.
     *
     * @param layout a layout with a grid
     * @param file name of the file
     * @param pages at least one page; a sheet begins at the page, or in a text at the line, that prints the title
     * @return the sheets in the order of the pages; a sheet without a readable title has no facts and an issue
     */
    public static List<Extraction> read(Layout layout, String file, List<Page> pages) {
        Board drawn = Board.of(file, pages);
        Furniture furniture = new Furniture(layout.grid());
        Board board = furniture.off(drawn);
        Title title = new Title(layout.grid());
        List<Item> openings = title.openings(board, furniture.laterPages(drawn));
        if (openings.isEmpty()) {
            return List.of(untitled(layout, board));
        }
        if (!layout.grid().list().isEmpty()) {
            openings.forEach(t -> t.use(Item.Use.LABEL));
            ListReader list = new ListReader(layout, title, openings.get(0));
            List<Extraction> rows = list.read(board);
            rows.addAll(list.end());
            return with(doubted(rows, list.doubts()), list.below());
        }
        Map<String, List<String>> guards = new Fields(layout.codes()).guards(layout.grid());
        Leftovers leftovers = new Leftovers(layout);
        List<Board> parts = SheetParts.of(board, openings);
        List<Extraction> sheets = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            Notes notes = new Notes(guards);
            OptionalInt year = title.state(parts.get(i), openings.get(i), notes);
            sheets.add(sheet(layout, leftovers, notes, parts.get(i), year));
        }
        return sheets;
    }

    private static List<Extraction> doubted(List<Extraction> rows, List<Issue> doubts) {
        List<Extraction> all = rows;
        for (Issue doubt : doubts) {
            all = all.stream().map(r -> r.and(doubt)).toList();
        }
        return all;
    }

    /** Adds text that belongs to no row to the last row's unassigned text. */
    private static List<Extraction> with(List<Extraction> rows, List<Extraction.Leftover> below) {
        if (rows.isEmpty() || below.isEmpty()) {
            return rows;
        }
        Extraction last = rows.get(rows.size() - 1);
        List<Extraction> all = new ArrayList<>(rows.subList(0, rows.size() - 1));
        all.add(last.andLeft(below));
        return all;
    }

    /** A list that is read while the parts of its table arrive. Not thread-safe. */
    public static final class Listing {
        private final Layout layout;
        private final String file;
        private final Furniture furniture;
        private final Title title;
        private ListReader reader;

        /** A list, described by a layout with a list, in a file of this name. */
        public Listing(Layout layout, String file) {
            this.layout = layout;
            this.file = file;
            this.furniture = new Furniture(layout.grid());
            this.title = new Title(layout.grid());
        }

        /**
         * Reads the rows of the next part. Rows without a title above them have no facts and an issue. The last row comes with the next part.
         */
        public List<Extraction> read(Page part) {
            Board board = furniture.off(Board.of(file, List.of(part)));
            List<Item> openings = title.openings(board, Set.of());
            if (reader == null && openings.isEmpty()) {
                return List.of(untitled(layout, board));
            }
            openings.forEach(t -> t.use(Item.Use.LABEL));
            reader = reader == null ? new ListReader(layout, title, openings.get(0)) : reader;
            return reader.read(board);
        }

        /** The last row, when no part follows. */
        public List<Extraction> end() {
            return reader == null ? List.of() : doubted(reader.end(), doubts());
        }

        /** Doubts about all rows that only the end of the list brings, each with its page. The rows that were returned before lack them. */
        public List<Issue> doubts() {
            return reader == null ? List.of() : reader.doubts();
        }

        /** Text below the last row, which belongs to no row. */
        public List<Extraction.Leftover> below() {
            return reader == null ? List.of() : reader.below();
        }
    }

    /** The facts that a layout's grid can read, as globs. */
    public static List<FieldPath> declared(Layout layout) {
        Fields fields = new Fields(layout.codes());
        List<String> globs = new ArrayList<>();
        layout.grid().fields().forEach(f -> globs.addAll(fields.of(f, Map.of())));
        layout.grid().sections().forEach(s -> globs.addAll(fields.under(s)));
        return globs.stream().map(FieldPath::of).toList();
    }

    /**
     * The facts of all cells in which the rows and columns of a layout cross.
     *
     * @param year the evaluated year
     */
    public static List<FieldPath> crossings(Layout layout, int year) {
        return new Fields(layout.codes())
                .crossings(layout.grid(), year).stream().map(FieldPath::of).toList();
    }

    private static Extraction untitled(Layout layout, Board board) {
        Notes notes = new Notes(Map.of());
        String message = layout.grid().title() == null
                ? "«" + layout.grid().opens() + "», which opens a sheet, is not printed"
                : "the title «" + layout.grid().title() + "» is not printed with a fiscal year";
        notes.doubt(Code.VALUE_MISSING, "fiscalYear", message, null);
        return notes.extraction(
                Leftovers.of(new Leftovers(layout).nameless(board.items())), board.firstPage(), board.lastPage());
    }

    private static Extraction sheet(Layout layout, Leftovers leftovers, Notes notes, Board board, OptionalInt year) {
        if (year.isPresent()) {
            new SheetReader(layout, leftovers, board, year.getAsInt(), notes).read(layout.grid());
        }
        notes.doubtNameless(board.tabbed());
        List<Item> nameless = leftovers.nameless(board, notes);
        MoneyUnits.doubt(nameless, layout.currencyUnit(), notes);
        if (board.tabbed()) {
            nameless.forEach(notes::broken);
        } else {
            nameless.stream().filter(i -> !i.isCell()).forEach(notes::spilt);
        }
        return notes.extraction(Leftovers.of(nameless), board.firstPage(), board.lastPage())
                .dropping(Leftovers.dropped(board.items()));
    }
}
