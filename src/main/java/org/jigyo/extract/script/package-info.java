/**
 * Aligns text in drawing order with a form's script by a shortest path through a lattice: the cheapest alignment of the
 * whole page, and the margin of the runner-up. Used by extract.
 */
package org.jigyo.extract.script;
