package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jigyo.layout.GridType;
import org.jigyo.page.Line;
import org.jigyo.sheet.Printed;

/**
 * Splits the content of a cell into its values. An instance uses the pattern of one kind of cell, for any number of
 * texts.
 */
final class CellDivision {

    private static final String LINE = "line";
    private static final String ITEM = "item";

    private final List<CellPattern> wordings;

    /**
     * @param kind a kind with a pattern
     */
    CellDivision(CellKind kind) {
        wordings = kind.pattern().wordings().stream()
                .map(w -> CellPattern.of(w, name -> shape(kind, name)))
                .toList();
    }

    /** The values of a cell that holds several of them side by side. */
    static List<String> split(Item cell, String how) {
        return switch (how) {
            case LINE -> filled(cell.lines().stream().map(Line::text).toList());
            case ITEM -> filled(Arrays.asList(Values.text(cell).split("\n")));
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

    private static String shape(CellKind kind, String name) {
        boolean own = name.equals(CellPattern.OWN);
        GridType type = own ? kind.type() : kind.other(kind.with().get(name)).type();
        return type == GridType.DIGITS ? CellPattern.DIGITS : null;
    }
}
