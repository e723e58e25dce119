package org.jigyo.workaround;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * GRAPH patterns over a TDB2 database. Jena rewrites the whole pattern into quad patterns, by which a sub-select loses
 * its graph and a missing graph matches an OPTIONAL. Here only patterns with the same meaning in quads are rewritten;
 * the rest is evaluated graph by graph, as in memory. Upstream: apache/jena#2793.
 */
public final class GraphPatterns extends QueryEngineMain {

    private GraphPatterns(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    private GraphPatterns(Op op, DatasetGraph dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** Makes queries with this context use this engine if the data is a TDB2 database. */
    public static void use(Context context) {
        QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
        engines.add(new Factory());
        QueryEngineRegistry.set(context, engines);
    }

    @Override
    protected Op modifyOp(Op op) {
        return inQuads(super.modifyOp(op));
    }

    /** The same operation with those patterns of named graphs in quads that mean the same so. */
    public static Op inQuads(Op op) {
        return Transformer.transform(new Quads(), op);
    }

    private static final class Quads extends TransformCopy {
        @Override
        public Op transform(OpGraph graph, Op inner) {
            Op made = super.transform(graph, inner);
            boolean named = !OpVars.mentionedVars(inner).contains(graph.getNode());
            return named && same(inner) ? Algebra.toQuadForm(made) : made;
        }
    }

    /** True if each row of a pattern comes from a statement, so that its quads determine the graph. */
    private static boolean same(Op op) {
        if (op instanceof OpBGP pattern) {
            return !pattern.getPattern().isEmpty();
        }
        if (op instanceof OpFilter filter) {
            return same(filter.getSubOp());
        }
        if (op instanceof OpSequence sequence) {
            return sequence.getElements().stream().anyMatch(GraphPatterns::same)
                    && sequence.getElements().stream().allMatch(GraphPatterns::joins);
        }
        if (op instanceof OpJoin join) {
            return joins(join.getLeft()) && joins(join.getRight()) && (same(join.getLeft()) || same(join.getRight()));
        }
        if (op instanceof OpLeftJoin optional) {
            return same(optional.getLeft()) && same(optional.getRight());
        }
        if (op instanceof OpConditional optional) {
            return same(optional.getLeft()) && same(optional.getRight());
        }
        if (op instanceof OpUnion union) {
            return same(union.getLeft()) && same(union.getRight());
        }
        return op instanceof OpPath || op instanceof OpPropFunc;
    }

    private static boolean joins(Op op) {
        return op instanceof OpTable || same(op);
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return dataset instanceof DatasetGraphTDB;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new GraphPatterns(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return dataset instanceof DatasetGraphTDB;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new GraphPatterns(op, dataset, input, context).getPlan();
        }
    }
}
