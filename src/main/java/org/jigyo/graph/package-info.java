/** Sheet records become RDF; the only package that mints IRIs. Knows RDF4J; called by cli. */
package org.jigyo.graph;
