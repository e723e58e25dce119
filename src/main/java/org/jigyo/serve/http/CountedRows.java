package org.jigyo.serve.http;

import java.util.Iterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Rows that fail as a whole if there are more than allowed: a table is never truncated. */
public final class CountedRows implements Iterator<Binding> {

    private final RowSet rows;
    private final long limit;
    private final TimeLimit deadline;
    private long count;

    private CountedRows(RowSet rows, long limit, TimeLimit deadline) {
        this.rows = rows;
        this.limit = limit;
        this.deadline = deadline;
    }

    /** Rows that end with a problem at the first beyond the limit, or when the time is over. */
    public static RowSet of(RowSet rows, long limit, TimeLimit deadline) {
        return RowSetStream.create(rows.getResultVars(), new CountedRows(rows, limit, deadline));
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        deadline.check();
        check(++count, limit);
        return rows.next();
    }

    /**
     * Refuses a count beyond the limit.
     *
     * @throws Problem 413
     */
    public static void check(long count, long limit) {
        if (count > limit) {
            throw new Problem(
                            413,
                            "Row limit",
                            "The answer has more than " + limit
                                    + " rows; page through it with ORDER BY, LIMIT and OFFSET, or use a dump.")
                    .with("limit", limit);
        }
    }
}
