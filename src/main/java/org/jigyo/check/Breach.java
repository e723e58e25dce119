package org.jigyo.check;

import org.apache.jena.graph.Node;
import org.jigyo.Finding;

/**
 * A rule that does not hold at a node.
 *
 * @param node where
 * @param shape name of the rule: local name of the shape, or IC-n
 * @param message what must hold, for a person
 * @param detail what was found instead
 */
public record Breach(
        Node node, Finding.Severity severity, Finding.Code code, String shape, String message, String detail) {}
