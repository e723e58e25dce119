package org.jigyo.layout.load;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;

/** Checks what labels say: that they name something, and that a place in them is one that the engine fills. */
final class LabelCheck {

    private static final Pattern BRACE = Pattern.compile("\\{[^}]*\\}?|\\}");
    private static final String ANY = "{any year}";
    private static final int FARTHEST_YEAR = 50;

    private final Problems problems;

    LabelCheck(Problems problems) {
        this.problems = problems;
    }

    /** A label of cells: one printed year at most, and more text may be printed at an end. */
    void grid(Label label, String at) {
        for (String wording : label.wordings()) {
            if (key(wording).isEmpty()) {
                problems.add(at, "«" + wording + "» names nothing: a label needs what is printed");
            }
            Matcher m = BRACE.matcher(wording);
            int places = 0;
            while (m.find()) {
                places++;
                if (!m.group().equals(ANY)) {
                    year(m.group(), at);
                }
            }
            if (places > 1) {
                problems.add(at, "«" + wording + "» has more than one year; a label holds one");
            }
        }
        if (label.wordings().stream().map(LabelCheck::key).distinct().count()
                < label.wordings().size()) {
            problems.add(at, "a wording stands twice in the label «" + label + "»");
        }
    }

    private static String key(String wording) {
        return Printed.key(wording.replaceAll("^…|…$", ""));
    }

    /** A label that is compared letter by letter; in it the years that a sequence knows. */
    void literal(String label, boolean years, String at) {
        if (Printed.key(label).isEmpty()) {
            problems.add(at, "«" + label + "» names nothing: a label needs what is printed");
        }
        Matcher m = BRACE.matcher(label);
        while (m.find()) {
            if (years) {
                year(m.group(), at);
            } else {
                problems.add(at, "«" + m.group() + "» cannot stand in a label of a script, which is read as printed");
            }
        }
    }

    /** A place that has to be a year. */
    void year(String place, String at) {
        Matcher m = YearTemplate.PLACE.matcher(place);
        boolean near = m.matches()
                && (m.group(1) == null
                        || (m.group(1).length() <= 3 && Math.abs(Integer.parseInt(m.group(1))) <= FARTHEST_YEAR));
        if (!near) {
            problems.add(
                    at,
                    "«" + place + "» is no year" + Nearest.hint(place, List.of("{year}", "{year-1}", "{year+1}", ANY))
                            + "; a year is {year}, {year-1}, {year+2} or, in a grid, {any year}");
        }
    }

    /** The distance of the year that a label prints from the evaluated one, null without one. */
    static Integer offset(Label label) {
        Matcher m = YearTemplate.PLACE.matcher(label.wordings().get(0));
        return m.find() ? Integer.valueOf(YearTemplate.offset(m.group(1))) : null;
    }

    /** True when a distance from the evaluated year is one that forms print. */
    static boolean near(int offset) {
        return Math.abs(offset) <= FARTHEST_YEAR;
    }
}
