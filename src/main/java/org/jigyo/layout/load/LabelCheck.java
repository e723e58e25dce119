package org.jigyo.layout.load;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;

/** Checks that labels contain printed text, and that the engine can fill each placeholder in them. */
final class LabelCheck {

    private static final Pattern BRACE = Pattern.compile("\\{[^}]*\\}?|\\}");
    private static final String MORE = "…";
    private static final String ANY = "{any year}";
    private static final int FARTHEST_YEAR = 50;

    private final Problems problems;

    LabelCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks a label of a grid: at most one printed year; … allows further text at an end. */
    void grid(Label label, String at) {
        for (String wording : label.wordings()) {
            if (key(wording).isEmpty()) {
                problems.add(at, "«" + wording + "» matches anything; a label needs printed text");
            }
            if (closed(wording).contains(MORE)) {
                problems.add(
                        at,
                        "«" + wording
                                + "»: … stands for more text only at the beginning and at the end of a label; write the part before it or after it");
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
                problems.add(at, "«" + wording + "» has more than one year; a label can have only one");
            }
        }
        if (label.wordings().stream().map(LabelCheck::key).distinct().count()
                < label.wordings().size()) {
            problems.add(at, "a wording is listed twice in the label «" + label + "»");
        }
    }

    private static String key(String wording) {
        return Printed.key(closed(wording));
    }

    private static String closed(String wording) {
        return wording.replaceAll("^…|…$", "");
    }

    /** Checks a label that is compared letter by letter; in a sequence it may contain years. */
    void literal(String label, boolean years, String at) {
        if (Printed.key(label).isEmpty()) {
            problems.add(at, "«" + label + "» matches anything; a label needs printed text");
        }
        Matcher m = BRACE.matcher(label);
        while (m.find()) {
            if (years) {
                year(m.group(), at);
            } else {
                problems.add(
                        at,
                        "«" + m.group()
                                + "» cannot be used in a label of a script; write the label exactly as printed");
            }
        }
    }

    /** Checks a placeholder that must be a year. */
    void year(String place, String at) {
        Matcher m = YearTemplate.PLACE.matcher(place);
        boolean near = m.matches()
                && (m.group(1) == null
                        || (m.group(1).length() <= 3 && Math.abs(Integer.parseInt(m.group(1))) <= FARTHEST_YEAR));
        if (!near) {
            problems.add(
                    at,
                    "«" + place + "» is not a year"
                            + Nearest.hint(place, List.of("{year}", "{year-1}", "{year+1}", ANY))
                            + "; write {year}, {year-1}, {year+2} or, in a grid, {any year}");
        }
    }

    /** The offset from the evaluated year of the year in a label; null if there is none. */
    static Integer offset(Label label) {
        Matcher m = YearTemplate.PLACE.matcher(label.wordings().get(0));
        return m.find() ? Integer.valueOf(YearTemplate.offset(m.group(1))) : null;
    }

    /** True for an offset within the range that forms print. */
    static boolean near(int offset) {
        return Math.abs(offset) <= FARTHEST_YEAR;
    }
}
