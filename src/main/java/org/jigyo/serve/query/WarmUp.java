package org.jigyo.serve.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jigyo.Bundled;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs questions over a release before anybody waits for it: a cold virtual machine and cold files are several times slower. */
public final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final DatasetGraph dataset;
    private final TextIndex text;
    private final Settings settings;

    public WarmUp(DatasetGraph dataset, TextIndex text, Settings settings) {
        this.dataset = dataset;
        this.text = text;
        this.settings = settings;
    }

    /** Runs the stored queries once, which reads what they need from the files; says which of them cannot be answered. */
    public void readAhead() {
        if (!settings.release().warmUp()) {
            return;
        }
        for (StoredQuery query : StoredQuery.bundled().values()) {
            if (!query.standsAlone()) {
                continue;
            }
            try {
                run(ParsedQuery.of(query.bind(Map.of())));
            } catch (Problem problem) {
                LOG.warn("the stored query {} cannot be answered: {}", query.name(), problem.getMessage());
            }
        }
    }

    /**
     * Runs small questions over and over, so that the virtual machine compiles what every question needs: parser, optimiser,
     * joins, functions, writers. They are small whatever the release has: it is the number of runs that counts.
     */
    public void exercise() {
        long end = System.nanoTime() + (long) (settings.release().exerciseSeconds() * 1e9);
        Map<String, byte[]> questions = new TreeMap<>(Bundled.files("/warm-up", ".rq"));
        while (System.nanoTime() < end && !questions.isEmpty()) {
            questions.entrySet().removeIf(question -> !runs(question.getKey(), question.getValue()));
        }
    }

    private boolean runs(String name, byte[] question) {
        try {
            run(ParsedQuery.of(
                    new String(question, StandardCharsets.UTF_8),
                    settings.query().nesting()));
            return true;
        } catch (Problem problem) {
            // limits may be as narrow as somebody wants them
            LOG.info("the question {} of the warm-up is left out: {}", name, problem.getMessage());
            return false;
        }
    }

    private void run(ParsedQuery query) {
        TimeLimit deadline = new TimeLimit(settings.query().timeSeconds());
        try {
            new Execution(dataset, text, settings, deadline)
                    .answer(query.query(), null, query.formats().get(0))
                    .close();
        } catch (IOException e) {
            LOG.warn("a temporary file stays behind: {}", e.getMessage());
        }
    }
}
