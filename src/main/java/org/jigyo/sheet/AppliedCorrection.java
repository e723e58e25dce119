package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A misprinted value that the record states corrected.
 *
 * @param field path of the fact
 * @param printed the value on the sheet
 * @param corrected the value the record states instead
 * @param reason why the printed value is wrong
 * @param who person or office that vouches for the correction
 * @param when date of the decision, YYYY-MM-DD
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppliedCorrection(
        String field, String printed, String corrected, String reason, String who, String when) {

    /** The same correction, with characters that no text may hold written as {@code <U+…>}. */
    AppliedCorrection spelled() {
        return new AppliedCorrection(
                Characters.spelled(field),
                Characters.spelled(printed),
                Characters.spelled(corrected),
                Characters.spelled(reason),
                Characters.spelled(who),
                Characters.spelled(when));
    }
}
