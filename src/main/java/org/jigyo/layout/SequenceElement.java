package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that a form draws: a label, or a slot with a value. Labels and paths may contain years
 * ({@link YearTemplate}); in a label, which is compared letter by letter, each year needs its era before it.
 *
 * @param row the row of the form that it belongs to
 * @param label printed literal, compared without width and spaces
 * @param slot type of the value
 * @param to path of the fact; absent for a value that is drawn and not kept
 * @param and for pairs: path of the second text
 * @param codes name of the code list
 * @param digits number of digits
 * @param pool name shared by slots that drawing order cannot distinguish: they are read if all of them hold the same
 * value or if only one assignment satisfies the identities, and left out otherwise
 * @param when the pool applies only if this row is on the page, too
 * @param filled true if an empty indicator slot does not draw it
 * @param optional true if nothing is drawn for an empty cell
 * @param unproven true if no sheet has confirmed yet where the value is drawn: it is read and flagged
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
     * Checks the arguments.
     *
     * @throws IllegalArgumentException if not exactly one of label and slot is given, or if a label has a year without
     * its era
     */
    public SequenceElement {
        if ((label == null) == (slot == null)) {
            throw new IllegalArgumentException("an element needs exactly one of label and slot");
        }
        if (label != null
                && YearTemplate.PLACE.matcher(YearTemplate.label(label, 2024)).find()) {
            throw new IllegalArgumentException("label «" + label
                    + "» needs the era before its year, as the form prints it: R{year}年度 or 令和{year}年度");
        }
    }

    /** The type of a slot; a closed list. */
    public enum Type {
        /** A narrative or a name; wrapped lines are joined, and a dash means blank. */
        @JsonProperty("text")
        TEXT,
        /** A short text on one line; inner spaces are ignored. */
        @JsonProperty("word")
        WORD,
        /** A text on one line without inner spaces, or a dash. */
        @JsonProperty("phrase")
        PHRASE,
        /** A number, or a dash for a blank cell. */
        @JsonProperty("number")
        NUMBER,
        /** A number, a dash, or a few characters where a form allows words instead of figures. */
        @JsonProperty("value")
        VALUE,
        /** A dash in a cell that holds nothing else. */
        @JsonProperty("dash")
        DASH,
        /** A check box; ticked means true. */
        @JsonProperty("box")
        BOX,
        /** A value of the code list. */
        @JsonProperty("code")
        CODE,
        /** A fixed number of digits, kept as text. */
        @JsonProperty("digits")
        DIGITS,
        /** A printed year (平成25年度, R4, 4), or a dash. */
        @JsonProperty("year")
        YEAR,
        /**
         * Two texts side by side on each line, separated by a space; each continues with the text printed elsewhere for
         * its path.
         */
        @JsonProperty("pairs")
        PAIRS,
        /** One or several SDGs: goal, target and note. */
        @JsonProperty("sdgs")
        SDGS
    }
}
