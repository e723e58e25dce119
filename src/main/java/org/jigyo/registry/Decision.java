package org.jigyo.registry;

import java.util.List;

/**
 * What a person decided about two sightings: the same project, or not. From {@code registry/decisions.tsv} or the review file.
 *
 * @param city local government code
 * @param one year, number and name of one sighting
 * @param other year, number and name of the other
 * @param same the decision
 */
record Decision(String city, Seen one, Seen other, boolean same) {

    record Seen(int year, String number, String name) {
        boolean matches(Sighting sighting) {
            return year == sighting.year()
                    && number.equals(sighting.number())
                    && Names.plain(name).equals(Names.plain(sighting.name()));
        }
    }

    /** Rows of city, year, number, name, year, number, name, same or different; rows without a decision are still open. */
    static List<Decision> of(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(7).equals("same") || row.get(7).equals("different"))
                .map(row -> new Decision(
                        row.get(0), seen(row, 1), seen(row, 4), row.get(7).equals("same")))
                .toList();
    }

    private static Seen seen(List<String> row, int from) {
        return new Seen(Integer.parseInt(row.get(from)), row.get(from + 1), row.get(from + 2));
    }

    boolean speaksOf(Sighting a, Sighting b) {
        return (one.matches(a) && other.matches(b)) || (one.matches(b) && other.matches(a));
    }
}
