package org.jigyo.workaround;

import java.util.function.Supplier;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter2;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Joins that are closed before anything was read of them, as happens where the other side of an outer join is empty: Jena
 * 5.6 fails with a null pointer, because the table of the join is only made when it is first read
 * (https://github.com/apache/jena/issues/3516). Here the join itself is only made then.
 */
public class UnreadJoins extends OpExecutorTDB2 {

    /** Evaluates with the joins of this class, whatever the storage. */
    public UnreadJoins(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return lazy(exec(join.getLeft(), input), exec(join.getRight(), root()), Join::join);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return lazy(
                exec(join.getLeft(), input),
                exec(join.getRight(), root()),
                (left, right, context) -> Join.leftJoin(left, right, join.getExprs(), context));
    }

    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        return table.isJoinIdentity() || input.isJoinIdentity()
                ? super.execute(table, input)
                : lazy(input, table.getTable().iterator(execCxt), Join::join);
    }

    private QueryIterator lazy(QueryIterator left, QueryIterator right, Joining joining) {
        return new Lazy(left, right, () -> joining.of(left, right, execCxt), execCxt);
    }

    /** A kind of join. */
    private interface Joining {
        QueryIterator of(QueryIterator left, QueryIterator right, ExecutionContext context);
    }

    private static final class Lazy extends QueryIter2 {

        private final Supplier<QueryIterator> join;
        private QueryIterator joined;

        Lazy(QueryIterator left, QueryIterator right, Supplier<QueryIterator> join, ExecutionContext context) {
            super(left, right, context);
            this.join = join;
        }

        @Override
        protected boolean hasNextBinding() {
            if (joined == null) {
                joined = join.get();
            }
            return joined.hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return joined.next();
        }

        @Override
        protected void closeSubIterator() {
            if (joined != null) {
                joined.close();
            }
        }

        @Override
        protected void requestSubCancel() {
            if (joined != null) {
                joined.cancel();
            }
        }
    }
}
