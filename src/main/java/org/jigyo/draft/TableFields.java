package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.sample.FormWords;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.ValueKind;

/** Proposes fields for tables whose rows have labels: amounts, staff, values of one indicator, ratings. */
final class TableFields {

    private static final Pattern MONEY = Pattern.compile("費|財源|決算額|予算額|コスト|千円|[(（]円|支出|歳出");
    static final Pattern PERSONS = Pattern.compile("[(（](?:人|時間|人工|名)");
    private static final Pattern UNIT = Pattern.compile("[(（](百万円|千円|万円|円)[)）]");
    private static final String TOTAL = "total";

    private final DraftParts parts;
    private final FormLexicon lexicon;
    private final int sheets;
    private final int current;
    private final int yen;
    private final GivenAnswers answers;
    private int indicators;

    /** @param yen yen in the unit of the form's amounts */
    TableFields(DraftParts parts, Form form, int yen, GivenAnswers answers) {
        this.yen = yen;
        this.answers = answers;
        this.parts = parts;
        this.lexicon = parts.lexicon();
        this.sheets = form.sheets().size();
        this.current = form.year().current();
    }

    /** Proposes the labelled rows of a table. Returns false if it is not known what they say. */
    boolean propose(FormTable table, List<TableColumn> columns) {
        Map<String, List<Found>> rows = often(table.labelled());
        if (rows.isEmpty()) {
            return false;
        }
        boolean money = money(table, rows);
        YearRows yearRows = new YearRows(parts, current, answers);
        long years = columns.stream().filter(c -> c.year() != null).count();
        if (!money && years > 0 && rows.keySet().stream().allMatch(r -> figure(r) != null)) {
            indicator(table, columns, rows);
        } else if (money && years > 0 && rows.keySet().stream().allMatch(r -> item(r) == null && phase(r) != null)) {
            phases(table, columns, rows);
        } else if (years == 0 && yearRows.dated(rows.keySet()) && yearRows.indicators(table, columns, rows)) {
            return true;
        } else if (years == 0 && money && yearRows.dated(rows.keySet())) {
            yearRows.propose(table, columns, rows);
        } else if (years > 0 && (money || rows.keySet().stream().anyMatch(r -> item(r) != null || staff(r) != null))) {
            amounts(table, columns, rows);
        } else if (years == 0 && rows.size() == 1) {
            ratings(table, columns, rows);
        } else {
            return false;
        }
        return true;
    }

    private Map<String, List<Found>> often(Map<String, List<Found>> rows) {
        Map<String, List<Found>> often = new LinkedHashMap<>(rows);
        often.values()
                .removeIf(found ->
                        found.stream().mapToInt(Found::sheet).distinct().count() < FormWords.REPEATED / 2 * sheets);
        return often;
    }

    private boolean money(FormTable table, Map<String, List<Found>> rows) {
        List<String> around = new ArrayList<>();
        table.columns().forEach(around::addAll);
        around.add(String.valueOf(table.context()));
        rows.forEach((word, found) -> {
            around.add(word);
            PrintedPiece beside = found.get(0).row().beside();
            around.add(beside == null ? "" : beside.word());
        });
        return around.stream().anyMatch(w -> MONEY.matcher(w).find());
    }

    private String item(String row) {
        return lexicon.exactly(Group.COSTS, row).orElse(null);
    }

    private String staff(String row) {
        return lexicon.exactly(Group.STAFFING, row).orElse(null);
    }

    private String figure(String row) {
        return lexicon.meaning(Group.INDICATORS, row)
                .map(FormLexicon.Meaning::key)
                .filter(CellMeanings.FIGURES::contains)
                .orElse(null);
    }

    private String phase(String row) {
        return lexicon.phase(row).orElse(null);
    }

    private void amounts(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        List<Object> costs = new ArrayList<>();
        List<Object> staff = new ArrayList<>();
        List<String> costWords = new ArrayList<>();
        List<String> staffWords = new ArrayList<>();
        Map<String, String> phases = RowPhases.of(table, columns, rows.keySet(), lexicon);
        Map<String, String> items = RowPhases.items(rows.keySet(), phases, table.sums(), lexicon);
        rows.forEach((word, found) -> {
            ValueKind kind = ValueKind.of(FormTable.texts(found));
            boolean persons = item(word) == null
                    && (staff(word) != null || PERSONS.matcher(word).find());
            String answer = answers.of("row:" + word).orElse(null);
            if ("ignore".equals(answer)) {
                return;
            }
            String known = answer != null
                    ? answer.replaceFirst("^(?:costs|staffing)/", "").replaceFirst("/.*", "")
                    : persons ? staff(word) : items.get(word);
            String key = known == null ? parts.ownKey(persons ? "staffing" : "costs", word) : known;
            if (!persons && !phases.isEmpty() && !phases.containsKey(word)) {
                ask(word, "ignore", found);
                return;
            }
            (persons ? staff : costs).add(row(word, key, kind));
            (persons ? staffWords : costWords).add(word);
            if (known == null) {
                ask(word, (persons ? "staffing/" : "costs/") + key, found);
            }
        });
        table.beside().forEach((word, found) -> {
            if (!word.isEmpty() && found.stream().anyMatch(f -> f.row().names().size() == 1)) {
                costs.add(TableColumn.map("right-of", word, "is", "breakdown/{label}"));
                costWords.add(word);
            }
        });
        Map<Amounts, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < costs.size(); i++) {
            String word = costWords.get(i);
            groups.computeIfAbsent(new Amounts(phases.getOrDefault(word, "{is}"), unit(word)), k -> new ArrayList<>())
                    .add(i);
        }
        groups.forEach((group, own) -> {
            String unit = group.unit();
            boolean row = !group.phase().equals("{is}");
            add(
                    table,
                    "costs/{row}/" + group.phase() + "/{year}",
                    row ? TableColumn.years(columns, lexicon, group.phase()) : TableColumn.dated(columns, lexicon),
                    own.stream().map(costs::get).toList(),
                    own.stream().map(costWords::get).toList(),
                    rows,
                    null);
            Proposal added = parts.proposals().get(parts.proposals().size() - 1);
            if (!unit.isEmpty() && added.to().startsWith("costs/")) {
                added.field().put("currency", unit);
            }
        });
        if (!staff.isEmpty()) {
            add(
                    table,
                    "staffing/{row}/{year}",
                    TableColumn.closedYears(columns, lexicon),
                    staff,
                    staffWords,
                    rows,
                    null);
        }
    }

    /** Rows whose amounts have one phase, {is} if their columns tell it, and one unit. */
    private record Amounts(String phase, String unit) {}

    /** The unit that a row prints for itself, where it is not the form's; else empty. */
    private String unit(String word) {
        Matcher own = UNIT.matcher(word);
        boolean other = own.find() && yen != FormHead.UNITS.getOrDefault(own.group(1), 1);
        return other ? own.group(1) : "";
    }

    private void phases(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        List<Object> lines = new ArrayList<>();
        rows.forEach((word, found) -> lines.add(row(word, phase(word), ValueKind.of(FormTable.texts(found)))));
        List<Object> heads = new ArrayList<>();
        for (TableColumn column : columns) {
            String item =
                    lexicon.exactly(Group.COSTS, column.words().get(0)).orElse(column.year() == null ? null : TOTAL);
            if (item != null) {
                heads.add(TableColumn.map(
                        "under", column.under(), "is", item, "year", column.year() == null ? 0 : column.year()));
            }
        }
        add(table, "costs/{is}/{row}/{year}", heads, lines, List.copyOf(rows.keySet()), rows, null);
    }

    private void indicator(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        int n = table.part() ? 1 : parts.indicator(table.context()).orElseGet(() -> ++indicators);
        List<Object> lines = new ArrayList<>();
        rows.forEach((word, found) -> lines.add(TableColumn.map("label", word, "is", figure(word), "type", "value")));
        List<Object> heads = new ArrayList<>();
        columns.stream()
                .filter(c -> c.year() != null)
                .forEach(c -> heads.add(TableColumn.map("under", c.under(), "year", c.year())));
        add(table, "indicators/" + n + "/{row}/{year}", heads, lines, List.copyOf(rows.keySet()), rows, null);
    }

    private void ratings(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        List<Object> heads = new ArrayList<>();
        for (TableColumn column : columns) {
            String word = String.join("", column.under());
            String key = lexicon.meaning(Group.FIELDS, column.words().get(0))
                    .filter(m -> m.certainty() == 1 && m.key().startsWith("ratings/"))
                    .map(m -> m.key().substring("ratings/".length()))
                    .orElseGet(() -> parts.ownKey("ratings", word));
            heads.add(TableColumn.map("under", column.under(), "is", key));
        }
        String row = rows.keySet().iterator().next();
        add(
                table,
                "ratings/{is}",
                heads,
                List.of(TableColumn.map("label", row, "is", "result", "type", "text")),
                List.of(row),
                rows,
                0.6);
    }

    /** A row of a table with the type of its values. */
    static Map<String, Object> row(String word, String key, ValueKind kind) {
        Map<String, Object> row = TableColumn.map("label", word, "is", key);
        if (kind.type() != null && !kind.type().equals("number") && !kind.marks()) {
            row.put("type", kind.type());
        }
        if (kind.pattern() != null) {
            row.put("pattern", kind.pattern());
        }
        return row;
    }

    private void add(
            FormTable table,
            String to,
            List<Object> columns,
            List<Object> rows,
            List<String> words,
            Map<String, List<Found>> found,
            Double certainty) {
        if (columns.isEmpty()) {
            return;
        }
        Map<String, Object> crossing = new LinkedHashMap<>();
        crossing.put("columns", columns);
        crossing.put("rows", rows);
        Map<String, Object> field = TableColumn.map("to", to, "crossing", crossing);
        double known = (double) words.stream()
                        .filter(w -> item(w) != null || staff(w) != null || figure(w) != null)
                        .count()
                / words.size();
        List<Found> all = found.values().stream().flatMap(List::stream).toList();
        parts.add(table.proposal(
                field, words, certainty == null ? Math.max(0.5, known) : certainty, FormTable.texts(all)));
    }

    private void ask(String word, String proposed, List<Found> found) {
        parts.ask(new Question(
                "row:" + word,
                "表の行「" + word + "」は何ですか。",
                "What does the row «" + word + "» of the table say?",
                proposed,
                List.of(),
                FormTable.texts(found).stream().limit(5).toList(),
                0.7));
    }
}
