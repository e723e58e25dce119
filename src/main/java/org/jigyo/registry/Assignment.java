package org.jigyo.registry;

import java.util.List;
import org.jigyo.Finding;

/**
 * What identifying a run of sheets makes.
 *
 * @param registry the old keys and the new ones
 * @param sheets every sheet once, in a fixed order whatever the order of the input
 * @param doubts pairs of projects that may be one
 * @param findings what a person should look at
 */
public record Assignment(Registry registry, List<Identified> sheets, List<Doubt> doubts, List<Finding> findings) {}
