/**
 * Checks what must hold in a published graph. Knows Jena; used by publish and cli.
 *
 * <p>A rule looks at a node and its neighbourhood. A city is checked part by part: the nodes of a part are validated,
 * and rules may look up the statements of its context and the bundled ontology.
 */
package org.jigyo.check;
