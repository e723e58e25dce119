package org.jigyo.registry;

import java.util.List;

/**
 * A reorganisation of a city hall that a person confirmed, from {@code registry/reorganisations.tsv}.
 *
 * @param city local government code
 * @param date effective date, ISO
 * @param from path of the department before
 * @param to path of the department after
 * @param source reference
 */
public record Reorganisation(String city, String date, String from, String to, String source) {

    /** The reviewed reorganisations that are part of the program. */
    public static List<Reorganisation> shipped() {
        return Tables.resource("reorganisations.tsv", 5).stream()
                .map(row -> new Reorganisation(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                .toList();
    }
}
