package org.jigyo.serve.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jigyo.Bundled;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.serve.release.CurrentRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries over a release before or while clients use it, because a cold virtual machine and cold files are several
 * times slower.
 */
public final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Settings settings;
    private final Supplier<SortedMap<String, StoredQuery>> queries;
    private volatile boolean stopped;

    /**
     * @param queries the stored queries by name; requested when the first release is opened
     */
    public WarmUp(Settings settings, Supplier<SortedMap<String, StoredQuery>> queries) {
        this.settings = settings;
        this.queries = queries;
    }

    /** Runs the stored queries once, which reads the needed parts of the files, and logs those that fail. */
    public void readAhead(CurrentRelease.Loan loan) {
        if (!settings.release().warmUp()) {
            return;
        }
        for (StoredQuery query : queries.get().values()) {
            if (stopped || !query.standsAlone()) {
                continue;
            }
            try {
                run(ParsedQuery.of(query.bind(Map.of())), loan);
            } catch (Problem problem) {
                LOG.warn("the stored query {} fails: {}", query.name(), problem.getMessage());
            }
        }
    }

    /**
     * Runs small queries repeatedly, so that the virtual machine compiles the code that every query needs: parser,
     * optimiser, joins, functions, writers. The queries are small whatever the size of the release, because the number
     * of runs matters.
     */
    public void exercise(CurrentRelease.Loan loan) {
        long end = System.nanoTime() + (long) (settings.release().exerciseSeconds() * 1e9);
        Map<String, byte[]> questions = new TreeMap<>(Bundled.files("/warm-up", ".rq"));
        while (!stopped && System.nanoTime() < end && !questions.isEmpty()) {
            questions.entrySet().removeIf(question -> !runs(question.getKey(), question.getValue(), loan));
        }
    }

    private boolean runs(String name, byte[] question, CurrentRelease.Loan loan) {
        try {
            String text = new String(question, StandardCharsets.UTF_8);
            run(ParsedQuery.of(text, settings.query().nesting()), loan);
            return true;
        } catch (Problem problem) {
            // The limits may be arbitrarily narrow.
            LOG.info("the warm-up skips the query {}: {}", name, problem.getMessage());
            return false;
        }
    }

    private void run(ParsedQuery query, CurrentRelease.Loan loan) {
        TimeLimit deadline = new TimeLimit(settings.query().timeSeconds());
        try {
            new Execution(loan.dataset(), loan.text(), settings, deadline)
                    .answer(query.query(), null, query.formats().get(0))
                    .close();
        } catch (IOException e) {
            LOG.warn("cannot delete a temporary file: {}", e.getMessage());
        }
    }

    /** Waits until a running warm-up ends. */
    @Override
    public void close() {
        stopped = true;
    }
}
