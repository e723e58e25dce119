/** Stored queries: SPARQL with the texts and typed parameters of its decorators. Called by release, serve and cli. */
package org.jigyo.query;
