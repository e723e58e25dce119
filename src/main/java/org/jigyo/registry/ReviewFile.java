package org.jigyo.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a city's review file: pairs that may be one project, with an empty column for the decision. */
final class ReviewFile {

    private static final List<String> HEAD = List.of(
            "# Pairs of projects, or of names of departments or indicators, that may be the same. Write same or different in the column «decision»; it applies from the next publish.",
            "#city\tyear\tnumber\tname\tyear\tnumber\tname\tdecision\trule\tscore\tdepartment\tdepartment");

    private ReviewFile() {}

    /**
     * The old lines unchanged, and an open line for each doubt that has none yet.
     *
     * @param projects the doubted projects, by key
     * @param names doubts about names of the city
     */
    static List<String> with(
            List<String> old, List<Doubt> doubts, Map<String, Project> projects, String city, List<NameDoubt> names) {
        if (old.isEmpty() && doubts.isEmpty() && names.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(old.isEmpty() ? HEAD : old);
        Set<String> known = new LinkedHashSet<>();
        Tables.rows(old, Decisions.WIDTH)
                .forEach(row ->
                        known.add(Tables.line(row.subList(0, 7).toArray()) + departments(row.get(10), row.get(11))));
        for (Doubt doubt : doubts) {
            Project one = projects.get(doubt.one());
            Sighting a = one.latest();
            Sighting b = projects.get(doubt.other()).sightings().get(0);
            String pair = Tables.line(one.city(), a.year(), a.number(), a.name(), b.year(), b.number(), b.name());
            String departments = departments(
                    a.number().isEmpty() ? a.units() : "", b.number().isEmpty() ? b.units() : "");
            if (known.add(pair + departments)) {
                lines.add(pair + "\t" + Tables.line("-", doubt.basis(), doubt.score()) + departments);
            }
        }
        for (NameDoubt doubt : names) {
            String pair = Tables.line(city, "-", doubt.context(), doubt.one(), "-", "-", doubt.other());
            if (known.add(pair)) {
                lines.add(pair + "\t" + Tables.line("-", doubt.rule()));
            }
        }
        return lines;
    }

    private static String departments(String one, String other) {
        return one.isEmpty() && other.isEmpty() ? "" : "\t" + Tables.line(one, other);
    }

    /** The lines of one city from a file for all cities, with the usual header; empty if there are none. */
    static List<String> of(String city, List<String> lines) {
        List<String> own = lines.stream()
                .filter(line -> !line.startsWith("#") && line.startsWith(city + "\t"))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(HEAD);
        all.addAll(own);
        return all;
    }
}
