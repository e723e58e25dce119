package org.jigyo.extract.script;

import java.util.List;

/**
 * Lines that belong to one page of one sheet.
 *
 * @param role index of the script's page, -1 when the labels do not say which
 * @param lines in drawing order
 */
record PageLines(int role, List<Drawn> lines) {}
