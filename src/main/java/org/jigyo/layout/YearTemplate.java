package org.jigyo.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Era;

/**
 * A text of a layout with places for fiscal years: {@code {year}} is the evaluated one, {@code {year-1}} the one before. A place
 * is a western year in a path. In a label it is a printed year, before which the era may be written, as its name or as its letter
 * ({@code 令和{year}年度}, {@code R{year}年度}): that says how the form prints years, not in which era they lie.
 */
public final class YearTemplate {

    /** A place; the first group is the distance from the evaluated year, null for the evaluated year itself. */
    public static final Pattern PLACE = Pattern.compile("\\{year([+-]\\d+)?\\}");

    private static final Pattern PRINTED = Pattern.compile("(" + Era.WORDS + ")" + PLACE);

    private YearTemplate() {}

    /** The distance of a matched place from the evaluated year. */
    public static int offset(String group) {
        return group == null ? 0 : Integer.parseInt(group);
    }

    /** The place of the year at a distance from the evaluated one: {@code {year}}, {@code {year-1}}. */
    public static String place(int offset) {
        return offset == 0 ? "{year}" : String.format("{year%+d}", offset);
    }

    /** A path with western years in its places. */
    public static String path(String template, int evaluated) {
        return PLACE.matcher(template).replaceAll(m -> Integer.toString(evaluated + offset(m.group(1))));
    }

    /** A label as it is printed: 令和6, H30. Places stay as they are where the label does not say how the form prints years. */
    public static String label(String template, int evaluated) {
        return PRINTED.matcher(template).replaceAll(m -> {
            int year = evaluated + offset(m.group(2));
            return Matcher.quoteReplacement(m.group(1).length() == 1 ? Era.shortYear(year) : Era.year(year));
        });
    }
}
