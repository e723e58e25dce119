package org.jigyo.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.draft.words.OwnKeys;
import org.jigyo.layout.FormContext;
import org.jigyo.layout.Layout;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.OwnKey;

/**
 * Writes what stands above the fields of a drafted layout: whose form it is, code lists, marks, keys of its own, fill.
 *
 * @param head what the form says of itself
 * @param parts what is proposed
 * @param sheets number of sheets looked at
 */
record LayoutHead(FormHead head, DraftParts parts, int sheets) {

    private static final Pattern OWN = Pattern.compile("(?<=[/\" ])x\\.[a-z][A-Za-z0-9]*");

    /** Writes it; the form is called so in English. */
    void write(LayoutText text, String english) {
        text.line(
                0,
                "# Draft from " + sheets
                        + " sheets. Before each field: certainty · filled on how many sheets · samples.");
        text.line(0, "# To be confirmed by a person: jigyo layouts confirm " + head.id() + ".yml PATH…");
        parts.known().ifPresent(known -> known(text, known));
        text.entry(0, "draft", true);
        text.entry(0, "id", head.id());
        text.entry(
                0,
                "title",
                TableColumn.map(
                        "ja",
                        head.city().name() + " " + head.title(),
                        "en",
                        head.city().romaji() + ", " + english));
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
                    .forEach((name, chosen) -> text.entry(
                            1,
                            name,
                            chosen.isEmpty()
                                    ? TableColumn.map("circled", true)
                                    : TableColumn.map("chosen", chosen, "open", List.of("□", "☐"))));
        }
        keys(text);
        fill(text);
    }

    private void known(LayoutText text, KnownForm known) {
        String id = known.layout().id();
        text.line(
                0,
                "# Starts from " + id + ", whose labels most of these are."
                        + (known.reads()
                                ? " It reads these sheets, too: this layout has its id and stands for it."
                                : ""));
        known.differences().forEach(d -> text.line(0, "# " + d));
    }

    /** The context of the known layout of the same form; an empty one for another form. */
    private FormContext before() {
        return parts.known()
                .map(KnownForm::layout)
                .filter(l -> l.form().equals(head.form()) && l.context() != null)
                .map(Layout::context)
                .orElse(new FormContext(null, null, null, Map.of(), null));
    }

    private void context(LayoutText text) {
        Map<String, Object> scales = new LinkedHashMap<>();
        for (Proposal p : parts.proposals()) {
            String to = p.to();
            for (Object path : p.paths()) {
                if (path.toString().matches("ratings/[a-zA-Z]+")) {
                    String criterion = path.toString().replace("ratings/", "");
                    scales.put(
                            criterion,
                            head.form().replace("-evaluation-sheet", "") + "-" + criterion.toLowerCase(Locale.ROOT));
                }
            }
            if (to.equals("ratings/{is}") || to.equals("ratings/{row}")) {
                (to.endsWith("{is}") ? p.lines("columns") : p.lines("rows"))
                        .stream()
                                .map(line -> (String) line.get("is"))
                                .filter(c -> !c.startsWith("x."))
                                .forEach(c -> scales.put(c, head.form() + "-" + c.toLowerCase(Locale.ROOT)));
            }
        }
        scales.replaceAll((criterion, scale) -> before().scales().getOrDefault(criterion, (String) scale));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("currencyUnit", head.unit() == 0 ? 1000 : head.unit());
        // without a plan and a term, policies and pledges would belong to no tree and be left out of the graph
        String whose = head.form().replaceFirst("-(?:evaluation-sheet|project-list)$", "");
        if (reads("policies/")) {
            context.put("plan", before().plan() == null ? whose + "-plan" : before().plan());
        }
        if (reads("pledges/")) {
            context.put("term", before().term() == null ? whose + "-term" : before().term());
        }
        if (!scales.isEmpty()) {
            context.put("scales", scales);
        }
        text.entry(0, "context", context);
    }

    /**
     * Opens the grid and writes how it tells its years.
     *
     * @param titled the words that open a sheet, with their years
     * @param year where the evaluated year stands, if no year is printed in the words
     */
    void grid(LayoutText text, String titled, Map<String, Object> year) {
        text.line(0, "grid:");
        if (FormHead.dated(titled)) {
            text.entry(1, "title", titled);
            if (!titled.contains("{year}")) {
                String printed = YearTemplate.PLACE.matcher(titled).replaceAll("{year}");
                text.entry(1, "published", TableColumn.map("printed", printed));
            }
        } else {
            text.entry(1, "opens", titled);
            text.entry(1, "year", year);
        }
        if (head.bareYears()) {
            text.entry(1, "era", "令和");
        }
    }

    private boolean reads(String group) {
        return parts.proposals().stream()
                .flatMap(p -> p.paths().stream())
                .anyMatch(path -> path.toString().startsWith(group));
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
                OwnKey known = parts.lexicon().ownKey(key);
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

    private void fill(LayoutText text) {
        Map<String, Object> fill = new LinkedHashMap<>();
        for (Proposal p : parts.proposals()) {
            boolean plain = !p.to().contains("{") && !p.part();
            if (plain && !p.to().equals("serial") && p.filled() >= 0.9 * sheets) {
                fill.put(p.to(), Math.floor(10.0 * p.filled() / sheets - 0.5) / 10);
            }
        }
        map(text, "fill", fill);
    }
}
