package org.jigyo.release;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.NodeId;

/**
 * Count and order-free sum over statements, by which what was stored is compared with what was given without holding either
 * in memory. Blank nodes count as one and the same node, for their labels change from reading to reading.
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

    /** Adds a statement by the hashes of its terms. */
    void add(long subject, long predicate, long object) {
        add(subject, predicate, object, 1);
    }

    /** Adds a statement by the hashes of its terms (1), or takes it away (-1). */
    void add(long subject, long predicate, long object, int by) {
        statements += by;
        long hash = (subject * 0x9E3779B97F4A7C15L + predicate) * 0x9E3779B97F4A7C15L + object;
        sum += by * (hash ^ (hash >>> 29));
    }

    /** Adds what another one found: that of a whole is the sum of its parts'. */
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

    /** Of a term as the database would hand it out. */
    static long hash(Node node) {
        return node.isBlank() ? 1 : hash(asStored(node).toString());
    }

    /** TDB2 keeps the value of a number or date, not its spelling: 18.0 comes back as 18. */
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
