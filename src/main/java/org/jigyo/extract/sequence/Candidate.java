package org.jigyo.extract.sequence;

/**
 * One way to understand a stretch of the page as an element.
 *
 * @param from position in the drawn text
 * @param to position behind it
 * @param cost what speaks against it: 0 for a perfect fit
 * @param misfit the part of the cost that lies in the value itself, not in where it begins and ends
 * @param value what it says, null for a label, a dash or an empty box
 */
record Candidate(int from, int to, double cost, double misfit, Object value) {}
