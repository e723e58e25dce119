package org.jigyo.extract.sequence;

/**
 * One way to read a stretch of the page as an element.
 *
 * @param from position in the drawn text
 * @param to position after it
 * @param cost total cost; 0 for a perfect fit
 * @param misfit the part of the cost due to the value itself rather than to where it begins and ends
 * @param value the value; null for a label, a dash or an empty box
 */
record Candidate(int from, int to, double cost, double misfit, Object value) {}
