package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.Layout;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.RecordPaths;
import org.jigyo.sheet.RecordPaths.Holds;
import org.jigyo.sheet.RecordPaths.Kind;

/** Compares paths with those of the sheet record, and the type that is read with the type in the record. */
final class PathCheck {

    private static final Map<Holds, String> WORDS = new EnumMap<>(Map.of(
            Holds.TEXT, "a text",
            Holds.NUMBER, "a number",
            Holds.BOOLEAN, "true or false",
            Holds.TRUE, "a chosen option",
            Holds.NAME, "a name with its code",
            Holds.FIGURE, "a figure",
            Holds.YEAR, "the fiscal year",
            Holds.WORD, "one of a few words"));

    /** For each type in the record: the types that may be read for it. */
    private static final Map<Holds, Set<Holds>> FITS = new EnumMap<>(Map.of(
            Holds.TEXT, Set.of(Holds.TEXT, Holds.WORD),
            Holds.NUMBER, Set.of(Holds.NUMBER),
            Holds.BOOLEAN, Set.of(Holds.BOOLEAN),
            Holds.TRUE, Set.of(Holds.TRUE, Holds.BOOLEAN),
            Holds.NAME, Set.of(Holds.NAME, Holds.TEXT, Holds.WORD, Holds.TRUE, Holds.BOOLEAN),
            Holds.FIGURE, Set.of(Holds.FIGURE, Holds.NUMBER),
            Holds.YEAR, Set.of(Holds.YEAR),
            Holds.WORD, Set.of(Holds.WORD)));

    /** Sums of a sheet. An own key that is a part of a sum cannot count as the sum. */
    private static final Set<String> SUMS = Set.of("total", "grandTotal");

    private static final Pattern COST = Pattern.compile("(parts/[^/]*/)?costs/.*");
    private static final Pattern RATER = Pattern.compile("^(internal|external)\\.");

    private final Layout layout;
    private final Problems problems;
    private final ReadFacts read;
    private final Set<String> ownKeys = new TreeSet<>();

    PathCheck(Layout layout, Problems problems, ReadFacts read) {
        this.layout = layout;
        this.problems = problems;
        this.read = read;
    }

    /** The layout's own keys that occur in its paths. */
    Set<String> ownKeys() {
        return ownKeys;
    }

    /**
     * Checks that a value fits a path, and records that the layout reads it.
     *
     * @param template a path with placeholders
     * @param reads type of the value read
     * @param at JSON pointer of the field in the layout
     */
    void check(String template, Holds reads, String at) {
        check(template, List.of(), reads, at);
    }

    /**
     * Checks that a value fits a path that is read once for each of some years.
     *
     * @param years offsets from the evaluated year; empty if it is read once
     */
    void check(String template, List<Integer> years, Holds reads, String at) {
        List<Kind> kinds = RecordPaths.KNOWN.of(template);
        if (kinds.isEmpty()) {
            problems.addOnce(at, unknown(template));
            return;
        }
        declared(template, kinds, at);
        if (kinds.stream().noneMatch(k -> FITS.get(k.holds()).contains(reads))) {
            problems.addOnce(
                    at,
                    "«" + template + "» holds " + WORDS.get(kinds.get(0).holds()) + ", but the field reads "
                            + WORDS.get(reads) + remedy(kinds.get(0).holds(), template));
        }
        YearTemplate.each(template, years).forEach(path -> read.add(path, reads, at));
    }

    /** True for the path of an amount of a project or of one of its parts. */
    static boolean cost(String path) {
        return COST.matcher(path).matches();
    }

    private static String remedy(Holds holds, String template) {
        return switch (holds) {
            case NUMBER -> "; use a type that reads numbers: number, percent";
            case FIGURE -> "; use a type that reads figures: measure, number, percent";
            case TEXT -> "; use a type that reads texts: text, digits";
            case WORD ->
                "; use type code, and a code list that turns what is printed into "
                        + String.join(", ", RecordPaths.KNOWN.words(RecordPaths.last(template)));
            case BOOLEAN -> "; use type mark, or a code list with the values true and false";
            default -> "";
        };
    }

    private void declared(String template, List<Kind> kinds, String at) {
        String[] segments = template.split("/");
        for (int i = 0; i < segments.length; i++) {
            int place = i;
            String key = RATER.matcher(segments[i]).replaceFirst("");
            if (RecordPaths.OWN_KEY.matcher(key).matches()) {
                ownKeys.add(key);
                OwnKey own = layout.keys().get(key);
                if (own == null) {
                    String message = "«" + key + "» is not declared"
                            + Nearest.hint(key, layout.keys().keySet())
                            + "; to define a key of your own, give its names at the top of the file: keys: {" + key
                            + ": {ja: …, en: …}}";
                    problems.add(at, message);
                } else {
                    says(
                            own,
                            key,
                            kinds.stream().map(k -> k.segments().get(place)).toList());
                }
            }
        }
    }

    /** Checks the declaration of an own key against the placeholders at which paths use it. */
    private void says(OwnKey own, String key, List<String> places) {
        String at = KeyCheck.in("/keys", key);
        Set<String> words = new TreeSet<>();
        places.forEach(place -> words.addAll(RecordPaths.KNOWN.words(place)));
        words.removeAll(SUMS);
        if (own.like() != null && !words.contains(own.like())) {
            problems.addOnce(
                    at + "/like",
                    "«" + own.like() + "» is not a known key that «" + key + "» can be counted as"
                            + Nearest.hint(own.like(), words)
                            + (words.isEmpty() ? "" : "; allowed are " + String.join(", ", words)));
        }
        if (places.contains("{resource}") && own.like() == null && own.unit() == null) {
            problems.addOnce(at, "«" + key + "» is a staffing figure and needs its unit; add unit: 人");
        } else if (!places.contains("{resource}") && own.unit() != null) {
            problems.addOnce(at + "/unit", "«unit» is only for staffing figures; remove it");
        }
        if (own.accountLevel() != null && !places.contains("{attribute}")) {
            problems.addOnce(at + "/accountLevel", "«accountLevel» is only for attributes; remove it");
        }
    }

    /** Explains why no path of the record matches this one. */
    private static String unknown(String template) {
        RecordPaths known = RecordPaths.KNOWN;
        List<String> segments = Arrays.asList(template.split("/", -1));
        int best = known.kinds().stream()
                .mapToInt(k -> known.matched(k, segments))
                .max()
                .orElse(0);
        List<Kind> near = known.kinds().stream()
                .filter(k -> known.matched(k, segments) == best)
                .toList();
        if (best == 0) {
            return "a sheet record has no «" + segments.get(0) + "»" + Nearest.hint(segments.get(0), known.groups())
                    + "; paths begin with " + String.join(", ", known.groups());
        }
        List<String> forms = near.stream().map(Kind::form).toList();
        List<Kind> longer =
                near.stream().filter(k -> k.segments().size() > best).toList();
        String ends = "; valid paths are " + String.join(", ", forms);
        if (segments.size() == best) {
            return "the path «" + template + "» is incomplete" + year(longer, best) + ends;
        }
        if (longer.isEmpty()) {
            return another(template, segments);
        }
        return "«" + segments.get(best) + "» is not allowed in «" + template + "»"
                + expected(longer, best, segments.get(best)) + ends;
    }

    /** Explains a path that is longer than the kinds that begin like it: one of the same length may allow other words. */
    private static String another(String template, List<String> segments) {
        RecordPaths known = RecordPaths.KNOWN;
        List<Kind> group = known.kinds().stream()
                .filter(k -> k.segments().get(0).equals(segments.get(0)))
                .toList();
        List<Kind> same = group.stream()
                .filter(k -> k.segments().size() == segments.size())
                .toList();
        String ends = "; valid paths are "
                + String.join(", ", group.stream().map(Kind::form).toList());
        if (same.isEmpty()) {
            return "the path «" + template + "» is too long" + ends;
        }
        int at = same.stream().mapToInt(k -> known.matched(k, segments)).max().orElseThrow();
        List<Kind> near =
                same.stream().filter(k -> known.matched(k, segments) == at).toList();
        return "«" + segments.get(at) + "» is not allowed in «" + template + "»" + expected(near, at, segments.get(at))
                + ends;
    }

    private static String year(List<Kind> longer, int at) {
        boolean year = longer.stream().anyMatch(k -> k.segments().get(at).equals("{year}"));
        return year ? ", {year} is missing" : "";
    }

    private static String expected(List<Kind> longer, int at, String segment) {
        Set<String> words = new LinkedHashSet<>();
        List<String> places = new ArrayList<>();
        boolean own = false;
        for (Kind kind : longer) {
            String place = kind.segments().get(at);
            own |= RecordPaths.KNOWN.takesOwn(place);
            List<String> fill = RecordPaths.KNOWN.words(place);
            words.addAll(place.startsWith("{") ? fill : List.of(place));
            if (place.startsWith("{") && fill.isEmpty()) {
                places.add(place);
            }
        }
        String hint = Nearest.hint(segment, words);
        if (!hint.isEmpty()) {
            return hint;
        }
        return words.isEmpty()
                ? ": " + String.join(" or ", places) + " is expected"
                : "; known are " + String.join(", ", words) + (own ? ", or a key of your own that begins with x." : "");
    }

    /** The type that a code list gives at a path; null if the layout has no such list. */
    Holds through(String codes, String template, String at) {
        CodeList list = codes == null ? null : layout.codes().get(codes);
        if (list == null) {
            return null;
        }
        long truths = list.values().values().stream()
                .filter(v -> v.equals("true") || v.equals("false"))
                .count();
        if (truths > 0 && truths < list.values().size()) {
            problems.add(at, "the code list «" + codes + "» mixes true and false with other values; use either");
        }
        boolean words = RecordPaths.KNOWN
                .words(RecordPaths.last(template))
                .containsAll(list.values().values());
        return truths > 0 ? Holds.BOOLEAN : words ? Holds.WORD : Holds.TEXT;
    }
}
