package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.sheet.Sheet;

/** The issues of one sheet, at most one a field and code. */
final class Doubts {

    private final Map<String, Sheet.Issue> issues = new LinkedHashMap<>();

    void add(Code code, List<String> fields, String message, int page, String text) {
        for (String field : fields) {
            issues.putIfAbsent(
                    code + " " + field,
                    new Sheet.Issue(code.name(), "warning", field, message, page == 0 ? null : page, text));
        }
    }

    void info(Code code, String message) {
        issues.putIfAbsent(code + " " + message, new Sheet.Issue(code.name(), "info", null, message, null, null));
    }

    /** A value whose runner-up is close, or that does not look like what it should be. */
    void choice(Step step, Value value, double margin, double cost, int page, String text) {
        List<String> fields = fields(step, value);
        if (margin < Cost.TIE) {
            add(Code.SLOT_AMBIGUOUS, fields, "could as well belong elsewhere; left out", page, text);
        } else if (margin < Cost.DOUBT) {
            add(Code.SLOT_AMBIGUOUS, fields, "could belong elsewhere", page, text);
        } else if (cost >= Cost.DOUBT && value.problem() == null) {
            add(Code.SLOT_AMBIGUOUS, fields, "does not look like what the form prints here", page, text);
        }
    }

    /** A slot that stays empty, but could have taken what another one took. */
    void rival(Step step, double margin) {
        if (margin < Cost.DOUBT) {
            add(Code.SLOT_AMBIGUOUS, fields(step, Value.NOTHING), "what stands elsewhere could belong here", 0, null);
        }
    }

    private static List<String> fields(Step step, Value value) {
        List<String> fields = new ArrayList<>(step.fields());
        if (fields.isEmpty()) {
            value.facts().keySet().stream().filter(p -> !p.startsWith("#")).forEach(fields::add);
            fields.addAll(value.fields());
        }
        return fields;
    }

    List<Sheet.Issue> issues() {
        return List.copyOf(issues.values());
    }
}
