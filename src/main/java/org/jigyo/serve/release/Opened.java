package org.jigyo.serve.release;

import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jigyo.release.Release;

/**
 * A release opened for serving.
 *
 * @param dataset all its graphs, and a default graph of everything except the Extracts; for reading only
 * @param text its full-text index; null if there is none
 * @param own whether this version of the program published it
 * @param withdrawn what it no longer describes
 * @param close closes its files
 */
record Opened(
        Release release, DatasetGraph dataset, TextIndex text, boolean own, Withdrawn withdrawn, Runnable close) {}
