package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;

/**
 * A doubt about a sheet record.
 *
 * @param code what kind of problem
 * @param severity how much it matters; lower case in JSON
 * @param field what is in doubt, no wider than the doubt, or null when the issue names no fact
 * @param message one sentence for a person
 * @param page 1-based page, or null
 * @param text the printed text in question, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Issue(Code code, Severity severity, FieldPath field, String message, Integer page, String text) {

    /** An issue that a user of the field must know. */
    public static Issue warning(Code code, String field, String message) {
        return new Issue(code, Severity.WARNING, FieldPath.of(field), message, null, null);
    }

    /** The same issue with its page, 1-based, and the printed text; null for what is unknown. */
    public Issue printed(Integer newPage, String newText) {
        return new Issue(code, severity, field, message, newPage, newText);
    }

    /** The same issue with another severity. */
    public Issue as(Severity newSeverity) {
        return new Issue(code, newSeverity, field, message, page, text);
    }

    /** True when this says that a fact is in doubt: it is more than a note, and its field covers the path. */
    public boolean doubts(String path) {
        return severity != Severity.INFO && covers(path);
    }

    /** True when the field of this issue covers the path of a fact. */
    public boolean covers(String path) {
        return field != null && field.covers(path);
    }
}
