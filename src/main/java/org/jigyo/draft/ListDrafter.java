package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.sheet.Printed;

/** Puts the proposals for a list together as a layout. */
final class ListDrafter implements LayoutOutline {

    private static final int SAMPLES = 5;

    private final ListForm form;
    private final FormHead head;
    private final FormLexicon lexicon;
    private final GivenAnswers answers;
    private final DraftParts parts;
    private final ListMeanings meanings;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final ColumnSums sums;

    /** @param known the layout that the list resembles; null for none */
    ListDrafter(ListForm form, FormHead head, FormLexicon lexicon, KnownForm known, GivenAnswers answers) {
        this.form = form;
        this.head = head;
        this.lexicon = lexicon;
        this.answers = answers;
        this.parts = new DraftParts(lexicon, known, new IndicatorBlocks(Map.of()));
        this.meanings = new ListMeanings(form.columns(), parts);
        form.tables().forEach(t -> ignored.addAll(t.totals()));
        Map<String, List<ListedColumn>> lines = new LinkedHashMap<>();
        Map<String, Meaning> said = new LinkedHashMap<>();
        List<ListedColumn> columns = form.columns();
        for (int i = 0; i < columns.size(); i++) {
            int size = codes(columns, i);
            if (size > 1) {
                coded(columns.subList(i, i + size));
                i += size - 1;
            } else if (!dropped(columns.get(i))) {
                Meaning meaning = meaning(columns.get(i));
                if (columns.get(i).texts().isEmpty() && meaning.certainty() < 0.5) {
                    ignored.add(columns.get(i).inner()); // nobody fills it in
                    continue;
                }
                String line = columns.get(i).eachYear() + meaning.key();
                lines.computeIfAbsent(line, k -> new ArrayList<>()).add(columns.get(i));
                said.put(line, meaning);
            }
        }
        lines.forEach((line, same) -> propose(same, said.get(line)));
        this.sums = ColumnSums.of(form, parts);
    }

    private boolean dropped(ListedColumn column) {
        boolean dropped = column.words().stream()
                .anyMatch(w -> lexicon.exactly(Group.DROPPED, w).isPresent());
        if (dropped) {
            parts.dropped().add(column.inner());
        }
        return dropped;
    }

    private static String asked(ListedColumn column) {
        return "column:" + String.join(">", column.eachYear());
    }

    private Meaning meaning(ListedColumn column) {
        return answers.of(asked(column)).map(a -> new Meaning(a, 1)).orElseGet(() -> meanings.of(column));
    }

    /** How many columns from one on are the parts of one code: digits under labels of their own below one label. */
    private int codes(List<ListedColumn> columns, int from) {
        List<String> outer = columns.get(from).outer();
        int size = 0;
        while (!outer.isEmpty()
                && from + size < columns.size()
                && columns.get(from + size).outer().equals(outer)
                && code(columns.get(from + size))) {
            size++;
        }
        boolean code = !outer.isEmpty()
                && (outer.get(outer.size() - 1).matches(".*(?:コード|番号|科目)")
                        || lexicon.exactly(Group.FIELDS, outer.get(outer.size() - 1))
                                .filter(k -> k.contains("{code}"))
                                .isPresent());
        return code ? size : 0;
    }

    private static boolean code(ListedColumn column) {
        return !column.texts().isEmpty()
                && column.year() == null
                && column.inner().codePoints().anyMatch(Character::isLetter)
                && column.texts().stream().allMatch(t -> Printed.key(t).matches("\\d{1,6}"));
    }

    private void coded(List<ListedColumn> columns) {
        String outer = columns.get(0).outer().get(columns.get(0).outer().size() - 1);
        String known = lexicon.exactly(Group.FIELDS, outer)
                .filter(k -> k.contains("{code}"))
                .orElse(null);
        boolean single = columns.stream()
                .flatMap(c -> c.texts().stream())
                .allMatch(t -> t.strip().length() == 1);
        String is = known != null ? known : "attributes/" + parts.ownKey("attributes", outer);
        if (!parts.free(is)) {
            is = "attributes/" + parts.ownKey("attributes", outer + "コード");
        }
        Map<String, Object> field = TableColumn.map(
                "under",
                columns.get(0).outer(),
                "parts",
                columns.stream().map(ListedColumn::inner).toList());
        if (!single) {
            field.put("joint", "-");
        }
        field.put("is", is);
        if (single && known == null) {
            field.put("type", "digits");
        }
        add(columns, field, outer, known == null ? 0.5 : 1, "column:" + outer);
    }

    /** Proposes the columns with the same labels and path, one for each year. */
    private void propose(List<ListedColumn> same, Meaning meaning) {
        ListedColumn first = same.get(0);
        String is = meaning.key();
        double certainty = meaning.certainty();
        if (is.equals("ignore")) {
            ignored.add(first.inner());
            return;
        }
        if (is.equals("number") && (parts.has("number") || serial(first))) {
            is = "serial";
        }
        if (!free(is, same)) {
            is = meanings.second(first);
            free(is, same);
            certainty = 0.3;
        }
        Map<String, Object> field = new LinkedHashMap<>();
        boolean dated = is.contains("{year}") && first.year() != null;
        boolean years = dated && same.size() > 1;
        field.put("under", years ? first.eachYear() : first.words());
        if (dated && !years) {
            field.put("year", first.year());
        } else if (years) {
            field.put("years", same.stream().map(ListedColumn::year).sorted().toList());
        }
        field.put("is", is);
        if (is.contains("{year}") && !dated) {
            field.put("year", 0);
        }
        List<String> alike = form.columns().stream()
                .filter(c -> c.inner().equals(first.inner()) && !c.outer().isEmpty())
                .flatMap(c -> c.texts().stream())
                .toList();
        new ListTypes(parts)
                .type(field, is, same.stream().flatMap(c -> c.texts().stream()).toList(), alike);
        add(same, field, first.inner(), certainty, asked(first));
    }

    /** True if no other column has the path in one of these years. */
    private boolean free(String is, List<ListedColumn> same) {
        Set<String> paths = same.stream()
                .map(c -> is.contains("{year}") ? is + (c.year() == null ? 0 : c.year()) : is)
                .collect(Collectors.toSet());
        return paths.stream().noneMatch(parts::has) && paths.stream().allMatch(parts::free);
    }

    /** True for a column that only counts the rows, where another one has the projects' numbers. */
    private boolean serial(ListedColumn column) {
        boolean counts = FormLexicon.core(column.inner()).matches("通し番号|連番|項番|No|NO");
        return counts
                && form.columns().stream()
                        .anyMatch(c -> !c.equals(column)
                                && lexicon.exactly(Group.FIELDS, c.inner())
                                        .filter("number"::equals)
                                        .isPresent());
    }

    private void add(List<ListedColumn> same, Map<String, Object> field, String label, double certainty, String asked) {
        List<String> samples = same.stream()
                .flatMap(c -> c.texts().stream())
                .distinct()
                .limit(SAMPLES)
                .toList();
        int filled = (int)
                same.stream().flatMap(c -> c.numbers().stream()).distinct().count();
        List<String> words = same.stream().map(ListedColumn::inner).distinct().toList();
        double sure = answers.of(asked).isPresent() ? 1 : certainty;
        parts.add(new Proposal(field, label, words, null, new TreeMap<>(), false, sure, filled, samples));
        if (sure < 0.9) {
            String path = same.get(0).path().replaceAll("\\{[^}]*\\}", "");
            parts.ask(new Question(
                    asked,
                    "列「" + path + "」は何ですか。",
                    "What does the column «" + path + "» say?",
                    field.get("is").toString(),
                    List.of(),
                    samples,
                    (1 - sure) * filled / Math.max(1, form.rows())));
        }
    }

    @Override
    public String id() {
        return head.id();
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
    public boolean repeated(String word) {
        return form.tables().stream().anyMatch(t -> t.around().contains(word));
    }

    @Override
    public List<Question> unknown() {
        return List.of();
    }

    @Override
    public LayoutText text() {
        LayoutText text = new LayoutText(parts::origin);
        LayoutHead layout = new LayoutHead(head, parts, form.rows());
        layout.write(text, "list of projects");
        sums.among(parts.proposals()).write(text);
        if (!ignored.isEmpty()) {
            text.entry(0, "ignore", List.copyOf(ignored));
        }
        String title = form.title() == null ? head.applies().get(0) : form.title();
        layout.grid(text, title, TableColumn.map("is", form.evaluated()));
        if (!parts.dropped().isEmpty()) {
            text.entry(1, "dropped", List.copyOf(parts.dropped()));
        }
        text.line(1, "list:");
        parts.proposals().forEach(p -> text.field(2, p, form.rows()));
        return text;
    }
}
