package org.jigyo.serve.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.lang.IteratorParsers;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.jigyo.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things about which another kept release said something and the current one does not: the change sets name them. Their names are
 * answered with 410, not with the 404 of what never was.
 *
 * @param releases by IRI, the id of the last release that changed what is said about it
 */
record Withdrawn(Map<String, String> releases) {

    private static final Logger LOG = LoggerFactory.getLogger(Withdrawn.class);
    private static final String SUBJECT = "<http://purl.org/vocab/changeset/schema#subjectOfChange>";

    /**
     * Reads the change sets.
     *
     * @param kept releases, the latest first
     * @param current what the current one says
     */
    static Withdrawn of(List<Release> kept, DatasetGraph current) {
        Map<String, String> releases = new HashMap<>();
        for (Release release : kept) {
            try {
                subjects(release).forEach(thing -> releases.putIfAbsent(thing.getURI(), release.id()));
            } catch (IOException | RuntimeException e) {
                LOG.warn("the change sets of release {} cannot be read: {}", release.id(), e.getMessage());
            }
        }
        Txn.executeRead(
                current, () -> releases.keySet().removeIf(thing -> Thing.known(NodeFactory.createURI(thing), current)));
        return new Withdrawn(Map.copyOf(releases));
    }

    private static List<Node> subjects(Release release) throws IOException {
        if (!Files.exists(release.changes())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(release.changes())) {
            // most lines are the statements of a change, which need not be parsed
            String wanted = lines.filter(line -> line.contains(SUBJECT)).collect(Collectors.joining("\n"));
            var triples = IteratorParsers.createIteratorNTriples(
                    new ByteArrayInputStream(wanted.getBytes(StandardCharsets.UTF_8)));
            List<Node> subjects = new ArrayList<>();
            triples.forEachRemaining(triple -> subjects.add(triple.getObject()));
            return subjects;
        }
    }

    /** The last release that changed what was said about a thing; empty when none of those that are kept did. */
    Optional<String> changed(Node thing) {
        return Optional.ofNullable(releases.get(thing.getURI()));
    }
}
