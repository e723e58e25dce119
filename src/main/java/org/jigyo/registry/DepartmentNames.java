package org.jigyo.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The department names of each city: patterns and reviewed keys, both from resource tables. */
final class DepartmentNames {

    /** A person's decision about one department. */
    record Reviewed(String slug, String english) {}

    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
    private final Map<String, Reviewed> reviewed = new LinkedHashMap<>();

    static DepartmentNames load() {
        DepartmentNames names = new DepartmentNames();
        Tables.resource("department-patterns.tsv", 2)
                .forEach(row -> names.patterns
                        .computeIfAbsent(row.get(0), k -> new ArrayList<>())
                        .add(Pattern.compile(row.get(1))));
        Tables.resource("departments.tsv", 4)
                .forEach(
                        row -> names.reviewed.put(row.get(0) + " " + row.get(1), new Reviewed(row.get(2), row.get(3))));
        return names;
    }

    /**
     * The units in a printed department name, largest first; empty if nothing is printed.
     *
     * @param section the printed section (係), or null
     */
    List<String> path(String city, String department, String section) {
        String text = unit(department);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> units = new ArrayList<>(patterns.getOrDefault(city, List.of()).stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(m -> IntStream.rangeClosed(1, m.groupCount())
                        .mapToObj(m::group)
                        .toList())
                .orElse(List.of(text)));
        if (!unit(section).isEmpty()) {
            units.add(unit(section));
        }
        return units;
    }

    /**
     * A printed unit without spaces. A slash becomes a full-width one, because slashes separate the units of a path.
     */
    private static String unit(String printed) {
        return printed == null ? "" : Tables.cell(printed.replaceAll("\\s+", "").replace('/', '／'));
    }

    /** The reviewed entry for the unit with this path, or null. */
    Reviewed reviewed(String city, String path) {
        return reviewed.get(city + " " + path);
    }
}
