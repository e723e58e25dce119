package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jigyo.layout.GridType;
import org.jigyo.page.Line;
import org.jigyo.sheet.Printed;

/** Divides what a cell holds into its values. An instance divides by the pattern of a kind of cells, for any number of texts. */
final class CellDivision {

    private static final String LINE = "line";
    private static final String ITEM = "item";

    private final List<CellPattern> wordings;

    /** @param kind one that has a pattern */
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
     * What a text says by the first of the pattern's wordings that fits: its values by their names; none or two readings when it does not
     * say it in one way.
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
