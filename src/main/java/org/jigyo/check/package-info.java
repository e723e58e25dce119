/**
 * What must hold over the published graph. Knows Jena; called by release and cli.
 *
 * <p>A rule looks at a thing and what is around it. Of graphs that differ in a few things from graphs that were checked before
 * ({@code Revision}), only the things are looked at whose surroundings changed ({@code Affected}); what was found elsewhere
 * still holds. Rules that compare all observations, or all places of a sheet, are asked anew each time.
 */
package org.jigyo.check;
