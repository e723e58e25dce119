package org.jigyo.layout;

import java.util.List;

/**
 * The marks with which a form shows which options are chosen.
 *
 * @param chosen marks of a chosen option: ●, ■, レ, （○）
 * @param open marks of an option that is not chosen: ○, □, （ ）; empty if such an option has no mark
 * @param circled true if an option is chosen by a circle: drawn around it, or around the number that it begins with (② for 2)
 */
public record MarkSet(List<String> chosen, List<String> open, boolean circled) {

    /** Turns null into an empty list. */
    public MarkSet {
        chosen = chosen == null ? List.of() : List.copyOf(chosen);
        open = open == null ? List.of() : List.copyOf(open);
    }
}
