package org.jigyo.extract.script;

import java.util.List;

/**
 * A run of text between two positions, analysed once for all slots.
 *
 * @param lines as printed; of a cut line, its part
 * @param text wrapped lines joined
 * @param key comparison key
 * @param blank true if it has no content
 * @param foreign cost of lines that look like something else
 */
record Span(List<String> lines, String text, String key, boolean blank, double foreign) {}
