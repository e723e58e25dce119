package org.jigyo.check;

import java.util.List;
import java.util.Set;
import org.jigyo.Finding;

/**
 * What the checks found.
 *
 * @param findings one a broken rule and place
 * @param heldBack IRIs of the jg:Sheets that break a rule whose breach stops publication
 */
public record CheckReport(List<Finding> findings, Set<String> heldBack) {}
