package org.jigyo.registry;

/**
 * Two projects that may be the same.
 *
 * @param one key of the older project
 * @param other key of the newer project
 * @param basis rule that raised the doubt
 * @param score 0 to 1
 */
public record Doubt(String one, String other, String basis, double score) {}
