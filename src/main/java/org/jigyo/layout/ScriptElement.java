package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One thing that is drawn: either a label (a literal) or a slot (a typed value).
 *
 * @param label printed literal, compared without width and blanks
 * @param times how often the label is drawn in a row, 1 when absent
 * @param slot type of the value
 * @param to path of the fact, with {@code {year}} and {@code {slot}} for columns; absent for a value that is only checked
 * @param years offsets of the columns from the evaluated year
 * @param slots numbers of the indicator slots that the element speaks of
 * @param codes name of the code list
 * @param ends name of a code list of endings that such a text usually has; evidence, not a condition
 * @param always true when a text with another ending is doubtful
 * @param sentence true when a text that does not end with a full stop is doubtful
 * @param longer characters that such a text usually exceeds; evidence, not a condition
 * @param says name of a code list of phrases that such a text usually holds; evidence, not a condition
 * @param rightOf label left of the cell on the page; where boxes are known, the nearest such label decides
 * @param decimals decimals that each number is printed with, when the form is consistent
 * @param digits how many digits
 * @param lines how many lines such a text has at most, when the cell has no more
 * @param most how often the value may be repeated, each time as a block of its own; 1 when absent
 * @param per name of a count of the page: the element is drawn that many times
 * @param optional true when nothing is drawn for an empty cell
 * @param glues true when the value is at times drawn without a gap to the one before it
 * @param spread true when the numbers of a row are drawn as blocks of their own
 * @param guards paths or globs of facts that cannot be trusted when the label is missing
 */
public record ScriptElement(
        String label,
        Integer times,
        SlotType slot,
        String to,
        List<Integer> years,
        List<Integer> slots,
        @NamedIn("codes") String codes,
        @NamedIn("codes") String ends,
        boolean always,
        boolean sentence,
        Integer longer,
        @NamedIn("codes") String says,
        @JsonProperty("right-of") String rightOf,
        Integer decimals,
        Integer digits,
        Integer lines,
        Integer most,
        String per,
        boolean optional,
        boolean glues,
        boolean spread,
        @FactGlobs List<String> guards) {

    /**
     * Absent lists are empty.
     *
     * @throws IllegalArgumentException when it is neither a label nor a slot, or both
     */
    public ScriptElement {
        if ((label == null) == (slot == null)) {
            throw new IllegalArgumentException("an element is either a label or a slot");
        }
        years = years == null ? List.of() : List.copyOf(years);
        slots = slots == null ? List.of() : List.copyOf(slots);
        guards = guards == null ? List.of() : List.copyOf(guards);
    }
}
