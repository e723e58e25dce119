/** A published version: Turtle, dumps, catalogue, TDB2; switch and roll back. Knows Jena; called by serve and cli. */
package org.jigyo.release;
