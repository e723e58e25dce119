package org.jigyo.serve.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.Symbol;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.workaround.UnreadJoins;

/**
 * Evaluates a query here, and asks the other server only for the matches of basic graph patterns and paths: what engines compute
 * differently or wrongly (optional parts, filters, numbers, aggregates) is computed by ours.
 */
final class RemoteExecutor extends UnreadJoins {

    private static final Symbol JOINS = Symbol.create("https://w3id.org/jigyo/joins");

    private final RemoteDataset remote;
    private final TimeLimit deadline;

    RemoteExecutor(ExecutionContext context) {
        super(context);
        this.remote = (RemoteDataset) context.getDataset();
        TimeLimit given = context.getContext().get(RemoteDataset.DEADLINE);
        this.deadline = given == null ? remote.deadline() : given;
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return pattern.getPattern().isEmpty()
                ? input
                : join(
                        active(),
                        pattern.getPattern().getList().stream()
                                .map(TriplePath::new)
                                .toList(),
                        input);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        return join(
                pattern.isDefaultGraph() ? null : pattern.getGraphNode(),
                pattern.getBasicPattern().getList().stream()
                        .map(TriplePath::new)
                        .toList(),
                input);
    }

    /** Repeated paths are walked here: Virtuoso refuses them without a fixed start, and counts them differently with cycles. */
    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        TriplePath triple = path.getTriplePath();
        return isRepeated(triple.getPath()) ? super.execute(path, input) : join(active(), List.of(triple), input);
    }

    private static boolean isRepeated(Path path) {
        if (path instanceof P_Path2 two) {
            return isRepeated(two.getLeft()) || isRepeated(two.getRight());
        }
        return path instanceof P_Inverse inverse ? isRepeated(inverse.getSubPath()) : path instanceof P_Path1;
    }

    /** The named graph that patterns are matched with; null for the default graph. */
    private Node active() {
        Node name = execCxt.getActiveGraph() instanceof GraphView view ? view.getGraphName() : null;
        return name == null || Quad.isDefaultGraph(name) ? null : name;
    }

    private QueryIterator join(Node graph, List<TriplePath> triples, QueryIterator input) {
        PatternQuery pattern = PatternQuery.of(graph, triples);
        // One for each pattern of a query, however often it is evaluated.
        Map<PatternQuery, PatternJoin> joins = execCxt.getContext().get(JOINS);
        if (joins == null) {
            joins = new HashMap<>();
            execCxt.getContext().set(JOINS, joins);
        }
        PatternJoin join = joins.computeIfAbsent(
                pattern, unknown -> new PatternJoin(unknown, query -> remote.remembered(query, deadline)));
        return blocks(input, join::of);
    }

    private QueryIterator blocks(QueryIterator input, Function<List<Binding>, List<Binding>> work) {
        Iterator<List<Binding>> blocks = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return input.hasNext();
            }

            @Override
            public List<Binding> next() {
                List<Binding> block = new ArrayList<>();
                while (block.size() < PatternJoin.BLOCK && input.hasNext()) {
                    block.add(input.next());
                }
                return block;
            }
        };
        return QueryIterPlainWrapper.create(
                Iter.flatMap(blocks, block -> {
                    deadline.check();
                    return work.apply(block).iterator();
                }),
                execCxt);
    }

    private List<Binding> all(Op op, List<Binding> input) {
        List<Binding> rows = new ArrayList<>();
        exec(op, QueryIterPlainWrapper.create(input.iterator(), execCxt)).forEachRemaining(rows::add);
        return rows;
    }

    /** Without an index Jena's own finds nothing. */
    @Override
    protected QueryIterator execute(OpPropFunc function, QueryIterator input) {
        remote.checkText();
        return super.execute(function, input);
    }

    /** Jena's own evaluates both sides for one row at a time. */
    @Override
    protected QueryIterator execute(OpUnion union, QueryIterator input) {
        return blocks(input, block -> {
            List<Binding> rows = all(union.getLeft(), block);
            rows.addAll(all(union.getRight(), block));
            return rows;
        });
    }

    /** Jena's own evaluates the optional side for one row at a time. */
    @Override
    protected QueryIterator execute(OpConditional optional, QueryIterator input) {
        // A name that no query can have, because of its hyphen, and that projections keep.
        Var number = Var.alloc("0row" + level + "-" + System.identityHashCode(optional));
        return blocks(exec(optional.getLeft(), input), block -> {
            List<Binding> numbered = new ArrayList<>();
            for (int i = 0; i < block.size(); i++) {
                numbered.add(BindingFactory.binding(block.get(i), number, NodeFactory.createLiteralString("" + i)));
            }
            List<Binding> rows = new ArrayList<>();
            Set<Node> matched = new HashSet<>();
            for (Binding row : all(optional.getRight(), numbered)) {
                if (!row.contains(number)) {
                    throw new IllegalStateException("a row of an optional part has lost its number");
                }
                matched.add(row.get(number));
                rows.add(without(number, row));
            }
            numbered.stream()
                    .filter(row -> !matched.contains(row.get(number)))
                    .forEach(row -> rows.add(without(number, row)));
            return rows;
        });
    }

    private static Binding without(Var number, Binding row) {
        BindingBuilder rest = BindingFactory.builder();
        row.forEach((name, value) -> {
            if (!name.equals(number)) {
                rest.add(name, value);
            }
        });
        return rest.build();
    }
}
