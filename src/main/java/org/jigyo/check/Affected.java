package org.jigyo.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The nodes at which a rule may say something else than before a revision. A rule looks from a node along at most two
 * statements ({@link #REACH}), or first back along one to the node that points to it and from there along two. So it may say
 * something else where a changed thing is reached: at the changed things, at what points to them in two steps, and at what all
 * these point to. {@code RevisionTest} holds the shapes to that; the cube's rules go further only into definitions, which are no
 * publisher's own.
 */
final class Affected {

    private static final int REACH = 2;

    /** By these one observation's verdict hangs on others'. */
    private static final List<Node> ENTANGLED = List.of(
            CubeIntegrity.qb("slice"),
            CubeIntegrity.qb("observation"),
            CubeIntegrity.qb("measureType"),
            CubeIntegrity.qb("componentAttachment"));

    private Affected() {}

    /**
     * The nodes to look at.
     *
     * @param own how the names of a publisher's own things begin; what else is said of anything is a definition
     * @param most beyond so many to look at everything is hardly more work
     * @return none when everything must be looked at
     */
    static Optional<Set<Node>> of(Graph graph, Revision revision, String own, long most) {
        if (!revision.subjects().stream().allMatch(node -> own(node, own))
                || ENTANGLED.stream().anyMatch(property -> graph.contains(Node.ANY, property, Node.ANY))) {
            return Optional.empty();
        }
        Set<Node> near = new HashSet<>(revision.subjects());
        Set<Node> ring = revision.subjects();
        for (int step = 0; step < REACH; step++) {
            Set<Node> next = new HashSet<>();
            for (Node node : ring) {
                if (near.size() + next.size() >= most) {
                    return Optional.empty();
                }
                graph.find(Node.ANY, Node.ANY, node).mapWith(Triple::getSubject).forEach(next::add);
            }
            near.addAll(next);
            ring = next;
        }
        Set<Node> affected = new HashSet<>(near);
        affected.addAll(revision.left());
        for (Node node : near) {
            graph.find(node, Node.ANY, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterDrop(Node::isLiteral)
                    .forEach(affected::add);
        }
        return affected.size() < most ? Optional.of(affected) : Optional.empty();
    }

    /** Whether a node is named by the publisher. */
    static boolean own(Node node, String own) {
        return node.isURI() && node.getURI().startsWith(own);
    }
}
