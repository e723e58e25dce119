/**
 * The ontology as documents for people: a page for each of its four namespaces in two languages, made from the Turtle, the
 * shapes, the stored queries and examples of the specimens. The same bytes are served and written as a static folder.
 */
package org.jigyo.serve.ontology;
