package org.jigyo.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decisions by people whether two sightings are the same project, and, in lines without years, whether two names of
 * departments or indicators are. They come from {@code registry/decisions.tsv} and the city's review file; the first
 * line about a pair applies.
 */
final class Decisions {

    /**
     * Number of columns: city, year, number, name, year, number, name, same or different, rule, score; and the two
     * departments for projects without a number.
     */
    static final int WIDTH = 12;

    private record Pair(Seen one, Seen other) {
        static Pair of(Seen a, Seen b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private final Map<Pair, Boolean> same = new HashMap<>();
    private final Map<Seen, List<Seen>> joined = new HashMap<>();
    private final Map<String, Boolean> names = new HashMap<>();

    /**
     * The decisions in the rows of one city. Rows without a decision are skipped.
     *
     * @throws IllegalArgumentException if a row cannot be parsed
     */
    static Decisions of(String city, List<List<String>> rows) {
        Decisions decisions = new Decisions();
        for (List<String> row : rows) {
            String decision = row.get(7).toLowerCase(Locale.ROOT);
            if (!List.of("same", "different", "").contains(decision)) {
                throw new IllegalArgumentException(
                        "«" + row.get(7) + "» is neither «same» nor «different»: " + String.join(" ", row));
            }
            if (decision.isEmpty() || !row.get(0).equals(city)) {
                continue;
            }
            if (row.get(1).isEmpty()) {
                decisions.names.putIfAbsent(names(row.get(2), row.get(3), row.get(6)), decision.equals("same"));
            } else {
                decisions.add(seen(row, 1, 10), seen(row, 4, 11), decision.equals("same"));
            }
        }
        return decisions;
    }

    private static Seen seen(List<String> row, int from, int units) {
        if (!row.get(from).matches("[0-9]{4}")) {
            throw new IllegalArgumentException("«" + row.get(from) + "» is not a year: " + String.join(" ", row));
        }
        String department = row.size() > units ? row.get(units) : "";
        return Seen.of(Integer.parseInt(row.get(from)), row.get(from + 1), row.get(from + 2), department);
    }

    private void add(Seen a, Seen b, boolean decision) {
        if (same.putIfAbsent(Pair.of(a, b), decision) == null && decision) {
            joined.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
            joined.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
        }
    }

    /** True for the same project, false for different ones, null if there is no decision. */
    Boolean about(Sighting a, Sighting b) {
        return same.isEmpty() ? null : same.get(Pair.of(a.seen(), b.seen()));
    }

    /** True if two names are of the same thing, false if they are not, null if there is no decision. */
    Boolean names(NameDoubt doubt) {
        return names.get(names(doubt.context(), doubt.one(), doubt.other()));
    }

    private static String names(String context, String one, String other) {
        return context + "\t" + one + "\t" + other;
    }

    /** The sightings that a person declared to be the same project as this one. */
    List<Seen> joined(Sighting sighting) {
        return joined.getOrDefault(sighting.seen(), List.of());
    }
}
