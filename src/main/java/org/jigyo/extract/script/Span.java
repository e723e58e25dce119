package org.jigyo.extract.script;

import java.util.List;

/**
 * A run of text between two positions, understood once for all slots that ask.
 *
 * @param lines as printed, a line that is cut gives its part
 * @param text wrapped lines joined
 * @param key for comparing
 * @param blank true when it says nothing
 * @param foreign what it costs that lines look like something else
 */
record Span(List<String> lines, String text, String key, boolean blank, double foreign) {}
