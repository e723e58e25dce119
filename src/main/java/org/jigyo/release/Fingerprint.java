package org.jigyo.release;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.NodeId;

/**
 * Count and order-independent checksum of statements, to compare what was stored with the input without holding either
 * in memory. All blank nodes count as the same node, because their labels change with every parse.
 */
final class Fingerprint {

    private long statements;
    private long sum;

    Fingerprint() {}

    Fingerprint(long statements, long sum) {
        this.statements = statements;
        this.sum = sum;
    }

    void add(Triple triple) {
        add(hash(triple.getSubject()), hash(triple.getPredicate()), hash(triple.getObject()));
    }

    /** Adds a statement given by the hashes of its terms. */
    void add(long subject, long predicate, long object) {
        add(subject, predicate, object, 1);
    }

    /** Adds (1) or removes (-1) a statement given by the hashes of its terms. */
    void add(long subject, long predicate, long object, int by) {
        statements += by;
        long hash = (subject * 0x9E3779B97F4A7C15L + predicate) * 0x9E3779B97F4A7C15L + object;
        sum += by * (hash ^ (hash >>> 29));
    }

    /** Adds another fingerprint. The fingerprint of a whole is the sum of those of its parts. */
    void add(Fingerprint part) {
        statements += part.statements;
        sum += part.sum;
    }

    long statements() {
        return statements;
    }

    long sum() {
        return sum;
    }

    boolean same(Fingerprint other) {
        return statements == other.statements && sum == other.sum;
    }

    /** The hash of a term in the form in which the database returns it. */
    static long hash(Node node) {
        return node.isBlank() ? 1 : hash(asStored(node).toString());
    }

    /** TDB2 stores the value of a number or date, not its spelling: 18.0 is returned as 18. */
    private static Node asStored(Node node) {
        NodeId inline = node.isLiteral() ? NodeId.inline(node) : null;
        return inline == null ? node : NodeId.extract(inline);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return hash;
    }
}
