package org.jigyo.extract.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Printed;

/** Figures with a unit or a word next to them: 80以上, 約12箇所, 3/5. */
public final class FigureWithUnit {

    /** Maximum length of the text next to the figure: 以上, 箇所以内. */
    private static final int LONGEST_UNIT = 6;

    private static final Pattern FIGURE = Pattern.compile("[\\d.,]+");

    /** A letter next to a digit that OCR confuses with a digit: l34, 3O. */
    private static final Pattern LIKE_DIGIT = Pattern.compile("[IlOoSBZ|]\\d|\\d[IlOoSBZ|]");

    /** The mark of a note next to a digit: 334³, ①334; not a square metre. */
    private static final Pattern NOTE = Pattern.compile("\\d\\p{No}|\\p{No}\\d");

    private FigureWithUnit() {}

    /** True if each figure is well-formed and little else is printed. */
    public static boolean plain(String key) {
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
