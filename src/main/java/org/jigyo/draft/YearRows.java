package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jigyo.draft.FormTable.Found;
import org.jigyo.draft.sums.CostItems;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.layout.YearTemplate;

/** Proposes tables of amounts whose rows are years, and whose columns are items. */
final class YearRows {

    private static final int SAMPLES = 5;

    private final DraftParts parts;
    private final GivenAnswers answers;

    YearRows(DraftParts parts, GivenAnswers answers) {
        this.parts = parts;
        this.answers = answers;
    }

    /** True if each of these rows prints a year. */
    static boolean dated(Collection<String> rows) {
        return rows.stream().allMatch(r -> YearTemplate.PLACE.matcher(r).find());
    }

    void propose(FormTable table, List<TableColumn> columns, Map<String, List<Found>> rows) {
        List<Object> lines = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        rows.forEach((word, found) -> {
            Matcher m = YearTemplate.PLACE.matcher(word);
            int year = m.find() ? YearTemplate.offset(m.group(1)) : 0;
            String phase = parts.lexicon().phase(word).orElse(year > 0 ? "budget" : "settled");
            Map<String, Object> line = TableFields.row(word, phase, ValueKind.of(FormTable.texts(found)));
            line.put("year", year);
            lines.add(line);
            texts.addAll(FormTable.texts(found));
        });
        List<String> heads = columns.stream().map(c -> c.words().get(0)).toList();
        Map<String, String> items = CostItems.of(heads, table.sumsAcross(), parts.lexicon());
        List<Object> all = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            String word = heads.get(c);
            String known = answers.of("row:" + word)
                    .map(a -> a.replaceFirst("^costs/", "").replaceFirst("/.*", ""))
                    .orElse(items.get(word));
            if (!"ignore".equals(known)) {
                String key = known == null ? parts.ownKey("costs", word) : known;
                all.add(TableColumn.map("under", columns.get(c).under(), "is", key));
                if (known == null) {
                    ask(word, key, table, c);
                }
            }
        }
        List<String> words = new ArrayList<>(rows.keySet());
        words.addAll(heads);
        parts.add(new Proposal(
                TableColumn.map(
                        "to", "costs/{is}/{row}/{year}", "crossing", TableColumn.map("columns", all, "rows", lines)),
                words.get(0),
                words,
                table.context(),
                table.headers(),
                table.part(),
                Math.max(0.5, (double) items.size() / heads.size()),
                table.sheets(),
                texts.stream().limit(SAMPLES).toList()));
    }

    private void ask(String word, String key, FormTable table, int column) {
        List<Found> rows =
                table.labelled().values().stream().flatMap(List::stream).toList();
        parts.ask(new Question(
                "row:" + word,
                "表の列「" + word + "」は何ですか。",
                "What does the column «" + word + "» of the table say?",
                "costs/" + key,
                List.of(),
                FormTable.texts(rows, column).stream().limit(SAMPLES).toList(),
                0.7));
    }
}
