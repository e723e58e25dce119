package org.jigyo.serve.release;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.jigyo.release.Changes;
import org.jigyo.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things that another kept release described and the current one does not, according to the change sets. Requests for
 * them get 410 instead of the 404 of an unknown thing.
 *
 * @param releases by IRI, the id of the last release that changed the statements about it
 */
record Withdrawn(Map<String, String> releases) {

    private static final Logger LOG = LoggerFactory.getLogger(Withdrawn.class);

    /**
     * Reads the change sets.
     *
     * @param kept releases, the latest first
     * @param current the data of the current release
     */
    static Withdrawn of(List<Release> kept, DatasetGraph current) {
        Map<String, String> releases = new HashMap<>();
        for (Release release : kept) {
            try {
                Changes.things(release).forEach(thing -> releases.putIfAbsent(thing, release.id()));
            } catch (IOException | RuntimeException e) {
                LOG.warn("the change sets of release {} cannot be read: {}", release.id(), e.getMessage());
            }
        }
        Txn.executeRead(
                current, () -> releases.keySet().removeIf(thing -> Thing.known(NodeFactory.createURI(thing), current)));
        return new Withdrawn(Map.copyOf(releases));
    }

    /** The last kept release that changed the statements about a thing; empty if none did. */
    Optional<String> changed(Node thing) {
        return Optional.ofNullable(releases.get(thing.getURI()));
    }
}
