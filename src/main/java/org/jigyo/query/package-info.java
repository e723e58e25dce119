/** Stored queries: SPARQL with the texts and typed parameters of its decorators. Used by release, serve and cli. */
package org.jigyo.query;
