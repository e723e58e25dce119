package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.draft.words.YearWords;
import org.jigyo.layout.Layout;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * What the head of a layout says of a form.
 *
 * @param id of the layout
 * @param city the municipality; null if it is not known
 * @param form id of the form
 * @param title its printed title
 * @param applies phrases of the first page of every sheet
 * @param unit yen in one printed unit; 0 if none is printed
 * @param bareYears true if years are printed as a number alone
 */
record FormHead(
        String id, LocalGovernment city, String form, String title, List<String> applies, int unit, boolean bareYears) {

    private static final int MOST_PHRASES = 6;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 24;
    private static final Pattern UNIT = Pattern.compile("(単位[^\\n]{0,3})?(百万円|千円|万円)");

    /** How much more a unit counts that is called so than one that stands beside a label. */
    private static final int SAID = 100;

    /** Yen in units of amounts. */
    static final Map<String, Integer> UNITS = Map.of("千円", 1000, "百万円", 1_000_000, "万円", 10_000);

    /** The head of a form; its municipality as given, else as printed. */
    static FormHead of(Form form, LocalGovernment given, GivenAnswers answers) {
        List<String> texts = form.sheets().subList(0, Math.min(5, form.sheets().size())).stream()
                .map(s -> joined(s.sheet().pieces()))
                .toList();
        LocalGovernment city = given == null ? city(texts) : given;
        String title = form.year().titled() == null
                ? "事務事業評価シート"
                : form.year().titled().replaceAll("…|\\{[^}]*\\}", "");
        return new FormHead(
                id(city, form.sheets().get(0).sheet().evaluated(), "form"),
                city,
                name(city) + "-evaluation-sheet",
                title,
                applies(form),
                answers.unit() > 0
                        ? answers.unit()
                        : unit(joined(form.sheets().get(0).sheet().pieces())),
                bare(form));
    }

    /** What these pieces print, a line each. */
    static String joined(List<PrintedPiece> pieces) {
        return pieces.stream().map(PrintedPiece::key).collect(Collectors.joining("\n"));
    }

    /** The name of a municipality in an id. */
    static String name(LocalGovernment city) {
        return city.romaji().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The id of a layout. */
    static String id(LocalGovernment city, int year, String undated) {
        return name(city) + "-" + (year == 0 ? undated : Era.shortYear(year).toLowerCase(Locale.ROOT));
    }

    /**
     * The municipality whose name these texts print most often.
     *
     * @throws DraftException if they print none
     */
    static LocalGovernment city(List<String> texts) {
        Map<LocalGovernment, Integer> named = new HashMap<>();
        for (String text : texts) {
            LocalGovernments.all().stream()
                    .filter(g -> g.kind() != LocalGovernment.Kind.PREFECTURE && text.contains(g.name()))
                    .forEach(g -> named.merge(g, occurrences(text, g.name()), Integer::sum));
        }
        return named.entrySet().stream()
                .max(Comparator.<Map.Entry<LocalGovernment, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparingInt(e -> e.getKey().name().length()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new DraftException(
                        "the sheets do not print the name of their municipality; say it: --city 池田市", null));
    }

    /**
     * The same form as a known layout names it, if it is of the same municipality. A layout that reads these sheets gives its id, too: the draft
     * then stands for it, because sheets that two layouts match are not read.
     *
     * @param known the form with that layout; null for none
     * @param all the known layouts, whose ids are taken
     */
    FormHead like(KnownForm known, List<Layout> all) {
        boolean own = known != null && known.layout().city().equals(city.code());
        if (own && known.reads()) {
            return new FormHead(known.layout().id(), city, known.layout().form(), title, applies, unit, bareYears);
        }
        Set<String> taken = all.stream().map(Layout::id).collect(Collectors.toSet());
        String free = id;
        for (int n = 2; taken.contains(free); n++) {
            free = id + "-" + n;
        }
        return new FormHead(free, city, own ? known.layout().form() : form, title, applies, unit, bareYears);
    }

    private static int occurrences(String text, String name) {
        return (text.length() - text.replace(name, "").length()) / name.length();
    }

    /** Labels of every first page, the longest of each part of it. */
    private static List<String> applies(Form form) {
        LabelledSheet first = form.sheets().get(0);
        int page = first.sheet().pages().get(0).number();
        List<String> always = first.sheet().pieces().stream()
                .filter(p -> p.page() == page && first.label(p))
                .map(PrintedPiece::word)
                .filter(w -> form.words().share(w) == 1 && !w.contains("{") && w.length() <= LONGEST)
                .filter(w -> w.codePoints().filter(Character::isLetter).count() >= SHORTEST)
                .distinct()
                .toList();
        List<String> phrases = new ArrayList<>();
        for (int part = 0; part < MOST_PHRASES; part++) {
            always.subList(part * always.size() / MOST_PHRASES, (part + 1) * always.size() / MOST_PHRASES).stream()
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    /** Yen in the unit that a text names most often; 0 if it names none. */
    static int unit(String text) {
        Map<String, Integer> units = new HashMap<>();
        UNIT.matcher(text).results().forEach(r -> units.merge(r.group(2), r.group(1) == null ? 1 : SAID, Integer::sum));
        return units.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(u -> UNITS.get(u.getKey()))
                .orElse(text.contains("(円)") || text.contains("単位:円") ? 1 : 0);
    }

    private static boolean bare(Form form) {
        LabelledSheet first = form.sheets().get(0);
        return first.labels().stream()
                .flatMap(l -> YearWords.in(Printed.key(l.text()), Era.REIWA).stream())
                .anyMatch(YearWords.Found::bare);
    }

    /** A sign that a title has a year. */
    static boolean dated(String title) {
        return title != null && Pattern.compile("\\{year").matcher(title).find();
    }
}
