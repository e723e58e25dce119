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

/** Checks what one cell of a grid is read as: its type, its code list, and that every place of its path is filled. */
final class CellCheck {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");

    /** What fills the places of a path, for messages. */
    private static final Map<String, String> FILLED = Map.of(
            "row", "the rows of a crossing (is)",
            "is", "the columns of a crossing or of rows (is)",
            "year",
                    "a column with a year: year: 0, year: -1, or {any year} in its header; beside a single cell by the {year} of its"
                            + " label",
            "n", "rows, split, or a section with repeat: true",
            "part", "a section with part: true",
            "code", "the types coded, path and goal",
            "value", "marked, and types that read one value",
            "label", "a crossing's row with right-of");

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
     * What is read of a cell.
     *
     * @param path with what rows and columns say in its places
     * @param type what it holds
     * @param codes name of a code list, or null
     * @param second true when the type's second fact has a path of its own
     * @param filled the places that are filled where it stands
     */
    record Cell(String path, GridType type, String codes, boolean second, Set<String> filled) {}

    /** Checks a cell. */
    void check(Cell cell, boolean optional, String at) {
        if ((cell.type == GridType.CODE || cell.type == GridType.OPTIONS) && cell.codes == null) {
            problems.add(at, "type " + KeyCheck.word(cell.type) + " needs a code list: codes: name");
        }
        if (cell.codes != null && !LISTED.contains(cell.type)) {
            problems.add(
                    at,
                    "a code list has no use for type " + KeyCheck.word(cell.type)
                            + "; it is for code, goal, options, text and html");
        }
        boolean coded = CODES.contains(cell.type) && !cell.second;
        if (coded && !cell.path.contains("{code}")) {
            problems.add(
                    at,
                    "type " + KeyCheck.word(cell.type) + " reads a code, and «" + cell.path + "» has no {code} for it"
                            + (cell.type == GridType.CODED
                                    ? "; with «and» the code stands at «to» and the name at «and»"
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
                paths.check(cell.path, reads, at);
            }
            twice(cell.path, optional, at);
        }
    }

    /** True when everything that the path leaves open is filled. */
    boolean places(String path, Set<String> filled, String at) {
        boolean all = true;
        Matcher m = PLACE.matcher(path);
        while (m.find()) {
            String name = m.group(1).replaceFirst("^(year)[+-]\\d{1,2}$", "$1").replaceFirst("^any year$", "year");
            if (!FILLED.containsKey(name)) {
                problems.add(
                        at,
                        "«" + m.group() + "» is no place" + Nearest.hint(name, FILLED.keySet()) + "; places are {"
                                + String.join("}, {", new TreeSet<>(FILLED.keySet())) + "}");
                all = false;
            } else if (!filled.contains(name)) {
                problems.add(
                        at, "nothing fills " + m.group() + " of «" + path + "»; it is filled by " + FILLED.get(name));
                all = false;
            }
        }
        return all;
    }

    /** Two cells that say the same fact contradict each other, or one of them is a slip. */
    private void twice(String path, boolean optional, String at) {
        String before = optional ? null : seen.putIfAbsent(path, at);
        if (before != null) {
            problems.add(at, "«" + path + "» is read twice: here and at " + problems.place(before));
        }
    }

    private Holds reads(Cell cell, String at) {
        return switch (cell.type) {
            case TEXT, HTML, PERIOD, DIGITS, WITH_UNIT -> Holds.TEXT;
            case NUMBER, AMOUNT, PERCENT -> Holds.NUMBER;
            case MEASURE, VALUE -> Holds.FIGURE;
            case CODE, OPTIONS -> paths.through(cell.codes, at);
            case CODED -> cell.second ? Holds.TEXT : Holds.NAME;
            case PATH -> Holds.NAME;
            case GOAL -> Holds.TRUE;
            case MARK -> Holds.BOOLEAN;
        };
    }

    /** Types that need more than one cell, or a second path: they cannot stand in a table. */
    static List<GridType> single() {
        return List.of(GridType.PATH, GridType.WITH_UNIT);
    }
}
