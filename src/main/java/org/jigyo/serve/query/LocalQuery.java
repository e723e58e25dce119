package org.jigyo.serve.query;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.util.Context;
import org.jigyo.release.OpenRelease;
import org.jigyo.workaround.Division;

/** A query asked without a server, by who may do what he likes: no limits, but the same answers. */
public final class LocalQuery {

    private LocalQuery() {}

    /** Prepares a query over a release; to be run in a read transaction of its dataset, and closed. */
    public static QueryExecution over(OpenRelease release, Query query) {
        RewriteFactory standard = Optimize.stdOptimizationFactory;
        RewriteFactory mending = context -> op -> standard.create(context).rewrite(Division.mended(op));
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.sysOptimizerFactory, mending);
        context.set(TextQuery.textIndex, release.text());
        return QueryExecution.dataset(DatasetFactory.wrap(release.dataset()))
                .query(query)
                .context(context)
                .build();
    }
}
