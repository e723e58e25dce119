package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.InnerLabels;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.sheet.Printed;

/** Proposes fields for texts that print their own labels. */
final class InnerFields {

    private static final int LONG = 25;
    private static final int SAMPLES = 5;

    private final DraftParts parts;
    private final int sheets;
    private final GivenAnswers answers;

    InnerFields(DraftParts parts, int sheets, GivenAnswers answers) {
        this.parts = parts;
        this.sheets = sheets;
        this.answers = answers;
    }

    /** What stands behind one label. */
    private record Inner(String label, String to, double certainty, List<String> texts) {}

    /** Proposes a line, or a cell beside no label. */
    void propose(FormLine line) {
        List<Inner> inner = inner(line.values(), "", false);
        Map<String, Object> field = new LinkedHashMap<>();
        String pattern = pattern(line.labels(), inner, field);
        if (!inner.isEmpty()) {
            field.remove("pattern");
            field.put("on-line", pattern);
            add(field, inner, null, false, line.found(), List.of());
        }
    }

    /** Proposes the cell beside a label. Returns false if its texts print no labels, so that it is one value. */
    boolean propose(FormCell cell, Map<String, Object> located) {
        Optional<List<InnerLabels>> all = InnerLabels.all(cell.texts());
        if (all.isEmpty()) {
            return false;
        }
        List<Inner> inner = inner(all.get(), cell.word(), cell.part());
        Map<String, Object> field = new LinkedHashMap<>(located);
        pattern(all.get().get(0).labels(), inner, field);
        Map<Integer, PrintedPiece> anchors = new TreeMap<>();
        cell.found().forEach(f -> anchors.putIfAbsent(f.sheet(), f.label()));
        if (!inner.isEmpty()) {
            add(field, inner, cell.context(), cell.part(), anchors, List.of(cell.word()));
        }
        return true;
    }

    private List<Inner> inner(List<InnerLabels> all, String outer, boolean part) {
        List<Inner> inner = new ArrayList<>();
        List<String> labels = all.get(0).labels();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            int at = i;
            List<String> texts = all.stream()
                    .map(l -> l.values().get(at))
                    .filter(t -> !Printed.blank(t))
                    .toList();
            boolean person = parts.lexicon().exactly(Group.DROPPED, label).isPresent();
            Optional<String> answer = answers.of("inner:" + label);
            if (!person && !texts.isEmpty() && !answer.filter("ignore"::equals).isPresent()) {
                Meaning known = answer.map(a -> new Meaning(a, 1))
                        .or(() -> parts.lexicon()
                                .meaning(Group.FIELDS, label)
                                .filter(m -> CellMeanings.fits(m.key(), texts)
                                        || (m.key().startsWith("ratings/")
                                                && texts.stream().allMatch(t -> t.length() < LONG))))
                        .orElseGet(() -> new Meaning(own(outer, label, texts), 0.3));
                String to = parts.free((part ? "parts/" : "") + known.key()) ? known.key() : own(outer, label, texts);
                inner.add(new Inner(label, to, to.equals(known.key()) ? known.certainty() : 0.3, texts));
            }
        }
        return inner;
    }

    private String own(String outer, String label, List<String> texts) {
        double length = texts.stream().mapToInt(String::length).average().orElse(0);
        String group = length > LONG ? "texts" : "attributes";
        return group + "/" + parts.ownKey(group, outer + label);
    }

    /** Sets path, type, pattern and further values of a field; returns the pattern. */
    private String pattern(List<String> labels, List<Inner> inner, Map<String, Object> field) {
        StringBuilder pattern = new StringBuilder();
        Map<String, Object> with = new LinkedHashMap<>();
        for (String label : labels) {
            Inner own = inner.stream()
                    .filter(i -> i.label().equals(label))
                    .findFirst()
                    .orElse(null);
            pattern.append(pattern.isEmpty() ? "" : "　").append(label).append('：');
            if (own == null) {
                pattern.append('…');
            } else if (!field.containsKey("to")) {
                field.put("to", own.to());
                type(field, own);
                pattern.append("{}");
            } else {
                String name = "v" + (with.size() + 1);
                Map<String, Object> value = TableColumn.map("to", own.to(), "type", "text");
                type(value, own);
                with.put(name, value);
                pattern.append('{').append(name).append('}');
            }
        }
        field.put("pattern", pattern.toString());
        if (!with.isEmpty()) {
            field.put("with", with);
        }
        return pattern.toString();
    }

    private void type(Map<String, Object> field, Inner inner) {
        Map<String, String> codes = ValueKind.codes(inner.texts());
        boolean rated = inner.to().startsWith("ratings/") || inner.to().equals("direction");
        if (rated && !codes.isEmpty()) {
            field.put("type", "code");
            field.put("codes", parts.codeList(inner.to(), codes));
        } else if (inner.to().contains("{code}")) {
            field.put("type", "coded");
        } else if (inner.texts().stream().allMatch(t -> Printed.key(t).matches("\\d+"))) {
            field.put("type", "digits");
        }
    }

    private void add(
            Map<String, Object> field,
            List<Inner> inner,
            String context,
            boolean part,
            Map<Integer, PrintedPiece> anchors,
            List<String> words) {
        double certainty = inner.stream().mapToDouble(Inner::certainty).min().orElse(0);
        List<String> samples =
                inner.get(0).texts().stream().distinct().limit(SAMPLES).toList();
        String label = inner.get(0).label();
        parts.add(new Proposal(field, label, words, context, anchors, part, certainty, anchors.size(), samples));
        inner.stream()
                .filter(i -> i.certainty() < 1)
                .forEach(i -> parts.ask(new Question(
                        "inner:" + i.label(),
                        "「" + i.label() + "：」の後に書かれているのは何ですか。",
                        "What stands behind «" + i.label() + ":»?",
                        i.to(),
                        List.of(),
                        i.texts().stream().distinct().limit(SAMPLES).toList(),
                        (1 - i.certainty()) * anchors.size() / sheets)));
    }
}
