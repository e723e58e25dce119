/**
 * What must hold over the published graph. Knows Jena; called by release and cli.
 *
 * <p>A rule looks at a thing and what is around it. Of graphs that differ in a few things from graphs that were checked before
 * ({@code Revision}), only the things are looked at whose surroundings changed ({@code Affected}); what was found elsewhere
 * still holds. Where a rule compares things that are not linked, as two observations of one cell ({@code Cells}), also those are
 * looked at in which it found something before.
 */
package org.jigyo.check;
