package org.jigyo.layout.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.GridType;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks how one cell of a grid is read: its type, its code list, and that every placeholder of its path is filled. */
final class CellCheck {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");
    private static final Pattern YEAR = Pattern.compile("^(year[+-]\\d{1,2}|any year)$");

    /** What fills the placeholders of a path, for messages. */
    private static final Map<String, String> FILLED = Map.of(
            "row", "«is» at the rows of a crossing",
            "is", "«is» at the columns of a crossing or of rows",
            "year",
                    "a year at the column (year: 0, year: -1, or {any year} in its header); for a single cell by {year} in its"
                            + " label, or by year: 0 if no label prints it",
            "n", "rows, by split, or by a section with repeat: true",
            "part", "a section with part: true",
            "code", "the types coded, path and goal",
            "value", "marked, and by types that read one value",
            "label", "a row of a crossing with right-of");

    private static final Set<GridType> LISTED =
            Set.of(GridType.CODE, GridType.GOAL, GridType.OPTIONS, GridType.TEXT, GridType.HTML);
    private static final Set<GridType> CODES = Set.of(GridType.CODED, GridType.PATH, GridType.GOAL);

    private final PathCheck paths;
    private final Problems problems;
    private final Map<String, String> seen = new HashMap<>();

    CellCheck(PathCheck paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    /**
     * How a cell is read.
     *
     * @param path path with the placeholders of rows and columns replaced
     * @param type type of the cell
     * @param codes name of a code list, or null
     * @param second true if the type's second fact has a path of its own
     * @param filled the placeholders that are filled at this place
     * @param years offsets from the evaluated year for each of which the cell is read; empty if it is read once
     */
    record Cell(String path, GridType type, String codes, boolean second, Set<String> filled, List<Integer> years) {

        /** A cell that is read once. */
        Cell(String path, GridType type, String codes, boolean second, Set<String> filled) {
            this(path, type, codes, second, filled, List.of());
        }
    }

    /** Checks a cell. */
    void check(Cell cell, boolean optional, String at) {
        if ((cell.type == GridType.CODE || cell.type == GridType.OPTIONS) && cell.codes == null) {
            problems.add(
                    at,
                    "type " + KeyCheck.word(cell.type)
                            + " needs a code list: add «codes: name», the name of a list under «codes» at the top of the file");
        }
        if (cell.codes != null && !LISTED.contains(cell.type)) {
            problems.add(
                    at,
                    "a code list cannot be used with type " + KeyCheck.word(cell.type)
                            + "; remove «codes», or use type code, goal, options, text or html");
        }
        boolean coded = CODES.contains(cell.type) && !cell.second;
        if (coded && !cell.path.contains("{code}")) {
            problems.add(
                    at,
                    "type " + KeyCheck.word(cell.type) + " reads a code, and «" + cell.path
                            + "» has no {code} to hold it; add {code} to the path"
                            + (cell.type == GridType.CODED
                                    ? ", or give two paths: «to» for the code and «and» for the name"
                                    : ""));
            return;
        }
        Set<String> filled = new TreeSet<>(cell.filled);
        if (coded) {
            filled.add("code");
        } else if (!CODES.contains(cell.type)) {
            filled.add("value");
        }
        if (places(cell.path, filled, at)) {
            Holds reads = cell.path.contains("{value}") ? Holds.TRUE : reads(cell, at);
            if (reads != null) {
                paths.check(cell.path, cell.years, reads, at);
            }
            twice(cell.path, optional, at);
        }
    }

    /** True if every placeholder of the path is filled. */
    boolean places(String path, Set<String> filled, String at) {
        boolean all = true;
        Matcher m = PLACE.matcher(path);
        while (m.find()) {
            String name = YEAR.matcher(m.group(1)).replaceFirst("year");
            if (!FILLED.containsKey(name)) {
                problems.add(
                        at,
                        "«" + m.group() + "» is not a placeholder" + Nearest.hint(name, FILLED.keySet())
                                + "; placeholders are {" + String.join("}, {", new TreeSet<>(FILLED.keySet())) + "}");
                all = false;
            } else if (!filled.contains(name)) {
                problems.add(
                        at, "nothing fills " + m.group() + " of «" + path + "»; it is filled by " + FILLED.get(name));
                all = false;
            }
        }
        return all;
    }

    /** Reports two cells that are read for the same fact: one of them is a mistake, or they contradict each other. */
    private void twice(String path, boolean optional, String at) {
        String before = optional ? null : seen.putIfAbsent(path, at);
        if (before != null) {
            problems.add(at, "«" + path + "» is read twice, here and at " + problems.place(before));
        }
    }

    private Holds reads(Cell cell, String at) {
        return switch (cell.type) {
            case TEXT, HTML, PERIOD, DIGITS, WITH_UNIT -> Holds.TEXT;
            case NUMBER, AMOUNT, PERCENT -> Holds.NUMBER;
            case MEASURE, VALUE -> Holds.FIGURE;
            case CODE, OPTIONS -> paths.through(cell.codes, cell.path, at);
            case CODED -> cell.second ? Holds.TEXT : Holds.NAME;
            case PATH -> Holds.NAME;
            case GOAL -> Holds.TRUE;
            case MARK -> Holds.BOOLEAN;
        };
    }

    /** Types that need more than one cell or a second path, and so cannot be used in a table. */
    static List<GridType> single() {
        return List.of(GridType.PATH, GridType.WITH_UNIT);
    }
}
