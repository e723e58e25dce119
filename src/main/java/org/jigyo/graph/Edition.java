package org.jigyo.graph;

import org.eclipse.rdf4j.model.Value;

/**
 * One city's sheets for one year on one form, while they are mapped.
 *
 * @param city local government code
 * @param key 2024, or 2024-2 for a second one
 * @param statements the statements of the sheets
 * @param extracts the evidence
 */
record Edition(String city, String key, Statements statements, Extracts extracts) {

    /** True if it evaluates this fiscal year. */
    boolean evaluates(Value fiscalYear) {
        return fiscalYear.stringValue().endsWith("/" + key.split("-")[0]);
    }

    /** A sort key from the oldest edition to the newest: year, then number. */
    String order() {
        String[] part = key.split("-");
        return part[0] + String.format("%04d", part.length > 1 ? Integer.parseInt(part[1]) : 1);
    }
}
