package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.page.Line;
import org.jigyo.sheet.Printed;

/**
 * Splits the content of a cell into its values. An instance is the pattern of one kind of cell, compiled once for any
 * number of texts.
 */
final class CellDivision {

    private static final String LINE = "line";
    private static final String ITEM = "item";
    private static final String BLANK = "blank";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

    private final Label pattern;
    private final List<CellPattern> wordings;

    private CellDivision(Label pattern, GridType type, Map<String, CellValue> with) {
        this.pattern = pattern;
        wordings = pattern.wordings().stream()
                .map(w -> CellPattern.of(w, name -> shape(name, type, with)))
                .toList();
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern text printed around the values, or null
     * @param type of the unnamed value, and of others without a type of their own
     * @param with further values by their names in the pattern
     * @return null if there is no pattern
     */
    static CellDivision of(Label pattern, GridType type, Map<String, CellValue> with) {
        return pattern == null ? null : new CellDivision(pattern, type, with);
    }

    /** The values of a cell that holds several of them side by side. */
    static List<String> split(Item cell, String how) {
        return switch (how) {
            case LINE -> filled(cell.lines().stream().map(Line::text).toList());
            case ITEM -> filled(Arrays.asList(Values.text(cell).split("\n")));
            case BLANK ->
                filled(cell.lines().stream()
                        .flatMap(line -> BLANKS.splitAsStream(line.text()))
                        .toList());
            default -> filled(Arrays.asList(Values.text(cell).split(Pattern.quote(how))));
        };
    }

    private static List<String> filled(List<String> texts) {
        return texts.stream().filter(t -> !Printed.blank(t)).toList();
    }

    /**
     * The values of a text by name, from the first wording of the pattern that fits. Empty if none fits; two readings
     * if the text is ambiguous.
     */
    List<Map<String, String>> readings(String text) {
        List<Map<String, String>> readings = new ArrayList<>();
        for (CellPattern pattern : wordings) {
            readings.addAll(pattern.readings(text));
            if (!readings.isEmpty()) {
                break;
            }
        }
        return readings;
    }

    private static String shape(String name, GridType type, Map<String, CellValue> with) {
        boolean own = name.equals(CellPattern.OWN);
        GridType printed = own ? type : with.get(name).or(type, null).type();
        return printed == GridType.DIGITS ? CellPattern.DIGITS : null;
    }

    @Override
    public String toString() {
        return pattern.toString();
    }
}
