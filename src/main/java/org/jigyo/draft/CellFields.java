package org.jigyo.draft;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.sheet.Printed;

/** Proposes fields for single cells. */
final class CellFields {

    private static final Pattern CODED = Pattern.compile(
            "(?:[①-⑳Ⅰ-Ⅻ]|[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,6})*[.．:：、　 )）]|[（(][0-9A-Za-z]{1,3}[)）]).*", Pattern.DOTALL);
    private static final Pattern GOAL = Pattern.compile("(?:1[0-7]|[1-9])(?:[^0-9.].*)?", Pattern.DOTALL);
    private static final Pattern PERIOD = Pattern.compile(".*年度?[～~〜-].*年度?.*");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)([1-9])");
    private static final Pattern WITH_UNIT = Pattern.compile(".*[(（][^()（）]{1,8}[)）]", Pattern.DOTALL);
    private static final Set<String> FIGURES = Set.of("target", "actual", "forecast", "baseline");
    private static final int LONG = 25;
    private static final int SAMPLES = 5;

    private final DraftParts parts;
    private final int sheets;
    private final GivenAnswers answers;

    CellFields(DraftParts parts, int sheets, GivenAnswers answers) {
        this.parts = parts;
        this.sheets = sheets;
        this.answers = answers;
    }

    /** Proposes a field for a place, or asks. */
    void propose(FormCell cell) {
        String label = cell.found().get(0).label().text().replaceAll("\\s+", "");
        if (cell.relation() == Relation.RIGHT
                && parts.lexicon().exactly(Group.DROPPED, cell.word()).isPresent()) {
            parts.dropped().add(cell.word());
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
        ValueKind kind = ValueKind.of(texts);
        Optional<Meaning> known = meaning(cell, kind, texts);
        String asked = "field:" + (cell.context() == null ? "" : cell.context() + ">") + cell.word() + suffix(cell);
        String to = answers.of(asked).orElseGet(() -> known.map(Meaning::key).orElseGet(() -> own(cell, kind, texts)));
        if (to.equals("ignore")) {
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
        type(field, to, kind, texts);
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

    private Optional<Meaning> meaning(FormCell cell, ValueKind kind, List<String> texts) {
        FormLexicon lexicon = parts.lexicon();
        if (lexicon.exactly(Group.REASONS, cell.word()).isPresent() || cell.relation() == Relation.SECOND) {
            Optional<String> rated = rated(cell);
            if (rated.isPresent()) {
                return rated.map(to -> new Meaning(to + "/reason", 0.9));
            }
        }
        if (cell.relation() == Relation.SECOND || cell.row() > 1) {
            return Optional.empty();
        }
        Optional<Meaning> numbered = numbered(cell);
        if (numbered.isPresent()) {
            return numbered;
        }
        boolean figure = kind.type() != null && !kind.marks();
        Optional<Meaning> cost = figure ? cost(cell) : Optional.empty();
        Optional<Meaning> indicator = lexicon.meaning(Group.INDICATORS, cell.word())
                .filter(m -> m.certainty() == 1
                        && List.of("name", "unit", "description", "kind").contains(m.key()))
                .filter(m -> indicators(cell))
                .map(m -> new Meaning("indicators/1/" + m.key(), 1));
        Optional<Meaning> field = lexicon.meaning(Group.FIELDS, cell.word()).filter(m -> fits(m.key(), texts));
        return cost.or(() -> indicator).or(() -> field);
    }

    /** A cell of an indicator that its label, or the label above it, numbers: 指標1. */
    private Optional<Meaning> numbered(FormCell cell) {
        FormLexicon lexicon = parts.lexicon();
        Matcher own = NUMBERED.matcher(cell.word());
        if (own.matches()
                && lexicon.exactly(Group.INDICATORS, own.group(1))
                        .filter("name"::equals)
                        .isPresent()) {
            return Optional.of(new Meaning("indicators/" + own.group(2) + "/name", 1));
        }
        Matcher above = NUMBERED.matcher(cell.context() == null ? "" : cell.context());
        boolean under = above.matches()
                && lexicon.exactly(Group.INDICATORS, above.group(1))
                        .filter("name"::equals)
                        .isPresent();
        return under
                ? lexicon.meaning(Group.INDICATORS, cell.word())
                        .filter(m -> !m.key().equals("name"))
                        .map(m -> new Meaning(
                                "indicators/" + above.group(2) + "/" + m.key()
                                        + (FIGURES.contains(m.key()) ? "/{year}" : ""),
                                m.certainty()))
                : Optional.empty();
    }

    /** The rating whose reason a cell gives: that of its own label or context, else the nearest one left of it or above. */
    private Optional<String> rated(FormCell cell) {
        FormCell.Found first = cell.found().get(0);
        return parts.proposals().stream()
                .filter(p ->
                        rating(p.to()) && p.part() == cell.part() && p.anchors().containsKey(first.sheet()))
                .filter(p -> cell.relation() != Relation.SECOND || p.words().contains(cell.word()))
                .filter(p -> cell.context() == null || p.words().contains(cell.context()))
                .filter(p -> before(p.anchors().get(first.sheet()), first.label()))
                .max(Comparator.comparingDouble(
                        p -> p.anchors().get(first.sheet()).box().y()))
                .map(Proposal::to);
    }

    private static boolean before(PrintedPiece rating, PrintedPiece reason) {
        return rating.page() == reason.page()
                && rating.box().y() <= reason.box().y() + 1
                && (rating.box().x() <= reason.box().x() || rating.overOrUnder(reason));
    }

    private static boolean rating(String key) {
        return key.matches("ratings/[^/{]+") || key.equals("direction");
    }

    /** True for a label that stands in the block, where a table of indicator values stands, or that is a name of one. */
    private boolean indicators(FormCell cell) {
        return !parts.has("indicators/1/name") || !cell.word().contains("名");
    }

    /** An amount of one year beside its label: 令和6年度決算額. */
    private Optional<Meaning> cost(FormCell cell) {
        return parts.lexicon()
                .meaning(Group.COSTS, cell.word())
                .filter(m -> m.certainty() == 1)
                .map(m -> new Meaning(
                        "costs/" + m.key() + "/"
                                + parts.lexicon().phase(cell.word()).orElse("settled") + "/{year}",
                        0.8));
    }

    /** True if the values are such as a key can hold. */
    static boolean fits(String key, List<String> texts) {
        if (key.contains("{code}")) {
            return texts.stream()
                    .allMatch(t -> (key.startsWith("sdgs/") ? GOAL : CODED)
                            .matcher(Printed.key(t).isEmpty() ? t : t.strip())
                            .matches());
        }
        boolean rated = key.startsWith("ratings/") || key.equals("direction");
        return !rated || !ValueKind.codes(texts).isEmpty();
    }

    private String own(FormCell cell, ValueKind kind, List<String> texts) {
        double length = texts.stream().mapToInt(String::length).average().orElse(0);
        Map<String, String> codes = ValueKind.codes(texts);
        boolean grades = !codes.isEmpty() && codes.values().stream().allMatch(v -> v.matches("[A-EＡ-ＥS◎○△×]|[ⅠⅡⅢⅣⅤ]"));
        String label = (cell.context() == null || cell.context().startsWith("{") ? "" : cell.context())
                + cell.word()
                + (cell.row() > 1 ? " " + cell.row() : "")
                + (cell.relation() == Relation.SECOND ? " 2" : "");
        if (kind.marks()) {
            return "attributes/" + parts.ownKey("attributes", label) + "/{value}";
        }
        if (grades) {
            return "ratings/" + parts.ownKey("ratings", label);
        }
        String group = length > LONG ? "texts" : "attributes";
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

    private void type(Map<String, Object> field, String to, ValueKind kind, List<String> texts) {
        if (kind.marks()) {
            field.put("type", "options");
            field.put("codes", parts.codeList(to, kind.codes()));
            field.put("marks", "box");
            parts.marks().put("box", List.of("■", "☑", "●", "○", "◯", "レ", "✓"));
        } else if (to.contains("{code}")) {
            field.put("type", to.startsWith("sdgs/") ? "goal" : "coded");
        } else if (rating(to)) {
            Map<String, String> codes = ValueKind.codes(texts);
            if (!codes.isEmpty()) {
                field.put("type", "code");
                field.put("codes", parts.codeList(to, codes));
            }
        } else if (to.matches("indicators/\\d/name")) {
            if (texts.stream().allMatch(t -> WITH_UNIT.matcher(t.strip()).matches())) {
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
        } else if (!to.startsWith("texts/")
                && texts.stream().allMatch(t -> Printed.key(t).matches("\\d+"))) {
            field.put("type", "digits");
        }
    }

    private static boolean cellYear(Map<String, Object> field) {
        return field.values().stream()
                .anyMatch(v -> v.toString().contains("{year")
                        && !v.toString().startsWith("costs/")
                        && !v.toString().startsWith("indicators/"));
    }
}
