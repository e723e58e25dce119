package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.draft.words.FormLexicon;

/** Puts the proposals for a form together as a layout. */
final class Drafter implements LayoutOutline {

    private final Form form;
    private final FormHead head;
    private final DraftParts parts;
    private final Map<FormTable, Boolean> understood = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    Drafter(Form form, FormHead head, FormLexicon lexicon, GivenAnswers answers) {
        this.form = form;
        this.head = head;
        this.parts = new DraftParts(lexicon);
        int sheets = form.sheets().size();
        CellFields cells = new CellFields(parts, sheets, answers);
        TableFields tables = new TableFields(parts, sheets, head.unit() == 0 ? 1000 : head.unit(), answers);
        RowFields rows = new RowFields(parts, cells, answers);
        form.options().forEach(o -> OptionFields.propose(o, parts, form.block(), answers));
        for (FormTable table : form.tables()) {
            List<TableColumn> columns = TableColumn.of(table);
            boolean known = !table.lines().isEmpty()
                    ? rows.lines(table, columns)
                    : table.labelled().isEmpty()
                            ? rows.propose(table, columns)
                            : tables.propose(table, columns) || rows.criteria(table, columns);
            understood.put(table, known);
            sums.addAll(table.sums());
        }
        form.cells().forEach(cells::propose);
        InnerFields inner = new InnerFields(parts, sheets, answers);
        form.lines().forEach(inner::propose);
    }

    @Override
    public String id() {
        return head.id();
    }

    @Override
    public boolean repeated(String word) {
        return form.words().repeated(word);
    }

    @Override
    public Set<String> labels() {
        return form.labels();
    }

    @Override
    public DraftParts parts() {
        return parts;
    }

    @Override
    public Set<String> ignored() {
        return ignored;
    }

    @Override
    public List<Question> unknown() {
        return understood.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(e -> table(e.getKey()))
                .toList();
    }

    private static Question table(FormTable table) {
        String headers =
                String.join("、", table.columns().stream().map(c -> c.get(0)).toList());
        return new Question(
                "table:" + headers,
                "列が「" + headers + "」の表は読みません。何の表ですか。",
                "The table with the columns «" + headers + "» is not read. What does it say?",
                "ignore",
                List.of(),
                List.of(),
                0.5);
    }

    @Override
    public LayoutText text() {
        LayoutText text = new LayoutText();
        LayoutHead layout = new LayoutHead(head, parts, form.sheets().size());
        layout.write(text, "project evaluation sheet");
        identities(text);
        if (!ignored.isEmpty()) {
            text.entry(0, "ignore", List.copyOf(ignored));
        }
        layout.grid(
                text,
                form.year().titled(),
                head.title(),
                form.sheets().get(0).sheet().evaluated());
        fields(text);
        return text;
    }

    private void identities(LayoutText text) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Proposal p : parts.proposals()) {
            if (p.to().equals("costs/{row}/{is}/{year}")) {
                rows(p).forEach(row -> items.put(String.valueOf(row.get("label")), (String) row.get("is")));
            }
        }
        List<Sum> known = sums.stream()
                .filter(s -> items.containsKey(s.total()) && items.keySet().containsAll(s.parts()))
                .toList();
        if (!known.isEmpty()) {
            text.line(0, "identities:");
        }
        for (Sum sum : known) {
            text.line(1, "# holds in " + sum.holds() + " of " + sum.printed() + " columns");
            Map<String, Object> identity = TableColumn.map(
                    "name", sum.total() + " = " + String.join(" + ", sum.parts()),
                    "total", "costs/" + items.get(sum.total()) + "/*/*",
                    "parts",
                            sum.parts().stream()
                                    .map(p -> "costs/" + items.get(p) + "/*/*")
                                    .toList());
            if (sum.tolerance() > 0) {
                identity.put("tolerance", sum.tolerance());
            }
            text.line(1, "- " + LayoutText.flow(identity));
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Proposal proposal) {
        Map<String, Object> crossing = (Map<String, Object>) proposal.field().get("crossing");
        return crossing == null ? List.of() : (List<Map<String, Object>>) crossing.get("rows");
    }

    private void fields(LayoutText text) {
        if (form.sheets().stream().allMatch(s -> s.sheet().numbered())) {
            text.entry(1, "furniture", List.of("{page}／{pages}"));
        }
        if (!parts.dropped().isEmpty()) {
            text.entry(1, "dropped", List.copyOf(parts.dropped()));
        }
        Set<String> options = new LinkedHashSet<>(OptionFields.words(form.options()));
        options.addAll(parts.dropped());
        text.section(
                1,
                DraftSection.of(form, parts.proposals(), options),
                form.sheets().size());
    }
}
