/**
 * Maps sheet records to RDF; the only package that mints IRIs. Knows RDF4J; used by publish.
 *
 * <p>A city is mapped some projects at a time ({@link org.jigyo.graph.Batch}), with all their sheets together, because
 * {@code derived} compares editions of a project.
 */
package org.jigyo.graph;
