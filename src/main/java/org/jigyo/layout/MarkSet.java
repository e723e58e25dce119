package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The marks by which a form shows which options are chosen.
 *
 * @param chosen what stands at an option that is chosen: ●, ■, レ, （○）
 * @param open what stands at one that is not: ○, □, （ ）; where there is none, nothing does
 * @param circled true when an option that begins with a number is chosen by a circle around it: ② for 2
 */
public record MarkSet(@JsonProperty(required = true) List<String> chosen, List<String> open, boolean circled) {

    /** No marks are none. */
    public MarkSet {
        chosen = chosen == null ? List.of() : List.copyOf(chosen);
        open = open == null ? List.of() : List.copyOf(open);
    }
}
