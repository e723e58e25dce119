/**
 * The use case «publish»: files become readings, a city's readings become its part, parts become a release. Knows
 * everything but serve and the command line; used by cli.
 *
 * <p>A city is the unit. Its part ({@link org.jigyo.publish.CityPart}) is built from its own readings and registry
 * alone, some projects at a time, into {@code cities/<code>/<sha>/}, and never changes; a release is a list of parts.
 * Only statistics and stored queries compare cities.
 */
package org.jigyo.publish;
