package org.jigyo.extract.script;

import java.util.List;

/**
 * The lines of one page of one sheet.
 *
 * @param role index of the script's page; -1 if the labels do not determine it
 * @param lines in drawing order
 */
record PageLines(int role, List<Drawn> lines) {}
