/**
 * The use case «publish»: files become readings, a city's readings become its part, parts become a release. Knows everything but
 * serve and the command line; called by cli.
 *
 * <p>A city is the unit. Its part ({@link org.jigyo.publish.CityPart}) is built from its own readings and registry alone, some
 * projects at a time, into {@code cities/<code>/<sha>/}, and never changes again; a release is a list of parts. What looks across
 * cities lives in statistics and stored queries only.
 */
package org.jigyo.publish;
