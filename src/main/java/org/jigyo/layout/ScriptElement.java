package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One drawn thing: a label (literal) or a slot (typed value).
 *
 * @param label printed literal, compared without width and spaces
 * @param times number of times the label is drawn in a row; 1 if absent
 * @param slot type of the value
 * @param to path of the fact, with {@code {year}} and {@code {slot}} for columns; absent for a value that is only
 * checked
 * @param years offsets of the columns from the evaluated year
 * @param slots numbers of the indicator slots that the element concerns
 * @param codes name of the code list
 * @param ends name of a code list of usual endings of such a text; evidence, not a condition
 * @param always true if a text with another ending is doubtful
 * @param sentence true if a text that does not end with a full stop is doubtful
 * @param longer number of characters that such a text usually exceeds; evidence, not a condition
 * @param says name of a code list of phrases that such a text usually contains; evidence, not a condition
 * @param rightOf label to the left of the cell on the page; if boxes are known, the nearest such label decides
 * @param decimals number of decimals of each number, if the form is consistent
 * @param digits number of digits
 * @param lines maximum number of lines of such a text, if the cell is limited
 * @param most maximum number of repetitions of the value, each as a separate block; 1 if absent
 * @param per name of a count of the page: the element is drawn that many times
 * @param optional true if nothing is drawn for an empty cell
 * @param glues true if the value is sometimes drawn without a gap after the one before it
 * @param spread true if the numbers of a row are drawn as separate blocks
 * @param guards paths or globs of facts that are doubtful if the label is missing
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
     * Turns absent lists into empty ones.
     *
     * @throws IllegalArgumentException if not exactly one of label and slot is given
     */
    public ScriptElement {
        if ((label == null) == (slot == null)) {
            throw new IllegalArgumentException("an element needs exactly one of label and slot");
        }
        years = years == null ? List.of() : List.copyOf(years);
        slots = slots == null ? List.of() : List.copyOf(slots);
        guards = guards == null ? List.of() : List.copyOf(guards);
    }
}
