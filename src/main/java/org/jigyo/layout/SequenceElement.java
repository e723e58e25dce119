package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that a form draws: a label, or a slot with a value. Labels and paths may hold years ({@link YearTemplate}); in a label,
 * which is compared letter by letter, the era stands before each of them.
 *
 * @param row the row of the form it stands in
 * @param label printed literal, compared without width and blanks
 * @param slot type of the value
 * @param to path of the fact; absent for a value that is drawn and not kept
 * @param and of pairs: path of the second text
 * @param codes name of the code list
 * @param digits how many digits
 * @param pool name shared by slots that drawing order cannot tell apart: they are taken when all of them hold the same value
 *     or when one assignment alone satisfies the identities, and left out otherwise
 * @param when the pool holds only where this row is on the page too
 * @param filled true when an empty indicator slot does not draw it
 * @param optional true when nothing is drawn for an empty cell
 * @param unproven true when no sheet has shown yet where the value is drawn: it is taken and flagged
 * @param with path of the fact that is printed if and only if this one is
 */
public record SequenceElement(
        @JsonProperty(required = true) String row,
        String label,
        Type slot,
        String to,
        String and,
        @NamedIn("codes") String codes,
        Integer digits,
        String pool,
        String when,
        boolean filled,
        boolean optional,
        boolean unproven,
        String with) {

    /**
     * Kept as given.
     *
     * @throws IllegalArgumentException when it is neither a label nor a slot, or both, or when a label has a year without its era
     */
    public SequenceElement {
        if ((label == null) == (slot == null)) {
            throw new IllegalArgumentException("an element is either a label or a slot");
        }
        if (label != null
                && YearTemplate.PLACE.matcher(YearTemplate.label(label, 2024)).find()) {
            throw new IllegalArgumentException("label «" + label
                    + "» needs the era before its year, as the form prints it: R{year}年度, 令和{year}年度");
        }
    }

    /** What a slot holds; a closed list. */
    public enum Type {
        /** Narrative or name; wrapped lines are joined, a dash is a blank cell. */
        @JsonProperty("text")
        TEXT,
        /** A short text on one line; blanks inside do not count. */
        @JsonProperty("word")
        WORD,
        /** A text on one line without a blank inside, or a dash. */
        @JsonProperty("phrase")
        PHRASE,
        /** A number, or a dash for a blank cell. */
        @JsonProperty("number")
        NUMBER,
        /** A number, a dash, or a few characters where a form allows words for figures. */
        @JsonProperty("value")
        VALUE,
        /** A dash in a cell that holds nothing else. */
        @JsonProperty("dash")
        DASH,
        /** A check box: ticked says that the fact is true. */
        @JsonProperty("box")
        BOX,
        /** A value of the code list. */
        @JsonProperty("code")
        CODE,
        /** So many digits, which stay text. */
        @JsonProperty("digits")
        DIGITS,
        /** A year as printed (平成25年度, R4, 4), or a dash. */
        @JsonProperty("year")
        YEAR,
        /** Two texts side by side on each line, parted by a blank; each goes on with what is printed elsewhere at its path. */
        @JsonProperty("pairs")
        PAIRS,
        /** SDGs: goal, target and note, one or several. */
        @JsonProperty("sdgs")
        SDGS
    }
}
