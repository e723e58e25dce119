package org.jigyo.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Era;

/**
 * A text of a layout with placeholders for fiscal years: {@code {year}} is the evaluated year, {@code {year-1}} the
 * year before. In a path, a placeholder becomes a western year. In a label it becomes a printed year, and the era may
 * be written before it as a name or letter ({@code 令和{year}年度}, {@code R{year}年度}); this tells how the form prints
 * years, not in which era they are.
 */
public final class YearTemplate {

    /** A placeholder; the first group is the offset from the evaluated year, null for that year itself. */
    public static final Pattern PLACE = Pattern.compile("\\{year([+-]\\d+)?\\}");

    /** A word for a year as seen from another one, behind nothing that compares it: 前年度, not 対前年度. */
    private static final Pattern RELATIVE = Pattern.compile("(?<!対|翌)(前々|一昨|前|昨|当該?|本|今|翌々|翌|次|来)年度(?!比|差|増減|から|まで)");

    private static final Pattern PRINTED = Pattern.compile("(" + Era.WORDS + ")" + PLACE);

    private YearTemplate() {}

    /** The offset that a matched placeholder denotes. */
    public static int offset(String group) {
        return group == null ? 0 : Integer.parseInt(group);
    }

    /** How far the year that a label says in a word lies from the current one: 前年度 -1, 当年度 0, 翌年度 1; null for none. */
    public static Integer relative(String label) {
        Matcher m = RELATIVE.matcher(label);
        return !m.find()
                ? null
                : (Integer)
                        switch (m.group(1)) {
                            case "前々", "一昨" -> -2;
                            case "前", "昨" -> -1;
                            case "翌", "次", "来" -> 1;
                            case "翌々" -> 2;
                            default -> 0;
                        };
    }

    /** The placeholder for an offset: {@code {year}}, {@code {year-1}}. */
    public static String place(int offset) {
        return offset == 0 ? "{year}" : String.format("{year%+d}", offset);
    }

    /** A path once for each of some offsets, with {@code {year}} as their placeholder; the path itself if there are none. */
    public static List<String> each(String path, List<Integer> offsets) {
        return offsets.isEmpty()
                ? List.of(path)
                : offsets.stream()
                        .map(offset -> path.replace(place(0), place(offset)))
                        .distinct()
                        .toList();
    }

    /** A path with its placeholders replaced by western years. */
    public static String path(String template, int evaluated) {
        return PLACE.matcher(template).replaceAll(m -> Integer.toString(evaluated + offset(m.group(1))));
    }

    /** A label as printed: 令和6, H30. Placeholders stay if the label does not say how the form prints years. */
    public static String label(String template, int evaluated) {
        return PRINTED.matcher(template).replaceAll(m -> {
            int year = evaluated + offset(m.group(2));
            return Matcher.quoteReplacement(m.group(1).length() == 1 ? Era.shortYear(year) : Era.year(year));
        });
    }
}
