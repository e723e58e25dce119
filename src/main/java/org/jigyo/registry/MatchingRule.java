package org.jigyo.registry;

import java.util.List;

/**
 * One line of {@code registry/matching.tsv}: the conditions under which two sightings are the same project.
 *
 * @param id name of the rule, published as the basis of a match
 * @param number whether the printed numbers must be equal, apart from leading zeros
 * @param name minimum similarity of the names, 0 to 1
 * @param account whether they must share a budget account
 * @param unit same, bureau (first unit of the department), or empty for any
 * @param same true if the rule decides, false if it only raises a doubt
 * @param weight factor of the score
 */
record MatchingRule(String id, boolean number, double name, boolean account, String unit, boolean same, double weight) {

    static List<MatchingRule> load() {
        return Tables.resource("matching.tsv", 7).stream()
                .map(row -> new MatchingRule(
                        row.get(0),
                        row.get(1).equals("same"),
                        Double.parseDouble(row.get(2)),
                        row.get(3).equals("same"),
                        row.get(4),
                        row.get(5).equals("same"),
                        Double.parseDouble(row.get(6))))
                .toList();
    }

    /** True if the rule holds for two sightings whose names have the given similarity. */
    boolean holds(Sighting one, Sighting other, double similarity) {
        return similarity >= name
                && (!number || one.sameNumber(other))
                && (!account || one.sharesAccount(other))
                && switch (unit) {
                    case "same" -> one.sameUnit(other);
                    case "bureau" -> one.sameBureau(other);
                    default -> true;
                };
    }
}
