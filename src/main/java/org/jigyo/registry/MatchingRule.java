package org.jigyo.registry;

import java.util.List;

/**
 * One line of {@code registry/matching.tsv}: when two sightings are the same project.
 *
 * @param id name of the rule, printed as the basis of a match
 * @param number whether the printed numbers must be equal (leading zeros apart)
 * @param name least similarity of the names, 0 to 1
 * @param account whether a budget account must be shared
 * @param unit same, bureau (first part of the department) or empty for any
 * @param same true when the rule decides, false when it only raises a doubt
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

    /** Whether the rule holds for two sightings whose names are alike to the given degree. */
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
