package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A project with a permanent key across years, numbers and names.
 *
 * @param key {@code {city}-{first year seen}-{number as first printed}}
 * @param city local government code
 * @param sightings its appearances on sheets, oldest first
 * @param indicators its indicators
 * @param parts its parts (細事業), with permanent keys within the project; a part has no parts
 */
public record Project(
        String key, String city, List<Sighting> sightings, List<Indicator> indicators, List<Project> parts) {

    /** A project with nothing but its key. */
    static Project named(String key, String city) {
        return new Project(key, city, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** A copy with its own lists. */
    Project copy() {
        List<Indicator> own = new ArrayList<>();
        indicators.forEach(i -> own.add(new Indicator(i.key(), new ArrayList<>(i.names()))));
        List<Project> copies = new ArrayList<>();
        parts.forEach(part -> copies.add(part.copy()));
        return new Project(key, city, new ArrayList<>(sightings), own, copies);
    }

    /** Adds a sighting; false if it is already known. */
    boolean add(Sighting sighting) {
        boolean fresh = sightings.stream().noneMatch(s -> s.seen().equals(sighting.seen()));
        if (fresh) {
            sightings.add(sighting);
            sightings.sort(Comparator.comparing(Sighting::year));
        }
        return fresh;
    }

    /** True if it was seen in that year. */
    boolean seenIn(int year) {
        return sightings.stream().anyMatch(s -> s.year() == year);
    }

    /** Its most recent sighting. */
    public Sighting latest() {
        return sightings.get(sightings.size() - 1);
    }

    /**
     * An indicator with a permanent key across renamings.
     *
     * @param key slot at first sight, with a letter if another indicator already had it
     * @param names as printed, oldest first
     */
    public record Indicator(String key, List<Named> names) {}

    /**
     * Name and unit of an indicator as printed.
     *
     * @param unit empty when none is printed, or when the registry did not keep units yet
     */
    public record Named(String name, String unit) {

        String plainUnit() {
            return Names.unit(unit);
        }

        /** Both, for a person. */
        String text() {
            return unit.isEmpty() ? name : name + "（" + unit + "）";
        }
    }
}
