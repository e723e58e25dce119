package org.jigyo.registry;

/**
 * Two printed names of a city, in any years, that may be names of one thing.
 *
 * @param context key of the project whose indicators they name, empty for departments
 * @param one a name
 * @param other another name
 * @param rule what raised the doubt
 */
record NameDoubt(String context, String one, String other, String rule) {}
