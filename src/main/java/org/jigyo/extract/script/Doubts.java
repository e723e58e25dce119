package org.jigyo.extract.script;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;

/** The issues of one sheet, at most one for each field and code. */
final class Doubts {

    private final Map<String, Issue> issues = new LinkedHashMap<>();

    void add(Code code, Collection<String> fields, String message, int page, String text) {
        for (String field : fields) {
            if (field.startsWith("#")) {
                continue;
            }
            issues.putIfAbsent(
                    code + " " + field, Issue.warning(code, field, message).printed(page == 0 ? null : page, text));
        }
    }

    void info(Code code, String message) {
        issues.putIfAbsent(
                code + " " + message, Issue.warning(code, null, message).as(Severity.INFO));
    }

    /** Doubts a value whose runner-up is close, or that does not look like what is expected. */
    void choice(Collection<String> fields, Value value, double margin, double cost, int page, String text) {
        if (margin < Cost.TIE) {
            add(Code.SLOT_AMBIGUOUS, fields, "could equally belong to another field; left out", page, text);
        } else if (margin < Cost.DOUBT) {
            add(Code.SLOT_AMBIGUOUS, fields, "could belong to another field", page, text);
        } else if (cost >= Cost.DOUBT && value.problem() == null) {
            add(Code.SLOT_AMBIGUOUS, fields, "does not look like the expected content", page, text);
        }
    }

    /** Doubts a slot without a value that could have taken the text of another slot. */
    void rival(Collection<String> fields, double margin) {
        if (margin < Cost.DOUBT) {
            add(Code.SLOT_AMBIGUOUS, fields, "text read for another field could belong here", 0, null);
        }
    }

    boolean about(String field) {
        return issues.values().stream().anyMatch(i -> FieldPath.of(field).equals(i.field()));
    }

    List<Issue> issues() {
        return List.copyOf(issues.values());
    }
}
