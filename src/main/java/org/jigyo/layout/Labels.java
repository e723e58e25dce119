package org.jigyo.layout;

/**
 * A name in the two languages of the project.
 *
 * @param ja Japanese
 * @param en English
 */
public record Labels(String ja, String en) {}
