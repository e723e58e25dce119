package org.jigyo.serve.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.jigyo.workaround.EmptyConcat;
import org.jigyo.workaround.Expressions;
import org.jigyo.workaround.GraphPatterns;
import org.jigyo.workaround.RowBlankNodes;
import org.jigyo.workaround.SortKeys;
import org.jigyo.workaround.UnreadJoins;

/**
 * Runs every query, in a server or without one, over memory or files, after correcting what Jena evaluates incorrectly.
 */
final class Engine {

    /** Corrections of Jena's evaluation, each as a transformation of the query. */
    private static final List<UnaryOperator<Op>> MENDED =
            List.of(Expressions::mended, RowBlankNodes::mended, EmptyConcat::mended);

    private Engine() {}

    /**
     * The context for executing one query.
     *
     * @param view the dataset, whose own context determines how it is read
     * @param text the full-text index; null if there is none
     * @param guard transforms the query before it is optimised
     */
    static Context context(DatasetGraph view, TextIndex text, UnaryOperator<Op> guard) {
        Context context = ARQ.getContext().copy();
        context.putAll(view.getContext());
        RewriteFactory rewriting = settings -> {
            Rewrite standard = Optimize.stdOptimizationFactory.create(settings);
            return op -> standard.rewrite(SortKeys.once(guard.apply(mended(op))));
        };
        context.set(ARQConstants.sysOptimizerFactory, rewriting);
        context.set(TextQuery.textIndex, text);
        GraphPatterns.use(context);
        QC.setFactory(context, UnreadJoins::new);
        return context;
    }

    private static Op mended(Op op) {
        Op mended = op;
        for (UnaryOperator<Op> mending : MENDED) {
            mended = mending.apply(mended);
        }
        return mended;
    }
}
