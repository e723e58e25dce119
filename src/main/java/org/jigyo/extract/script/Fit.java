package org.jigyo.extract.script;

/**
 * A run of text that a step could take.
 *
 * @param end position after it
 * @param cost how badly it fits
 * @param value the value it gives
 */
record Fit(int end, double cost, Value value) {}
