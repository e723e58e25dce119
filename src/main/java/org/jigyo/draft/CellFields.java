package org.jigyo.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.sheet.Printed;

/** Proposes fields for single cells. */
final class CellFields {

    private static final Pattern PERIOD = Pattern.compile(".*年度?[～~〜-].*年度?.*");
    private static final int LONG = 25;
    private static final int SAMPLES = 5;

    private final DraftParts parts;
    private final Form form;
    private final int sheets;
    private final GivenAnswers answers;
    private final InnerFields inner;

    CellFields(DraftParts parts, Form form, GivenAnswers answers) {
        this.parts = parts;
        this.form = form;
        this.sheets = form.sheets().size();
        this.answers = answers;
        this.inner = new InnerFields(parts, sheets, answers);
    }

    /** Proposes a field for a place, or asks. */
    void propose(FormCell cell) {
        String label = cell.found().get(0).label().text().replaceAll("\\s+", "");
        if (parts.lexicon().exactly(Group.DROPPED, cell.word()).isPresent()) {
            if (cell.relation() == Relation.RIGHT || cell.relation() == Relation.BELOW) {
                parts.dropped().add(cell.word());
            }
            return;
        }
        List<String> texts = cell.texts();
        if (texts.isEmpty()
                || cell.relation() == Relation.FURTHER
                || parts.dropped().contains(cell.word())) {
            return;
        }
        boolean part = cell.part();
        Map<String, Object> field = new LinkedHashMap<>();
        locate(cell, field);
        if (inner.propose(cell, field)) {
            return;
        }
        field.clear();
        boolean ringed = cell.found().stream().anyMatch(f -> f.value().ringed());
        ValueKind kind = ringed ? ValueKind.ringed(texts) : ValueKind.of(texts);
        Optional<Meaning> known = new CellMeanings(parts, form).of(cell, kind, texts);
        String asked = "field:" + (cell.context() == null ? "" : cell.context() + ">") + cell.word() + suffix(cell);
        String to = answers.of(asked).orElseGet(() -> known.map(Meaning::key).orElseGet(() -> own(cell, kind, texts)));
        if (to.equals("ignore")) {
            // still a label, at which the cell left of it ends
            if (cell.relation() == Relation.RIGHT && cell.row() == 0 && cell.context() == null && !part) {
                parts.dropped().add(cell.word());
            }
            return;
        }
        if (!parts.free((part ? "parts/" : "") + to)) {
            to = own(cell, kind, texts);
            parts.free((part ? "parts/" : "") + to);
        }
        double certainty = answers.of(asked).isPresent()
                ? 1
                : known.map(Meaning::certainty).orElse(0.3);
        field.put("to", to);
        locate(cell, field);
        if (kind.marks()) {
            options(field, to, kind, ringed || kind.circled());
        } else {
            type(field, to, kind, texts);
        }
        Map<Integer, PrintedPiece> anchors = new TreeMap<>();
        cell.found().forEach(f -> anchors.putIfAbsent(f.sheet(), f.label()));
        int filled = (int) cell.found().stream()
                .filter(f -> !f.value().blank())
                .mapToInt(FormCell.Found::sheet)
                .distinct()
                .count();
        List<String> samples = texts.stream().distinct().limit(SAMPLES).toList();
        parts.add(new Proposal(
                field, label, List.of(cell.word()), cell.context(), anchors, part, certainty, filled, samples));
        if (certainty < 1) {
            parts.ask(new Question(
                    asked,
                    "「" + label + "」の欄は何ですか。",
                    "What does the cell «" + label + "» say?",
                    to,
                    List.of(),
                    samples,
                    (1 - certainty) * filled / sheets));
        }
    }

    private static String suffix(FormCell cell) {
        return (cell.relation() == Relation.RIGHT
                        ? ""
                        : "@" + cell.relation().name().toLowerCase(Locale.ROOT))
                + (cell.row() == 0 ? "" : "#" + cell.row());
    }

    private String own(FormCell cell, ValueKind kind, List<String> texts) {
        double length = texts.stream().mapToInt(String::length).average().orElse(0);
        String label = (cell.context() == null || cell.context().startsWith("{") ? "" : cell.context())
                + cell.word()
                + (cell.row() > 1 ? " " + cell.row() : "")
                + (cell.relation() == Relation.SECOND ? " 2" : "");
        if (kind.marks()) {
            return "attributes/" + parts.ownKey("attributes", label) + (kind.single(texts) ? "" : "/{value}");
        }
        if (ValueKind.grades(texts)) {
            return "ratings/" + parts.ownKey("ratings", label);
        }
        boolean sentences =
                2 * texts.stream().filter(t -> t.strip().endsWith("。")).count() > texts.size();
        String group = length > LONG || sentences ? "texts" : "attributes";
        return group + "/" + parts.ownKey(group, label);
    }

    private static void locate(FormCell cell, Map<String, Object> field) {
        switch (cell.relation()) {
            case LEFT -> field.put("left-of", cell.word());
            case BELOW -> field.put("below", cell.word());
            default -> field.put("right-of", cell.word());
        }
        if (cell.row() > 0) {
            field.put("row", cell.row());
        }
        if (cell.relation() == Relation.SECOND) {
            field.put("take", "second");
        }
    }

    private void options(Map<String, Object> field, String to, ValueKind kind, boolean ringed) {
        field.put("type", "options");
        field.put("codes", parts.codeList(to, kind.codes()));
        field.put("marks", ringed ? "ring" : "box");
        parts.marks().put(ringed ? "ring" : "box", ringed ? List.of() : List.of("■", "☑", "●", "○", "◯", "レ", "✓"));
    }

    private void type(Map<String, Object> field, String to, ValueKind kind, List<String> texts) {
        if (to.contains("{code}")) {
            field.put("type", to.startsWith("sdgs/") ? "goal" : "coded");
            Optional.ofNullable(to.startsWith("sdgs/") ? ValueKind.between(texts) : null)
                    .ifPresent(between -> field.put("split", between));
        } else if (CellMeanings.rating(to)) {
            Map<String, String> codes = ValueKind.codes(texts);
            if (!codes.isEmpty()) {
                field.put("type", "code");
                field.put("codes", parts.codeList(to, codes));
            }
        } else if (to.matches("indicators/\\d/name")) {
            if (ValueKind.withUnits(texts)) {
                field.put("type", "with-unit");
                field.put("and", to.replace("/name", "/unit"));
            }
        } else if (to.startsWith("indicators/") && to.endsWith("/{year}")) {
            field.put("type", texts.stream().allMatch(t -> t.matches(".*[0-9０-９].*")) ? "measure" : "value");
            if (!cellYear(field)) {
                field.put("year", 0);
            }
        } else if (to.startsWith("costs/") || to.startsWith("staffing/")) {
            field.put("type", kind.type());
            if (kind.pattern() != null) {
                field.put("pattern", kind.pattern());
            }
            if (!cellYear(field)) {
                field.put("year", 0);
            }
        } else if (to.equals("attributes/period")
                && texts.stream().allMatch(t -> PERIOD.matcher(Printed.key(t)).matches())) {
            field.put("type", "period");
        } else if (to.startsWith("attributes/") && ValueKind.oneOf(texts)) {
            field.put("codes", parts.codeList(to, ValueKind.codes(texts)));
        } else if (!to.startsWith("texts/")
                && texts.stream().allMatch(t -> Printed.key(t).matches("\\d+"))) {
            field.put("type", "digits");
        }
    }

    private static boolean cellYear(Map<String, Object> field) {
        return field.values().stream()
                .anyMatch(v ->
                        v.toString().contains("{year") && !v.toString().matches("(?:costs|staffing|indicators)/.*"));
    }
}
