package org.jigyo.sheet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes of the 17 Sustainable Development Goals (8) and their 169 targets (8.3, 8.a). Source: UN General Assembly
 * resolution A/RES/71/313, annex.
 */
public final class SdgCode {

    /** Number of goals. */
    public static final int GOALS = 17;

    private static final Pattern GOAL = Pattern.compile("[1-9]|1[0-7]");
    private static final Pattern TARGET = Pattern.compile("([1-9]|1[0-7])\\.(?:([1-9]\\d?)|([a-d]))");

    /** Number of targets with a number, by goal. */
    private static final List<Integer> NUMBERED = List.of(5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19);

    /** Number of targets with a letter (a, b, …), by goal. */
    private static final List<Integer> LETTERED = List.of(2, 3, 4, 3, 3, 2, 2, 2, 3, 3, 3, 3, 2, 3, 3, 2, 0);

    private SdgCode() {}

    /** True for the number of a goal. */
    public static boolean goal(String code) {
        return GOAL.matcher(code).matches();
    }

    /** True for a target: the number of a goal, a point, and the number or letter of one of its targets. */
    public static boolean target(String code) {
        Matcher m = TARGET.matcher(code);
        if (!m.matches()) {
            return false;
        }
        int goal = Integer.parseInt(m.group(1)) - 1;
        return m.group(2) != null
                ? Integer.parseInt(m.group(2)) <= NUMBERED.get(goal)
                : m.group(3).charAt(0) - 'a' < LETTERED.get(goal);
    }
}
