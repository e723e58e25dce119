package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The paths of a sheet record and the type of value at each, from {@code record/paths.yml}. Immutable. */
public final class RecordPaths {

    /** Syntax of a key that a layout declares itself. */
    public static final Pattern OWN_KEY = Pattern.compile("x\\.[a-z][A-Za-z0-9.]*");

    /** All known paths. */
    public static final RecordPaths KNOWN = load();

    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}|\\{year([+-]\\d+)?\\}|\\{any year\\}");
    private static final Pattern SLOT = Pattern.compile("[1-9]\\d?|\\{n\\}|\\{slot\\}|\\{part\\}");

    /** The type of value at a path; a closed list. */
    public enum Holds {
        /** A text. */
        TEXT("is not a text"),
        /** A number. */
        NUMBER("is not a number"),
        /** True or false. */
        BOOLEAN("is neither yes nor no"),
        /** Always true: an option that is chosen. */
        TRUE("is neither yes nor no"),
        /** A text, or true if none is printed. */
        NAME("is not a text"),
        /** A number, or a text if words are printed instead. */
        FIGURE("is not a number"),
        /** A fiscal year. */
        YEAR("is not a year"),
        /** One of the words listed under the last name of the path. */
        WORD("is not one of the words for it");

        private final String misfit;

        Holds(String misfit) {
            this.misfit = misfit;
        }

        /** True for a value of this type: a String, a BigDecimal or a Boolean. */
        public boolean accepts(Object value) {
            return switch (this) {
                case TEXT, WORD -> value instanceof String;
                case NUMBER -> value instanceof BigDecimal;
                case BOOLEAN, TRUE -> value instanceof Boolean;
                case NAME -> value instanceof String || value instanceof Boolean;
                case FIGURE -> value instanceof BigDecimal || value instanceof String;
                case YEAR -> Facts.whole(value) != null;
            };
        }

        @JsonCreator
        static Holds of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A kind of path.
     *
     * @param form {@code costs/{item}/{phase}/{year}}
     * @param segments its segments; a segment in braces is a placeholder
     * @param holds type of the value
     */
    public record Kind(String form, List<String> segments, Holds holds) {
        private Kind(String form, Holds holds) {
            this(form, List.of(form.split("/")), holds);
        }
    }

    private record File(
            Map<String, Holds> paths,
            Map<String, Holds> given,
            Map<String, List<String>> words,
            List<String> raters,
            List<String> parts,
            Set<String> own) {}

    private static final int MOST_CACHED = 4096;

    /** A regular expression for the paths of a kind. Names and codes in it may hold slashes. */
    private record Form(Pattern paths, Holds holds) {}

    private final List<Kind> kinds;
    private final List<Form> forms = new ArrayList<>();

    /** Results by path, since all sheets of a form have the same paths. */
    private final Map<String, Set<Holds>> cached = new ConcurrentHashMap<>();

    private final Map<String, List<String>> words;
    private final Set<String> own;
    private final Pattern rater;

    private RecordPaths(File file) {
        List<Kind> all = new ArrayList<>();
        file.paths.forEach((form, holds) -> all.add(new Kind(form, holds)));
        for (Kind kind : List.copyOf(all)) {
            if (file.parts.contains(kind.segments().get(0))) {
                all.add(new Kind("parts/{part}/" + kind.form, kind.holds));
            }
        }
        kinds = List.copyOf(all);
        rater = Pattern.compile("(" + String.join("|", file.raters) + ")\\.");
        words = new LinkedHashMap<>(file.words);
        own = Set.copyOf(file.own);
        kinds.forEach(kind -> forms.add(new Form(pattern(kind), kind.holds)));
        file.given.forEach((path, holds) -> forms.add(new Form(Pattern.compile(path), holds)));
    }

    private Pattern pattern(Kind kind) {
        List<String> segments = kind.segments().stream().map(this::expression).toList();
        return Pattern.compile(String.join("/", segments), Pattern.DOTALL);
    }

    private String expression(String expected) {
        if (!expected.startsWith("{")) {
            return Pattern.quote(expected);
        }
        String one = switch (expected) {
            case "{year}" -> "[12]\\d{3}";
            case "{part}" -> "[^/]+";
            case "{slot}" -> "[1-9]\\d{0,2}";
            default -> closed(expected) ? "(?:" + fill(expected) + ")" : "(?![12]\\d{3}(?:/|$))[^/].*";
        };
        return expected.equals("{criterion}") ? "(?:" + rater + ")?" + one : one;
    }

    private String fill(String place) {
        List<String> fill = new ArrayList<>();
        words(place).forEach(word -> fill.add(Pattern.quote(word)));
        if (takesOwn(place)) {
            fill.add(OWN_KEY.pattern());
        }
        return String.join("|", fill);
    }

    private static RecordPaths load() {
        try (InputStream in = RecordPaths.class.getResourceAsStream("/record/paths.yml")) {
            return new RecordPaths(new YAMLMapper().readValue(in, File.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every kind of path, in the order of the record. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** The words allowed in a placeholder; empty if any word is. */
    public List<String> words(String place) {
        return words.getOrDefault(name(place), List.of());
    }

    /** True if a key that a layout declares may fill this placeholder. */
    public boolean takesOwn(String place) {
        return own.contains(name(place));
    }

    /** The first segments of all paths. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        kinds.forEach(k -> groups.add(k.segments().get(0)));
        return groups;
    }

    /**
     * The kinds of path that a template can match.
     *
     * @param template a path in which placeholders such as {@code {year-1}}, {@code {n}}, {@code {code}} stand for
     * values found on the sheet
     */
    public List<Kind> of(String template) {
        List<String> segments = Arrays.asList(template.split("/", -1));
        return kinds.stream()
                .filter(k -> k.segments().size() == segments.size() && matched(k, segments) == segments.size())
                .toList();
    }

    /** The number of leading segments of a template that match a kind. */
    public int matched(Kind kind, List<String> segments) {
        int n = 0;
        while (n < Math.min(kind.segments().size(), segments.size())
                && fits(kind.segments().get(n), segments.get(n))) {
            n++;
        }
        return n;
    }

    private boolean fits(String expected, String segment) {
        if (!expected.startsWith("{")) {
            return expected.equals(segment);
        }
        return switch (expected) {
            case "{year}" -> YEAR.matcher(segment).matches();
            case "{slot}", "{part}" -> SLOT.matcher(segment).matches();
            case "{criterion}" -> word(expected, rater.matcher(segment).replaceFirst(""));
            default -> closed(expected) ? word(expected, segment) : open(segment);
        };
    }

    private boolean closed(String place) {
        return !words(place).isEmpty() || takesOwn(place);
    }

    /** True for a placeholder that is filled from the sheet and is not a year. */
    private static boolean open(String segment) {
        return !segment.isBlank() && !YEAR.matcher(segment).matches();
    }

    private boolean word(String place, String segment) {
        return words(place).contains(segment)
                || (takesOwn(place) && OWN_KEY.matcher(segment).matches());
    }

    /** The types of value that a sheet can have at a path; empty if there is no such path. */
    public Set<Holds> at(String path) {
        Set<Holds> known = cached.get(path);
        if (known != null) {
            return known;
        }
        Set<Holds> holds = EnumSet.noneOf(Holds.class);
        forms.stream().filter(form -> form.paths.matcher(path).matches()).forEach(form -> holds.add(form.holds));
        if (cached.size() < MOST_CACHED) {
            cached.put(path, holds);
        }
        return holds;
    }

    /** True for the path of a list entry, which needs no value beside it. */
    boolean entry(String path) {
        return !Collections.disjoint(at(path), EnumSet.of(Holds.TRUE, Holds.NAME));
    }

    /** The value in the form its path requires: a number becomes a text where only texts are accepted. */
    Object fitted(String path, Object value) {
        return value instanceof BigDecimal number && at(path).stream().noneMatch(h -> h.accepts(value))
                ? number.toPlainString()
                : value;
    }

    /** The reason why a path does not accept a value, or null. A number is accepted where a text is expected. */
    String misfit(String path, Object value) {
        Set<Holds> at = at(path);
        if (at.isEmpty()) {
            return "a sheet record has no such field";
        }
        if (value instanceof BigDecimal number && !ValueChecks.printable(number)) {
            return ValueChecks.TOO_LONG;
        }
        if (at.contains(Holds.WORD)) {
            List<String> expected = words(last(path));
            return expected.contains(value) ? null : "is none of " + String.join(", ", expected);
        }
        for (Holds holds : at) {
            if (holds.accepts(value) || (value instanceof BigDecimal && holds.accepts(""))) {
                return null;
            }
        }
        return at.iterator().next().misfit;
    }

    /** The last name of a path. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String name(String place) {
        return place.startsWith("{") ? place.substring(1, place.length() - 1) : place;
    }
}
