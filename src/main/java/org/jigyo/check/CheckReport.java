package org.jigyo.check;

import java.util.List;
import java.util.Set;
import org.jigyo.Finding;

/**
 * The result of the checks.
 *
 * @param findings one for each violated rule and place
 * @param heldBack IRIs of the jg:Sheets that violate a rule which prevents publication
 */
public record CheckReport(List<Finding> findings, Set<String> heldBack) {}
