package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.FormYear;
import org.jigyo.draft.sample.SampleSheet;
import org.jigyo.draft.sums.ProvedSum;
import org.jigyo.draft.sums.SumSearch.Sum;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Printed;

/** Puts the proposals for a form together as a layout. */
final class Drafter implements LayoutOutline {

    private static final Question UNIT = new Question(
            "unit",
            "金額の単位は何ですか。様式には記載されていません。",
            "In which unit are the amounts? The form does not say.",
            "千円",
            List.of("円", "百万円"),
            List.of(),
            1);

    private static final Pattern AMOUNT_ROWS = Pattern.compile("costs/\\{row}/(?:\\{is}|[a-z]+)/\\{year}");

    private static final Pattern NAMED = Pattern.compile("名|事業|取組");
    private static final double OFTEN = 0.9;
    private static final int LONGEST_NAME = 60;

    private final Form form;
    private final FormHead head;
    private final DraftParts parts;
    private final Map<FormTable, Boolean> understood = new LinkedHashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    /** @param known the layout that the form resembles; null for none */
    Drafter(Form form, FormHead head, FormLexicon lexicon, KnownForm known, GivenAnswers answers) {
        this.form = form;
        this.head = head;
        this.parts = new DraftParts(lexicon, known, IndicatorBlocks.of(form.sheets(), form.cells(), lexicon));
        int sheets = form.sheets().size();
        CellFields cells = new CellFields(parts, form, answers);
        TableFields tables = new TableFields(parts, form, head.unit() == 0 ? 1000 : head.unit(), answers);
        RowFields rows = new RowFields(parts, cells, answers);
        CriteriaFields criteria = new CriteriaFields(parts, cells);
        GradeTable grades = new GradeTable(parts, answers);
        form.options().forEach(o -> OptionFields.propose(o, parts, form.block(), answers));
        for (FormTable table : form.tables()) {
            List<TableColumn> columns = TableColumn.of(table, form.year().current());
            boolean read = !table.lines().isEmpty()
                    ? rows.lines(table, columns)
                    : table.labelled().isEmpty()
                            ? rows.propose(table, columns)
                            : grades.propose(table, columns)
                                    || tables.propose(table, columns)
                                    || criteria.propose(table, columns);
            understood.put(table, read);
        }
        form.cells().forEach(cells::propose);
        InnerFields inner = new InnerFields(parts, sheets, answers);
        form.lines().forEach(inner::propose);
        name(answers);
    }

    /** Where no label is known to be that of the project's name: the cell that names each sheet in its own way, which is asked for. */
    private void name(GivenAnswers answers) {
        if (parts.proposals().stream().anyMatch(p -> p.paths().contains("name"))) {
            return;
        }
        Set<String> words = form.cells().stream()
                .filter(c -> c.row() == 0 && !c.part() && naming(c.texts()))
                .map(FormCell::word)
                .collect(Collectors.toSet());
        String answer = answers.of("name").orElse("");
        parts.proposals().stream()
                .filter(p -> p.words().size() == 1 && words.contains(p.words().get(0)) && p.to().contains("/x."))
                .max(Comparator.comparing((Proposal p) -> p.label().equals(answer))
                        .thenComparing(p -> NAMED.matcher(p.label()).find())
                        .thenComparing(p ->
                                -p.anchors().values().iterator().next().box().y()))
                .ifPresent(p -> {
                    p.field().put("to", "name");
                    p.field().remove("type");
                    parts.questions()
                            .removeIf(q -> q.id().equals("field:" + p.words().get(0)));
                    parts.ask(new Question(
                            "name",
                            "事業の名称はどの欄にありますか（欄の見出し）。",
                            "Beside which label does the name of the project stand?",
                            p.label(),
                            List.copyOf(words),
                            p.samples(),
                            1));
                });
    }

    /** True for short words, another one on each sheet. */
    private boolean naming(List<String> texts) {
        return texts.size() >= OFTEN * form.sheets().size()
                && texts.stream().distinct().count() >= OFTEN * texts.size()
                && texts.stream().noneMatch(t -> t.strip().endsWith("。"))
                && texts.stream()
                                .filter(t -> Printed.number(t).isEmpty() && t.length() <= LONGEST_NAME)
                                .count()
                        >= OFTEN * texts.size();
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
        List<Question> unknown = new ArrayList<>(understood.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(e -> table(e.getKey()))
                .toList());
        if (!form.year().certain()) {
            unknown.add(year(form.sheets().get(0).sheet()));
        }
        if (head.unit() == 0 && parts.proposals().stream().anyMatch(p -> p.to().startsWith("costs/"))) {
            unknown.add(UNIT);
        }
        return unknown;
    }

    private static Question year(SampleSheet first) {
        String year = String.valueOf(first.evaluated());
        return new Question(
                "year",
                "ファイル「" + first.file() + "」の評価対象年度（決算・実績が記載されている最後の年度）は何年度ですか（西暦）。",
                "Which fiscal year does the file «" + first.file()
                        + "» evaluate, that is the last one whose settlement and results it prints?",
                year,
                List.of(),
                List.of(),
                1);
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
        LayoutText text = new LayoutText(parts::origin);
        LayoutHead layout = new LayoutHead(head, parts, form.sheets().size());
        layout.write(text, "project evaluation sheet");
        identities(text);
        if (!ignored.isEmpty()) {
            text.entry(0, "ignore", List.copyOf(ignored));
        }
        FormYear year = form.year();
        String title = year.titled() == null ? head.applies().get(0) : year.titled();
        layout.grid(
                text,
                title,
                year.beside() == null
                        ? TableColumn.map("is", form.sheets().get(0).sheet().evaluated())
                        : TableColumn.map("right-of", year.beside(), "pattern", YearTemplate.place(year.offset())));
        fields(text);
        return text;
    }

    private void identities(LayoutText text) {
        Map<Object, ProvedSum> all = new LinkedHashMap<>();
        for (Proposal p : parts.proposals()) {
            List<Sum> found = form.tables().stream()
                    .filter(t -> t.headers().equals(p.anchors()))
                    .flatMap(t -> p.to().startsWith("costs/{is}") ? t.sumsAcross().stream() : t.sums().stream())
                    .toList();
            paths(p).forEach(paths -> ProvedSum.of(
                            found, paths, p.part() ? form.block().heading() + ": " : "")
                    .forEach(i -> all.putIfAbsent(
                            i.entry().get("total") + "=" + i.entry().get("parts"), i)));
        }
        if (!all.isEmpty()) {
            text.line(0, "identities:");
        }
        Map<Object, Integer> named = new HashMap<>();
        all.values().forEach(i -> {
            int times = named.merge(i.entry().get("name"), 1, Integer::sum);
            if (times > 1) {
                i.entry().compute("name", (key, name) -> name + " (" + times + ")");
            }
            text.line(1, "# holds in " + i.sum().holds() + " of " + i.sum().printed() + " columns");
            text.line(1, "- " + LayoutText.flow(i.entry()));
        });
    }

    /** Of a table of amounts the path of the values of each row, or, once for each phase, of each column. */
    private List<Map<String, String>> paths(Proposal proposal) {
        List<Map<String, String>> all = new ArrayList<>();
        String part = proposal.part() ? "parts/*/" : "";
        if (AMOUNT_ROWS.matcher(proposal.to()).matches()) {
            String rest = proposal.to()
                    .replaceFirst("costs/\\{row}", "")
                    .replace("{is}", "*")
                    .replace("{year}", "*");
            Map<String, String> paths = new LinkedHashMap<>();
            parts.proposals().stream()
                    .filter(p -> p.to().equals(proposal.to()) && p.anchors().equals(proposal.anchors()))
                    .flatMap(p -> p.lines("rows").stream())
                    .forEach(
                            row -> paths.put(String.valueOf(row.get("label")), part + "costs/" + row.get("is") + rest));
            all.add(paths);
        } else if (proposal.to().equals("costs/{is}/{row}/{year}")) {
            for (Map<String, Object> row : proposal.lines("rows")) {
                Map<String, String> paths = new LinkedHashMap<>();
                for (Map<String, Object> column : proposal.lines("columns")) {
                    List<?> under = (List<?>) column.get("under");
                    String year = column.get("year") instanceof Integer offset ? YearTemplate.place(offset) : "*";
                    String phase = row.containsKey("year") ? "*" : (String) row.get("is");
                    paths.put(
                            String.valueOf(under.get(under.size() - 1)),
                            part + "costs/" + column.get("is") + "/" + phase + "/" + year);
                }
                all.add(paths);
            }
        }
        return all;
    }

    private void fields(LayoutText text) {
        List<String> furniture = new ArrayList<>(form.heads());
        if (form.sheets().stream().allMatch(s -> s.sheet().numbered())) {
            furniture.add("{page}／{pages}");
        }
        if (!furniture.isEmpty()) {
            text.entry(1, "furniture", furniture);
        }
        if (!parts.dropped().isEmpty()) {
            text.entry(1, "dropped", List.copyOf(parts.dropped()));
        }
        Set<String> options = new LinkedHashSet<>(OptionFields.words(form.options()));
        options.addAll(parts.dropped());
        options.addAll(form.heads());
        text.section(
                1,
                DraftSection.of(form, parts.proposals(), options),
                form.sheets().size());
    }
}
