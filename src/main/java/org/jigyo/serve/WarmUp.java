package org.jigyo.serve;

import java.util.Map;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the stored queries over a release before anybody waits for it: a cold JVM and cold files are several times slower. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private WarmUp() {}

    static void run(DatasetGraph dataset, TextIndex text, Settings settings) {
        if (!settings.release().warmUp()) {
            return;
        }
        for (StoredQuery query : StoredQuery.bundled().values()) {
            if (!query.standsAlone()) {
                continue;
            }
            try {
                ParsedQuery parsed = ParsedQuery.of(query.bind(Map.of()));
                Deadline deadline = new Deadline(settings.query().timeSeconds());
                new Evaluation(dataset, text, settings, deadline)
                        .answer(parsed.query(), null, parsed.formats().get(0))
                        .close();
            } catch (Problem problem) {
                LOG.warn("the stored query {} cannot be answered: {}", query.name(), problem.getMessage());
            } catch (java.io.IOException e) {
                LOG.warn("a temporary file stays behind: {}", e.getMessage());
            }
        }
    }
}
