package org.jigyo.check;

import java.util.List;
import java.util.Set;
import org.jigyo.Finding;

/**
 * The findings of the checks.
 *
 * @param findings one a broken rule and place
 * @param heldBack IRIs of the jg:Sheets that break a rule whose breach stops publication
 */
public record CheckReport(List<Finding> findings, Set<String> heldBack) {}
