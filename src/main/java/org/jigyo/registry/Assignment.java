package org.jigyo.registry;

import java.util.List;
import org.jigyo.Finding;

/**
 * The result of identifying the sheets of a city. The keys come from the registry and go into the new one. All else (projects, doubts,
 * successions) follows from the sheets given and not from what the registry remembers of others, so that a release says the same
 * whatever was published before it.
 *
 * @param registry the old keys and the new ones
 * @param sheets every sheet once, in a fixed order whatever the order of the input
 * @param projects the projects that the given sheets show, by key, only with what the given sheets print of them
 * @param doubts pairs of these projects that may be one
 * @param successions departments that may go on under another name, as far as the moving of these projects shows
 * @param findings what a person should look at
 */
public record Assignment(
        Registry registry,
        List<Identified> sheets,
        List<Project> projects,
        List<Doubt> doubts,
        List<Succession> successions,
        List<Finding> findings) {}
