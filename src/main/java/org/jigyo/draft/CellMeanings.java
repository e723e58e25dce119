package org.jigyo.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.draft.FormCell.Relation;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.sheet.Printed;

/**
 * Finds what single cells say.
 *
 * @param parts what is proposed before them
 * @param form the form
 */
record CellMeanings(DraftParts parts, Form form) {

    private static final Pattern CODED = Pattern.compile(
            "(?:[①-⑳Ⅰ-Ⅻ]|[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,6})*[.．:：、　 )）]|[（(][0-9A-Za-z]{1,3}[)）]).*", Pattern.DOTALL);
    private static final Pattern GOAL = Pattern.compile("(?:1[0-7]|[1-9])(?:[^0-9.].*)?", Pattern.DOTALL);
    private static final Pattern BUREAU = Pattern.compile(".*(?:部|局|委員会|本部|事務局)");
    /** What a label says that stands beside a value of its heading. */
    private static final Pattern GENERIC = Pattern.compile("区分|評価|評価区分|判定|結果|評価結果|判定結果|選択|該当区分");

    /** How far apart, in points, the labels of one indicator stand at most. */
    private static final double NEAR = 60;

    /** A label that names only the phase of an amount. */
    private static final Pattern PHASE = Pattern.compile("(?:当初|補正後|最終)?予算|決算|支出済額");

    /** Length of what is no text yet. */
    private static final int SIGN = 2;

    /** Properties of an indicator that are figures of a year. */
    static final Set<String> FIGURES = Set.of("target", "actual", "forecast", "baseline");

    /** What the cell says; empty if no word for it is known. */
    Optional<Meaning> of(FormCell cell, ValueKind kind, List<String> texts) {
        FormLexicon lexicon = parts.lexicon();
        Optional<Meaning> department = department(cell, texts);
        if (department.isPresent()) {
            return department;
        }
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
        if (kind.marks()) {
            return choice(cell, kind, texts);
        }
        boolean figure = kind.type() != null;
        Optional<Meaning> cost = figure ? cost(cell).or(() -> staff(cell)) : Optional.empty();
        Optional<Meaning> indicator = lexicon.meaning(Group.INDICATORS, cell.word())
                .filter(m -> m.certainty() == 1
                        && List.of("name", "unit", "description", "kind").contains(m.key()))
                .filter(m -> indicators(cell) && (m.key().equals("name") || nearIndicator(cell)))
                .map(m -> new Meaning("indicators/1/" + m.key(), 1));
        Optional<Meaning> field = lexicon.meaning(Group.FIELDS, cell.word())
                .filter(m -> fits(m.key(), texts) && !(m.key().equals("department") && bureau(cell, texts)));
        return cost.or(() -> indicator).or(() -> field).or(() -> headed(cell, texts));
    }

    /** A rating or the direction, whose heading says what it is, and whose own label only that it is one. */
    private Optional<Meaning> headed(FormCell cell, List<String> texts) {
        FormCell.Found first = cell.found().get(0);
        return GENERIC.matcher(FormLexicon.core(cell.word())).matches()
                ? form.sheets()
                        .get(first.sheet())
                        .heading(first.label())
                        .flatMap(h -> parts.lexicon().exactly(Group.FIELDS, h))
                        .filter(key -> rating(key) && fits(key, texts))
                        .map(key -> new Meaning(key, 0.8))
                : Optional.empty();
    }

    /** True for a label near one of an indicator, as 単位 beside 指標名. */
    private boolean nearIndicator(FormCell cell) {
        FormCell.Found first = cell.found().get(0);
        return parts.proposals().stream()
                .filter(p -> p.to().startsWith("indicators/"))
                .map(p -> p.anchors().get(first.sheet()))
                .anyMatch(at -> at != null
                        && at.page() == first.label().page()
                        && Math.abs(at.box().y() - first.label().box().y()) < NEAR);
    }

    /** The second cell beside 担当部課, where the first one has the bureau. */
    private Optional<Meaning> department(FormCell cell, List<String> texts) {
        boolean beside = cell.relation() == Relation.SECOND
                && !parts.has("department")
                && parts.lexicon()
                        .exactly(Group.FIELDS, cell.word())
                        .filter("department"::equals)
                        .isPresent();
        return beside && texts.stream().noneMatch(t -> BUREAU.matcher(t.strip()).matches())
                ? Optional.of(new Meaning("department", 0.9))
                : Optional.empty();
    }

    /** True for bureaus beside a label that asks for a department, too. */
    private static boolean bureau(FormCell cell, List<String> texts) {
        return cell.word().contains("課")
                && texts.stream()
                                .filter(t -> BUREAU.matcher(t.strip()).matches())
                                .count()
                        > 0.5 * texts.size();
    }

    /** A cell of an indicator that has a label of its own: that label's cell, or one beside a label below it. */
    private Optional<Meaning> numbered(FormCell cell) {
        FormLexicon lexicon = parts.lexicon();
        return parts.indicator(cell.word())
                .map(n -> new Meaning("indicators/" + n + "/name", 1))
                .or(() -> parts.indicator(cell.context())
                        .flatMap(n -> lexicon.meaning(Group.INDICATORS, cell.word())
                                .map(m -> new Meaning(
                                        "indicators/" + n + "/" + m.key()
                                                + (FIGURES.contains(m.key()) ? "/{year}" : ""),
                                        m.certainty()))));
    }

    /** The rating whose reason a cell gives: that of its own label or context, else the nearest one left of it or above. */
    private Optional<String> rated(FormCell cell) {
        FormCell.Found first = cell.found().get(0);
        return parts.proposals().stream()
                .filter(p ->
                        rating(p.to()) && p.part() == cell.part() && p.anchors().containsKey(first.sheet()))
                .filter(p -> cell.relation() != Relation.SECOND || p.words().contains(cell.word()))
                .filter(p -> cell.context() == null
                        || p.words().contains(cell.context())
                        || cell.context().equals(p.context()))
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

    /** True for the path of a rating, or of the direction. */
    static boolean rating(String key) {
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
                .map(Meaning::key)
                .or(() -> Optional.of("total")
                        .filter(k ->
                                PHASE.matcher(FormLexicon.core(cell.word())).matches()))
                .map(item -> new Meaning(
                        "costs/" + item + "/"
                                + parts.lexicon().phase(cell.word()).orElse("settled") + "/{year}",
                        0.8));
    }

    /** A figure of staff of the evaluated year beside its label. */
    private Optional<Meaning> staff(FormCell cell) {
        return parts.lexicon()
                .exactly(Group.STAFFING, cell.word())
                .map(k -> new Meaning("staffing/" + k + "/{year}", 0.8));
    }

    /** The meaning of options in one cell; several may be chosen only where the key holds a list. */
    private Optional<Meaning> choice(FormCell cell, ValueKind kind, List<String> texts) {
        FormLexicon lexicon = parts.lexicon();
        return lexicon.meaning(Group.CHOICES, cell.word())
                .or(() -> lexicon.meaning(Group.FIELDS, cell.word())
                        .filter(m -> kind.single(texts)
                                && (rating(m.key()) || m.key().startsWith("attributes/"))));
    }

    /** True if the values are such as a key can hold. */
    static boolean fits(String key, List<String> texts) {
        if (key.contains("{code}")) {
            return texts.stream()
                    .allMatch(t -> (key.startsWith("sdgs/") ? GOAL : CODED)
                            .matcher(Printed.key(t).isEmpty() ? t : t.strip())
                            .matches());
        }
        if (key.startsWith("texts/") && texts.stream().allMatch(t -> t.strip().length() <= SIGN)) {
            return false; // an arrow or a grade below a word such as 成果
        }
        boolean rated = key.startsWith("ratings/") || key.equals("direction");
        return !rated || !ValueKind.codes(texts).isEmpty();
    }
}
