package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** Always true: an option that is chosen. */
        TRUE,
        /** A text, or true if none is printed. */
        NAME,
        /** A number, or a text if words are printed instead. */
        FIGURE,
        /** A fiscal year. */
        YEAR;

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
            Map<String, List<String>> words,
            List<String> raters,
            List<String> parts,
            Set<String> own) {}

    private final List<Kind> kinds;
    private final Map<String, List<String>> words;
    private final Set<String> own;
    private final Pattern rater;

    private RecordPaths(File file) {
        List<Kind> all = new ArrayList<>();
        file.paths.forEach((form, holds) -> all.add(new Kind(form, holds)));
        for (Kind kind : List.copyOf(all)) {
            if (file.parts.contains(kind.segments().get(0))) {
                all.add(new Kind("parts/{slot}/" + kind.form, kind.holds));
            }
        }
        kinds = List.copyOf(all);
        rater = Pattern.compile("(" + String.join("|", file.raters) + ")\\.");
        words = new LinkedHashMap<>(file.words);
        own = Set.copyOf(file.own);
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
            case "{slot}" -> SLOT.matcher(segment).matches();
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

    /** The type of value at a path that a sheet can have; empty if there is no such path. */
    public Optional<Holds> holds(String path) {
        return of(path).stream().map(Kind::holds).findFirst();
    }

    private static String name(String place) {
        return place.startsWith("{") ? place.substring(1, place.length() - 1) : place;
    }
}
