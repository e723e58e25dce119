package org.jigyo.serve.remote;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;

/**
 * The variables that every row of an answer binds. Jena's {@code OpVars.fixedVars} also names those that a projection names and those of
 * BIND, which an error leaves without a value.
 */
final class AlwaysBound {

    private AlwaysBound() {}

    /** The variables that every solution of an operation binds; some may be missing. */
    static Set<Var> in(Op op) {
        if (op instanceof OpBGP pattern) {
            Set<Var> names = new HashSet<>();
            pattern.getPattern().forEach(triple -> add(new TriplePath(triple), names));
            return names;
        }
        if (op instanceof OpPath path) {
            Set<Var> names = new HashSet<>();
            add(path.getTriplePath(), names);
            return names;
        }
        if (op instanceof Op2 two) {
            return both(two);
        }
        if (!(op instanceof Op1 one)) {
            return Set.of();
        }
        Set<Var> names = new HashSet<>(in(one.getSubOp()));
        if (op instanceof OpProject project) {
            names.retainAll(project.getVars());
        } else if (op instanceof OpGroup group) {
            names.retainAll(group.getGroupVars().getVars());
        } else if (op instanceof OpGraph graph) {
            add(graph.getNode(), names);
        } else if (!keepsRows(op)) {
            return Set.of();
        }
        return names;
    }

    private static boolean keepsRows(Op op) {
        return op instanceof OpFilter
                || op instanceof OpExtend
                || op instanceof OpDistinct
                || op instanceof OpReduced
                || op instanceof OpOrder
                || op instanceof OpSlice;
    }

    private static Set<Var> both(Op2 two) {
        Set<Var> names = new HashSet<>(in(two.getLeft()));
        if (two instanceof OpJoin) {
            names.addAll(in(two.getRight()));
        } else if (two instanceof OpUnion) {
            names.retainAll(in(two.getRight()));
        } else if (!(two instanceof OpLeftJoin) && !(two instanceof OpMinus)) {
            return Set.of();
        }
        return names;
    }

    private static void add(TriplePath path, Set<Var> names) {
        add(path.getSubject(), names);
        add(path.getPredicate(), names);
        add(path.getObject(), names);
    }

    private static void add(Node node, Set<Var> names) {
        if (node != null && Var.isVar(node) && !Var.isBlankNodeVar(node)) {
            names.add(Var.alloc(node));
        }
    }
}
