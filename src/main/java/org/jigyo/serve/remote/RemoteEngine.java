package org.jigyo.serve.remote;

import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanBase;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.util.Context;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.workaround.GraphPatterns;

/**
 * Evaluates a query over a {@link RemoteDataset}: here, pattern by pattern ({@link RemoteExecutor}), since engines differ in everything
 * else. A query that is nothing but patterns is sent whole, and so is every query that can be if the settings trust the engine; each form is a SELECT
 * there, and templates are filled in here.
 */
final class RemoteEngine implements QueryEngineFactory {

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return dataset instanceof RemoteDataset;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
        RemoteDataset remote = (RemoteDataset) dataset;
        if (remote.wholeQueries() || isPlain(query)) {
            try {
                return sent(query, remote, input, context);
            } catch (Unsendable e) {
                // evaluated here
            }
        }
        Context own = context.copy();
        own.set(ARQ.optFilterPlacementBGP, false);
        QC.setFactory(own, RemoteExecutor::new);
        return new Here(query, dataset, input, own).getPlan();
    }

    private static Plan sent(Query query, RemoteDataset remote, Binding input, Context context) {
        if (!input.isEmpty()) {
            throw new Unsendable("some variables are given");
        }
        Op op = Algebra.compile(query);
        RewriteFactory rules = context.get(ARQConstants.sysOptimizerFactory);
        if (rules != null) {
            // For what it refuses: functions and addresses that are not offered. What it optimises is not used.
            rules.create(context).rewrite(op);
        }
        TimeLimit deadline = context.get(RemoteDataset.DEADLINE);
        List<Binding> rows = remote.rows(query, deadline == null ? remote.deadline() : deadline);
        return new PlanBase(op, () -> {}) {
            @Override
            protected QueryIterator iteratorOnce() {
                return QueryIterPlainWrapper.create(rows.iterator());
            }
        };
    }

    /** True if a query is a number of statements to match, and no more. */
    private static boolean isPlain(Query query) {
        boolean plain = !query.hasAggregators()
                && !query.hasGroupBy()
                && !query.hasOrderBy()
                && !query.hasValues()
                && query.getProject().getExprs().isEmpty()
                && query.getQueryPattern() instanceof ElementGroup;
        return plain
                && ((ElementGroup) query.getQueryPattern())
                        .getElements().stream().allMatch(RemoteEngine::isPattern);
    }

    private static boolean isPattern(Element element) {
        return element instanceof ElementPathBlock block
                && block.getPattern().getList().stream().allMatch(TriplePath::isTriple);
    }

    /** Jena's engine; patterns of named graphs are matched in all of them at once. */
    private static final class Here extends QueryEngineMain {

        Here(Query query, DatasetGraph dataset, Binding input, Context context) {
            super(query, dataset, input, context);
        }

        @Override
        protected Op modifyOp(Op op) {
            return GraphPatterns.inQuads(super.modifyOp(op));
        }
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return false;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
        throw new UnsupportedOperationException("only queries");
    }
}
