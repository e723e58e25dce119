package org.jigyo.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.publish.CityPart.PublishedSheet;
import org.jigyo.publish.Published.Kind;
import org.jigyo.publish.Published.SourceChange;

/** The sources of each city after a publish, and what becomes of the earlier ones. Not thread-safe. */
final class Plan {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::fiscalYear).thenComparing(Source::file).thenComparing(Source::form);

    private final SortedMap<String, CityPart> before;
    private final SortedMap<String, List<Source>> now = new TreeMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final boolean only;

    /**
     * Begins a plan.
     *
     * @param before the parts of the current release
     * @param only whether all their sources are removed
     */
    Plan(SortedMap<String, CityPart> before, boolean only) {
        this.before = before;
        this.only = only;
        if (!only) {
            before.forEach((city, part) -> now.put(city, new ArrayList<>(part.sources())));
        }
    }

    /** Removes the bundled specimens; returns the number of their sheets. */
    int dropSpecimens() {
        int sheets = 0;
        for (CityPart part : before.values()) {
            Set<String> files = new HashSet<>();
            part.sources().stream().filter(Source::specimen).forEach(source -> files.add(source.file()));
            sheets += (int) part.sheets().stream()
                    .filter(sheet -> files.contains(sheet.file()))
                    .count();
            files.forEach(file -> named.add(part.city() + "//" + file));
            now.getOrDefault(part.city(), new ArrayList<>()).removeIf(Source::specimen);
        }
        return sheets;
    }

    /**
     * Removes what a name denotes.
     *
     * @param name {@code CITY}, {@code CITY/EDITION} or {@code CITY/EDITION/FILE}
     * @throws IllegalArgumentException if the current release has no such thing; the message lists what it has
     */
    void withdraw(String name) {
        if (before.isEmpty()) {
            throw new IllegalArgumentException(
                    "the current release has no parts of cities; publish all sheets again once, or choose another folder with --data");
        }
        String[] words = name.split("/", 3);
        CityPart part = before.get(words[0]);
        if (part == null) {
            throw new IllegalArgumentException(
                    "the current release has no city " + words[0] + "; it has " + String.join(", ", before.keySet()));
        }
        Set<String> editions = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (PublishedSheet sheet : part.sheets()) {
            if (words.length < 2 || sheet.edition().equals(words[1])) {
                editions.add(sheet.edition());
                files.add(sheet.file());
            }
        }
        if (words.length > 2) {
            files.retainAll(Set.of(words[2]));
        }
        if (files.isEmpty()) {
            boolean known = words.length > 2 && !editions.isEmpty();
            throw new IllegalArgumentException("the current release has nothing named " + name + "; it has "
                    + part.sheets().stream()
                            .filter(sheet -> !known || editions.contains(sheet.edition()))
                            .map(sheet -> words[0] + "/" + sheet.edition() + (known ? "/" + sheet.file() : ""))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        now.get(words[0])
                .removeIf(source -> files.contains(source.file())
                        && (words.length < 2 || words[1].startsWith(String.valueOf(source.fiscalYear()))));
        editions.forEach(edition -> files.forEach(file -> named.add(words[0] + "/" + edition + "/" + file)));
    }

    /**
     * Adds a source, which replaces one with the same name, year and form.
     *
     * @return false if another file of this publish already replaced it
     */
    boolean enter(String city, Source source) {
        List<Source> sources = now.computeIfAbsent(city, k -> new ArrayList<>());
        List<Source> same =
                sources.stream().filter(other -> other.isReplacedBy(source)).toList();
        String place = city + "/" + source.fiscalYear() + "/" + source.form() + "/" + source.file();
        if (!entered.add(place)) {
            return same.stream().allMatch(other -> other.sha256().equals(source.sha256()));
        }
        sources.removeAll(same);
        sources.add(source);
        return true;
    }

    /** Replaces all sources of a city. */
    void replace(String city, List<Source> sources) {
        now.put(city, new ArrayList<>(sources));
    }

    /** Keeps the sources of a city unchanged. */
    void stays(String city) {
        CityPart part = before.get(city);
        now.put(city, part == null ? new ArrayList<>() : new ArrayList<>(part.sources()));
    }

    /** The cities with at least one source. */
    List<String> cities() {
        return now.keySet().stream().filter(city -> !now.get(city).isEmpty()).toList();
    }

    /** The part of the current release, or null. */
    CityPart before(String city) {
        return before.get(city);
    }

    /** The sources of a city, in a fixed order. */
    List<Source> sources(String city) {
        return now.getOrDefault(city, List.of()).stream().sorted(ORDER).toList();
    }

    /** Sheets of the current release that are in none of the parts and were not removed by name. */
    List<String> missing(SortedMap<String, CityPart> parts) {
        List<String> missing = new ArrayList<>();
        if (only) {
            return missing;
        }
        before.forEach((city, part) -> {
            List<PublishedSheet> kept =
                    parts.containsKey(city) ? parts.get(city).sheets() : List.of();
            Set<String> keys = new HashSet<>();
            kept.forEach(sheet -> keys.add(sheet.edition() + "/" + sheet.project()));
            part.sheets().stream()
                    .filter(sheet -> !keys.contains(sheet.edition() + "/" + sheet.project()))
                    .filter(sheet -> !named.contains(city + "/" + sheet.edition() + "/" + sheet.file())
                            && !named.contains(city + "//" + sheet.file()))
                    .forEach(sheet -> missing.add(city + "/" + sheet.edition() + "/" + sheet.file() + " "
                            + (sheet.number() == null ? "" : sheet.number() + " ") + sheet.name()));
        });
        return missing;
    }

    /** What becomes of each source. */
    List<SourceChange> changes() {
        List<SourceChange> changes = new ArrayList<>();
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .sorted()
                .forEach(city -> changes(city, changes));
        return changes;
    }

    private void changes(String city, List<SourceChange> changes) {
        List<Source> was = before.containsKey(city) ? before.get(city).sources() : List.of();
        for (Source source : sources(city)) {
            Kind kind = was.contains(source)
                    ? Kind.KEPT
                    : was.stream().anyMatch(other -> other.isReplacedBy(source)) ? Kind.REPLACED : Kind.ADDED;
            changes.add(new SourceChange(kind, city, source.file(), source.fiscalYear()));
        }
        was.stream()
                .filter(source -> sources(city).stream().noneMatch(source::isReplacedBy))
                .forEach(source ->
                        changes.add(new SourceChange(Kind.REMOVED, city, source.file(), source.fiscalYear())));
    }
}
