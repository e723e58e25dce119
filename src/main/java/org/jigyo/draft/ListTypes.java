package org.jigyo.draft;

import java.util.List;
import java.util.Map;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.sheet.Printed;

/** Finds the types of columns of a list; code lists go to the parts. */
record ListTypes(DraftParts parts) {

    /**
     * Sets the type of a field.
     *
     * @param is its path
     * @param texts its cells
     * @param alike texts of all columns with the same innermost label below others, which share a scale
     */
    void type(Map<String, Object> field, String is, List<String> texts, List<String> alike) {
        ValueKind kind = ValueKind.of(texts);
        Map<String, String> codes = ValueKind.codes(alike.isEmpty() ? texts : alike);
        boolean digits =
                !texts.isEmpty() && texts.stream().allMatch(t -> Printed.key(t).matches("\\d+"));
        if (is.matches("sdgs/\\d+|attributes/[^/]+/.+")) {
            field.put("type", "mark");
        } else if (is.startsWith("costs/") || is.startsWith("staffing/")) {
            field.put("type", kind.type() == null || kind.marks() ? "number" : kind.type());
            if (kind.pattern() != null) {
                field.put("pattern", kind.pattern());
            }
        } else if (is.startsWith("indicators/") && is.endsWith("{year}")) {
            boolean figures = texts.stream().allMatch(t -> t.matches("(?s).*[0-9０-９].*"));
            field.put("type", figures ? "measure" : "value");
        } else if (is.equals("serial")) {
            field.put("type", "number");
        } else if (is.contains("{code}")) {
            field.put("type", is.startsWith("sdgs/") ? "goal" : "coded");
        } else if (CellMeanings.rating(is) && !codes.isEmpty()) {
            field.put("type", "code");
            field.put("codes", parts.codeList(is, codes));
        } else if (digits) {
            field.put("type", "digits");
        } else if (texts.stream().anyMatch(t -> t.matches("(?s).*</?(?:ul|ol|li|br|p|div|span)\\b[^>]*>.*"))) {
            field.put("type", "html");
        } else if (is.startsWith("attributes/") && ValueKind.oneOf(texts)) {
            field.put("codes", parts.codeList(is, codes));
        }
    }
}
