package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A printed value that was known to be wrong and that the record states corrected.
 *
 * @param field path of the fact
 * @param printed what the sheet prints
 * @param corrected what the record states instead
 * @param reason why
 * @param who answers for it
 * @param when it was decided, as YYYY-MM-DD
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppliedCorrection(
        String field, String printed, String corrected, String reason, String who, String when) {

    /** The same correction with code points that no text may hold spelled out. */
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
