package org.jigyo.registry;

import java.util.List;
import org.jigyo.Finding;

/**
 * The result of identifying the sheets of a city. The keys come from the registry, and new ones are added to it.
 * Everything else (projects, doubts, successions) depends only on the given sheets and not on the registry's memory of
 * others, so that a release does not depend on what was published before it.
 *
 * @param registry the old keys and the new ones
 * @param sheets every sheet once, in a fixed order independent of the order of the input
 * @param projects the projects of the given sheets by key, with only what these sheets print of them
 * @param doubts pairs of these projects that may be the same
 * @param successions departments that may have been renamed, as suggested by projects that moved
 * @param findings what a person should look at
 */
public record Assignment(
        Registry registry,
        List<Identified> sheets,
        List<Project> projects,
        List<Doubt> doubts,
        List<Succession> successions,
        List<Finding> findings) {}
