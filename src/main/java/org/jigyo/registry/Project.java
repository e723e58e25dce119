package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A project that keeps its key over years, numbers and names.
 *
 * @param key {@code {city}-{first year seen}-{number as first printed}}
 * @param city local government code
 * @param sightings how the sheets print it, oldest first
 * @param indicators its indicators
 * @param parts its parts (細事業), which keep their keys within it; a part has none
 */
public record Project(
        String key, String city, List<Sighting> sightings, List<Indicator> indicators, List<Project> parts) {

    /** A project of which nothing is known but its key. */
    static Project named(String key, String city) {
        return new Project(key, city, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The same project with lists of its own. */
    Project copy() {
        List<Indicator> own = new ArrayList<>();
        indicators.forEach(i -> own.add(new Indicator(i.key(), new ArrayList<>(i.names()))));
        List<Project> copies = new ArrayList<>();
        parts.forEach(part -> copies.add(part.copy()));
        return new Project(key, city, new ArrayList<>(sightings), own, copies);
    }

    /** Takes note of a sighting; false when it is known. */
    boolean add(Sighting sighting) {
        boolean fresh = sightings.stream().noneMatch(s -> s.seen().equals(sighting.seen()));
        if (fresh) {
            sightings.add(sighting);
            sightings.sort(Comparator.comparing(Sighting::year));
        }
        return fresh;
    }

    /** True when one of its sightings is of that year. */
    boolean seenIn(int year) {
        return sightings.stream().anyMatch(s -> s.year() == year);
    }

    /** The project as last printed. */
    public Sighting latest() {
        return sightings.get(sightings.size() - 1);
    }

    /**
     * An indicator that keeps its key over renamings.
     *
     * @param key slot of first sight, with a letter when another indicator had it before
     * @param names as printed, oldest first
     */
    public record Indicator(String key, List<String> names) {}
}
