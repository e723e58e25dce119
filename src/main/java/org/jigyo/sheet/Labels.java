package org.jigyo.sheet;

/**
 * The name of a thing in the project's two languages.
 *
 * @param ja Japanese, never null
 * @param en English, never null
 */
public record Labels(String ja, String en) {}
