package org.jigyo.draft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sums.CostItems;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.draft.words.ValueKind;
import org.jigyo.layout.YearTemplate;

/** What the columns of a list say, asked from left to right. Not thread-safe. */
final class ListMeanings {

    private static final Pattern INDICATOR = Pattern.compile("(.*?指標[\\d①-⑨]{0,2})の?(.*)");
    private static final Pattern GOAL = Pattern.compile("(?:ゴール|目標|SDG)?(1[0-7]|[1-9])(?:\\D.*)?");
    private static final Pattern MONEY = Pattern.compile("費|財源|予算|決算|コスト|円|支出|歳出|歳入");
    private static final Pattern GENERIC = Pattern.compile("評価|区分|結果|判定|評点|内容|点数|名称|名|コード|番号|ランク|評価結果");
    private static final int LONG = 25;
    private static final int GRADE = 10;

    private final FormLexicon lexicon;
    private final DraftParts parts;
    private final Map<List<String>, Boolean> marked = new HashMap<>();
    private final Map<String, Integer> indicators = new LinkedHashMap<>();
    private final Map<String, String> items;
    private String indicator;
    private String rating;

    ListMeanings(List<ListedColumn> columns, DraftParts parts) {
        this.lexicon = parts.lexicon();
        this.parts = parts;
        columns.forEach(c -> marked.merge(c.outer(), marks(c), Boolean::logicalAnd));
        items = CostItems.of(
                columns.stream().map(ListedColumn::inner).distinct().toList(), List.of(), lexicon);
    }

    private static boolean marks(ListedColumn column) {
        return column.texts().stream()
                .allMatch(t -> SheetCells.MARK.matcher(t.strip()).matches());
    }

    /** The path of a column's values, with {@code {year}} where they are of a year; a key of its own if nothing is known. */
    Meaning of(ListedColumn column) {
        ValueKind kind = ValueKind.of(column.texts());
        boolean figures = kind.type() != null && !kind.marks();
        boolean open = column.texts().isEmpty();
        Meaning meaning = mark(column)
                .or(() -> indicator(column, figures))
                .or(() -> figures || (open && column.year() != null) ? figure(column) : Optional.empty())
                .or(() -> reason(column))
                .or(() -> field(column))
                .orElseGet(() -> new Meaning(own(column, figures), 0.3));
        indicator = meaning.key().startsWith("indicators/") ? indicator : null;
        rating = CellMeanings.rating(meaning.key()) ? meaning.key() : null;
        return meaning;
    }

    /** A column for a mark: an SDG, or one of several options. */
    private Optional<Meaning> mark(ListedColumn column) {
        if (column.outer().isEmpty() || !marked.get(column.outer())) {
            return Optional.empty();
        }
        String outer = column.outer().get(column.outer().size() - 1);
        Matcher goal = GOAL.matcher(column.inner());
        if (goal.matches() && outer.contains("SDG")) {
            return Optional.of(new Meaning("sdgs/" + goal.group(1), 1));
        }
        boolean any = !column.texts().isEmpty() && column.year() == null;
        return any
                ? Optional.of(
                        new Meaning("attributes/" + parts.ownKey("attributes", outer) + "/" + column.inner(), 0.5))
                : Optional.empty();
    }

    private Optional<Meaning> indicator(ListedColumn column, boolean figures) {
        String words = YearTemplate.PLACE
                .matcher(column.words().stream().map(FormLexicon::core).collect(Collectors.joining()))
                .replaceAll("");
        boolean rated = lexicon.exactly(Group.FIELDS, column.inner())
                .filter(k -> k.startsWith("ratings/"))
                .isPresent();
        Matcher m = INDICATOR.matcher(words);
        if (rated || (!m.matches() && (indicator == null || !column.outer().isEmpty()))) {
            return Optional.empty();
        }
        String rest = m.matches() ? m.group(2) : FormLexicon.core(column.inner());
        String group = m.matches() ? m.group(1) : indicator;
        Optional<String> known = rest.isEmpty()
                ? Optional.of(figures ? "actual" : "name")
                : lexicon.meaning(Group.INDICATORS, rest)
                        .filter(k -> m.matches() || k.certainty() == 1)
                        .map(Meaning::key)
                        .or(() -> m.matches() ? lexicon.exactly(Group.INDICATORS, "指標" + rest) : Optional.empty());
        boolean fits = known.filter(k -> CellMeanings.FIGURES.contains(k)
                        ? figures || column.texts().isEmpty() || m.matches()
                        : !figures)
                .isPresent();
        if (!fits
                || (!m.matches()
                        && lexicon.exactly(Group.FIELDS, column.inner()).isPresent())) {
            return Optional.empty();
        }
        indicator = group;
        int n = indicators.computeIfAbsent(group, k -> indicators.size() + 1);
        String path = "indicators/" + n + "/" + known.get();
        return Optional.of(new Meaning(CellMeanings.FIGURES.contains(known.get()) ? path + "/{year}" : path, 0.9));
    }

    private Optional<Meaning> figure(ListedColumn column) {
        List<String> words = column.words();
        for (int w = words.size() - 1; w >= 0; w--) {
            Optional<String> staff = lexicon.exactly(Group.STAFFING, words.get(w));
            if (staff.isPresent()) {
                return staff.map(k -> new Meaning("staffing/" + k + "/{year}", 0.9));
            }
        }
        boolean money = MONEY.matcher(column.path()).find() || column.year() != null;
        for (int w = words.size() - 1; w >= 0 && money; w--) {
            Optional<String> item = lexicon.exactly(Group.COSTS, words.get(w));
            if (item.isPresent()) {
                String key = items.getOrDefault(words.get(w), item.get());
                return Optional.of(new Meaning("costs/" + key + "/" + phase(column) + "/{year}", 0.9));
            }
        }
        return MONEY.matcher(column.path()).find()
                        && lexicon.phase(column.path()).isPresent()
                        && plain(column)
                ? Optional.of(new Meaning("costs/total/" + phase(column) + "/{year}", 0.7))
                : Optional.empty();
    }

    /** True if its labels say nothing but year and phase. */
    private static boolean plain(ListedColumn column) {
        return YearTemplate.PLACE
                .matcher(column.words().stream().map(FormLexicon::core).collect(Collectors.joining()))
                .replaceAll("")
                .matches("(?:当初|補正後|最終|歳出|事業)*(?:予算|決算)(?:現)?(?:額|見込額?|費)?");
    }

    private String phase(ListedColumn column) {
        return lexicon.phase(column.path()).orElse(column.year() != null && column.year() > 0 ? "budget" : "settled");
    }

    /** The reason for the rating that its outer label names, or whose column is directly left of it. */
    private Optional<Meaning> reason(ListedColumn column) {
        if (lexicon.exactly(Group.REASONS, column.inner()).isEmpty()) {
            return Optional.empty();
        }
        return column.outer().stream()
                .flatMap(w -> lexicon.exactly(Group.FIELDS, w).stream())
                .filter(k -> k.startsWith("ratings/") || k.equals("direction"))
                .findFirst()
                .or(() -> Optional.ofNullable(rating))
                .map(k -> new Meaning(k + "/reason", 0.9));
    }

    private Optional<Meaning> field(ListedColumn column) {
        String inner = column.inner();
        String outer = column.outer().isEmpty()
                ? ""
                : column.outer().get(column.outer().size() - 1);
        boolean generic = GENERIC.matcher(FormLexicon.core(inner)).matches();
        return lexicon.exactly(Group.FIELDS, outer + inner)
                .or(() -> generic ? lexicon.exactly(Group.FIELDS, outer) : Optional.empty())
                .or(() -> lexicon.exactly(Group.FIELDS, inner))
                .map(k -> new Meaning(k, 1))
                .or(() -> lexicon.meaning(Group.FIELDS, inner))
                .filter(m ->
                        CellMeanings.fits(m.key(), column.texts()) || (CellMeanings.rating(m.key()) && grades(column)));
    }

    /** True for texts as short as grades. */
    private static boolean grades(ListedColumn column) {
        return column.texts().stream().allMatch(t -> t.strip().length() <= GRADE);
    }

    /** A key of its own for a column whose path another one has. */
    String second(ListedColumn column) {
        ValueKind kind = ValueKind.of(column.texts());
        return own(column, kind.type() != null && !kind.marks());
    }

    private String own(ListedColumn column, boolean figures) {
        String label = YearTemplate.PLACE
                .matcher(column.words().stream().map(FormLexicon::core).collect(Collectors.joining()))
                .replaceAll("");
        if (figures && MONEY.matcher(column.path()).find() && !label.contains("率")) {
            return "costs/" + parts.ownKey("costs", label) + "/" + phase(column) + "/{year}";
        }
        if (ValueKind.grades(column.texts())) {
            return "ratings/" + parts.ownKey("ratings", label);
        }
        double length =
                column.texts().stream().mapToInt(String::length).average().orElse(0);
        String group = length > LONG ? "texts" : "attributes";
        return group + "/" + parts.ownKey(group, label);
    }
}
