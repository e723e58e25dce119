package org.jigyo.extract.grid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Printed;

/** Figures with a unit or a word beside them: 80以上, 約12箇所, 3/5. */
final class FigureWithUnit {

    /** What stands beside the figure: 以上, 箇所以内. */
    private static final int LONGEST_UNIT = 6;

    private static final Pattern FIGURE = Pattern.compile("[\\d.,]+");

    /** A letter beside a digit that text recognition takes for a digit: l34, 3O. */
    private static final Pattern LIKE_DIGIT = Pattern.compile("[IlOoSBZ|]\\d|\\d[IlOoSBZ|]");

    /** The mark of a note beside a digit: 334³, ①334; not a square metre. */
    private static final Pattern NOTE = Pattern.compile("\\d\\p{No}|\\p{No}\\d");

    private FigureWithUnit() {}

    /** True when each figure in it is well formed and little else is printed. */
    static boolean plain(String key) {
        Matcher figures = FIGURE.matcher(key);
        int words = key.length();
        while (figures.find()) {
            words -= figures.group().length();
            if (Printed.number(figures.group()).isEmpty()) {
                return false;
            }
        }
        return words > 0
                && words < key.length()
                && words <= LONGEST_UNIT
                && !LIKE_DIGIT.matcher(key).find()
                && !NOTE.matcher(key).find();
    }
}
