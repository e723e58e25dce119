package org.jigyo.registry;

import java.util.List;

/**
 * A department of a city hall with a permanent key.
 *
 * @param key {@code {city}-{slug or running number}}
 * @param city local government code
 * @param path names of the units, largest first, joined by slashes
 * @param english English name, or null
 */
public record Department(String key, String city, String path, String english) {

    /** The unit's own name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of the parent unit, or null. */
    public String parentPath() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? null : path.substring(0, slash);
    }

    /** The paths of a unit and of all units above it, largest first. */
    static List<String> prefixes(List<String> units) {
        return java.util.stream.IntStream.rangeClosed(1, units.size())
                .mapToObj(n -> String.join("/", units.subList(0, n)))
                .toList();
    }
}
