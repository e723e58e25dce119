package org.jigyo.check;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * How graphs differ from such that were checked before, by the same program.
 *
 * @param subjects of which something is said that was not said, or was said and is no longer
 * @param left objects of what is no longer said
 * @param breaches what was found then
 */
public record Revision(Set<Node> subjects, Set<Node> left, List<Breach> breaches) {}
