package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;

/**
 * A problem of a sheet record.
 *
 * @param code kind of problem
 * @param severity how much it matters; lower case in JSON
 * @param field the field in doubt, as narrow as the doubt is, or null if the issue concerns no fact
 * @param message one sentence for a person
 * @param page 1-based page, or null
 * @param text the printed text in question, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Issue(Code code, Severity severity, FieldPath field, String message, Integer page, String text) {

    /** An issue that users of the field must know about. */
    public static Issue warning(Code code, String field, String message) {
        return new Issue(code, Severity.WARNING, FieldPath.of(field), message, null, null);
    }

    /** A copy with its page (1-based) and the printed text; null if unknown. */
    public Issue printed(Integer newPage, String newText) {
        return new Issue(code, severity, field, message, newPage, newText);
    }

    /** A copy with another severity. */
    public Issue as(Severity newSeverity) {
        return new Issue(code, newSeverity, field, message, page, text);
    }

    /** True if this issue puts a fact in doubt: its severity is above info, and its field covers the path. */
    public boolean doubts(String path) {
        return severity != Severity.INFO && covers(path);
    }

    /** True if the field of this issue covers the path of a fact. */
    public boolean covers(String path) {
        return field != null && field.covers(path);
    }
}
