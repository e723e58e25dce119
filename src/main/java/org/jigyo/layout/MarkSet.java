package org.jigyo.layout;

import java.util.List;
import org.jigyo.sheet.Printed;

/**
 * The marks with which a form shows which options are chosen.
 *
 * @param chosen marks of a chosen option: ●, ■, レ, （○）
 * @param open marks of an option that is not chosen: ○, □, （ ）; empty if such an option has no mark
 * @param circled true if an option is chosen by a circle: drawn around it, or around the number that it begins with (② for 2)
 */
public record MarkSet(List<String> chosen, List<String> open, boolean circled) {

    /** Turns the marks into the keys by which they are compared, and null into an empty list. */
    public MarkSet {
        chosen = keys(chosen);
        open = keys(open);
    }

    private static List<String> keys(List<String> marks) {
        return marks == null ? List.of() : marks.stream().map(Printed::key).toList();
    }
}
