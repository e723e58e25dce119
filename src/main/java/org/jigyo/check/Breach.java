package org.jigyo.check;

import org.apache.jena.graph.Node;
import org.jigyo.Finding;

/**
 * A violation of a rule at a node.
 *
 * @param node the node
 * @param shape name of the rule: local name of the shape, or IC-n
 * @param message the rule, for a person
 * @param detail what was found instead
 */
public record Breach(
        Node node, Finding.Severity severity, Finding.Code code, String shape, String message, String detail) {}
