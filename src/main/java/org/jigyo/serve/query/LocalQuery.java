package org.jigyo.serve.query;

import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sparql.util.Context;
import org.jigyo.release.OpenRelease;

/** Runs a query without a server for a local user: no limits, but the same answers. */
public final class LocalQuery {

    private LocalQuery() {}

    /** Prepares a query over a release. It must be run in a read transaction of the release's dataset, and closed. */
    public static QueryExecution over(OpenRelease release, Query query) {
        Context context = Engine.context(release.dataset(), release.text(), op -> op);
        return QueryExecution.dataset(DatasetFactory.wrap(release.dataset()))
                .query(query)
                .context(context)
                .build();
    }
}
