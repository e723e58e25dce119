package org.jigyo.check;

import java.util.List;
import java.util.Set;
import org.jigyo.Finding;

/**
 * What the checks found.
 *
 * @param findings one a broken rule and place
 * @param heldBack IRIs of the jg:Sheets that break a rule whose breach stops publication
 * @param breaches what the findings say, by node: for the check of what follows
 */
public record CheckReport(List<Finding> findings, Set<String> heldBack, List<Breach> breaches) {}
