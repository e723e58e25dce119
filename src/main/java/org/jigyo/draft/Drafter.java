package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.SumSearch.Sum;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.OwnKey;

/** Puts the proposals for a form together as a layout. */
final class Drafter {

    private static final Pattern OWN = Pattern.compile("(?<=[/\" ])x\\.[a-z][A-Za-z0-9]*");

    private final Form form;
    private final FormHead head;
    private final FormLexicon lexicon;
    private final DraftParts parts;
    private final Map<FormTable, Boolean> understood = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    Drafter(Form form, FormHead head, FormLexicon lexicon, GivenAnswers answers) {
        this.form = form;
        this.head = head;
        this.lexicon = lexicon;
        this.parts = new DraftParts(lexicon);
        int sheets = form.sheets().size();
        CellFields cells = new CellFields(parts, sheets, answers);
        TableFields tables = new TableFields(parts, sheets, answers);
        RowFields rows = new RowFields(parts, cells, answers);
        form.options().forEach(o -> OptionFields.propose(o, parts, form.block(), answers));
        for (FormTable table : form.tables()) {
            List<TableColumn> columns = TableColumn.of(table);
            boolean known = table.labelled().isEmpty() ? rows.propose(table, columns) : tables.propose(table, columns);
            understood.put(table, known);
            sums.addAll(SumSearch.of(table));
        }
        form.cells().forEach(cells::propose);
    }

    DraftParts parts() {
        return parts;
    }

    /** Words that are neither label nor value. */
    Set<String> ignored() {
        return ignored;
    }

    /** Tables of which it is not known what they say. */
    List<FormTable> unknown() {
        return understood.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The layout. */
    LayoutText text() {
        LayoutText text = new LayoutText();
        text.line(
                0,
                "# Draft from " + form.sheets().size()
                        + " sheets. Before each field: certainty · filled on how many sheets · samples.");
        text.line(0, "# To be confirmed by a person: jigyo layouts confirm " + head.id() + ".yml PATH…");
        text.entry(0, "draft", true);
        text.entry(0, "id", head.id());
        text.entry(
                0,
                "title",
                TableColumn.map(
                        "ja",
                        head.city().name() + " " + head.title(),
                        "en",
                        head.city().romaji() + ", project evaluation sheet"));
        text.entry(0, "city", head.city().code());
        text.entry(0, "form", head.form());
        text.entry(0, "applies", head.applies());
        context(text);
        if (parts.proposals().stream().noneMatch(p -> p.to().equals("number"))) {
            boolean department = parts.proposals().stream().anyMatch(p -> p.to().equals("department"));
            text.entry(0, "identity", department ? List.of("name", "department") : List.of("name"));
        }
        map(text, "codes", parts.codes());
        if (!parts.marks().isEmpty()) {
            text.line(0, "marks:");
            parts.marks()
                    .forEach((name, chosen) ->
                            text.entry(1, name, TableColumn.map("chosen", chosen, "open", List.of("□", "☐"))));
        }
        keys(text);
        identities(text);
        fill(text);
        if (!ignored.isEmpty()) {
            text.entry(0, "ignore", List.copyOf(ignored));
        }
        grid(text);
        return text;
    }

    private void context(LayoutText text) {
        Map<String, Object> scales = new LinkedHashMap<>();
        for (Proposal p : parts.proposals()) {
            String to = p.to();
            if (to.matches("ratings/[a-zA-Z]+") || to.equals("direction")) {
                String criterion = to.replace("ratings/", "");
                scales.put(
                        criterion,
                        head.form().replace("-evaluation-sheet", "") + "-" + criterion.toLowerCase(Locale.ROOT));
            }
            if (to.equals("ratings/{is}")) {
                columns(p).stream()
                        .filter(c -> !c.startsWith("x."))
                        .forEach(c -> scales.put(c, head.form() + "-" + c.toLowerCase(Locale.ROOT)));
            }
        }
        scales.remove("direction");
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("currencyUnit", head.unit() == 0 ? 1000 : head.unit());
        if (!scales.isEmpty()) {
            context.put("scales", scales);
        }
        text.entry(0, "context", context);
    }

    @SuppressWarnings("unchecked")
    private static List<String> columns(Proposal proposal) {
        Map<String, Object> crossing = (Map<String, Object>) proposal.field().get("crossing");
        return ((List<Map<String, Object>>) crossing.get("columns"))
                .stream().map(c -> (String) c.get("is")).toList();
    }

    private static void map(LayoutText text, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            text.line(0, name + ":");
            values.forEach((key, value) -> text.entry(1, key, value));
        }
    }

    private void keys(LayoutText text) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Proposal proposal : parts.proposals()) {
            Matcher own = OWN.matcher(LayoutText.flow(proposal.field()));
            while (own.find()) {
                String key = own.group();
                String label = parts.keys().getOrDefault(key, proposal.label());
                OwnKey known = lexicon.ownKey(key);
                Map<String, Object> names = known == null
                        ? TableColumn.map("ja", label, "en", OwnKeys.romaji(label))
                        : TableColumn.map("ja", known.ja(), "en", known.en());
                if (known != null && known.accountLevel() != null) {
                    names.put("accountLevel", known.accountLevel().word());
                }
                keys.putIfAbsent(key, names);
            }
        }
        map(text, "keys", keys);
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

    private void fill(LayoutText text) {
        Map<String, Object> fill = new LinkedHashMap<>();
        int sheets = form.sheets().size();
        for (Proposal p : parts.proposals()) {
            boolean plain = !p.to().contains("{") && !p.part();
            if (plain && p.filled() >= 0.9 * sheets) {
                fill.put(p.to(), Math.floor(10.0 * p.filled() / sheets - 0.5) / 10);
            }
        }
        map(text, "fill", fill);
    }

    private void grid(LayoutText text) {
        text.line(0, "grid:");
        FormYear year = form.year();
        if (FormHead.dated(year.titled())) {
            text.entry(1, "title", year.titled());
            if (!year.titled().contains("{year}")) {
                text.entry(1, "published", TableColumn.map("printed", published(year.titled())));
            }
        } else {
            text.entry(1, "opens", year.titled() == null ? head.title() : year.titled());
            text.entry(
                    1,
                    "year",
                    TableColumn.map("is", form.sheets().get(0).sheet().evaluated()));
        }
        if (head.bareYears()) {
            text.entry(1, "era", "令和");
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

    private static String published(String title) {
        return YearTemplate.PLACE.matcher(title).replaceAll("{year}");
    }
}
