/**
 * Sheet records become RDF; the only package that mints IRIs. Knows RDF4J; called by cli.
 *
 * <p>All records are mapped at every publish, for editions stand side by side in {@code derived} and share the vocabulary; written
 * out are only the runs of statements that were not written before ({@code EarlierTurtle}).
 */
package org.jigyo.graph;
