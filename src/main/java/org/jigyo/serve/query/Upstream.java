package org.jigyo.serve.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.serve.remote.SparqlService;

/** Calls the endpoint of a SERVICE clause. With SILENT an empty answer takes the place of a bad one. */
final class Upstream implements ServiceExecutor {

    private final TimeLimit deadline;
    private final Settings.Query limits;

    private Upstream(TimeLimit deadline, Settings.Query limits) {
        this.deadline = deadline;
        this.limits = limits;
    }

    /** The registry of the SERVICE implementation for one query. */
    static ServiceExecutorRegistry registry(TimeLimit deadline, Settings.Query limits) {
        return new ServiceExecutorRegistry().add(new Upstream(deadline, limits));
    }

    @Override
    public QueryIterator createExecution(OpService service, OpService asked, Binding row, ExecutionContext context) {
        try {
            return new QueryIterCommonParent(QueryIter.makeTracked(ask(service), context), row, context);
        } catch (Problem problem) {
            if (service.getSilent() && problem.status() == 502) {
                return QueryIterSingleton.create(row, context);
            }
            throw problem;
        } finally {
            deadline.waitsFor(null);
        }
    }

    private QueryIterator ask(OpService service) {
        // The other server uses its own variable names, because Jena renames variables that a subquery hides.
        Op there = Rename.reverseVarRename(service.getSubOp(), true);
        Query query = OpAsQuery.asQuery(there);
        query.ensureResultVars();
        List<Binding> rows = new SparqlService(service.getService().getURI(), limits).rows(query, there, deadline);
        return QueryIter.map(QueryIterPlainWrapper.create(rows.iterator()), names(service, there));
    }

    /** Variable there → variable here. */
    private static Map<Var, Var> names(OpService service, Op there) {
        Map<Var, Var> names = new HashMap<>();
        OpVars.visibleVars(there).forEach(name -> names.put(name, name));
        for (Var here : OpVars.visibleVars(service)) {
            names.put(Var.alloc(here.getName().substring(here.getName().lastIndexOf('/') + 1)), here);
        }
        return names;
    }
}
