package org.jigyo.registry;

import java.util.List;

/**
 * A project that keeps its key over years, numbers and names.
 *
 * @param key {@code {city}-{first year seen}-{number as first printed}}
 * @param city local government code
 * @param sightings how the sheets print it, oldest first
 * @param indicators its indicators
 */
public record Project(String key, String city, List<Sighting> sightings, List<Indicator> indicators) {

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
