package org.jigyo.page;

/**
 * A place on a page that makes the text read there doubtful.
 *
 * @param box where, on the page as shown
 * @param message one clause for a person
 * @param text the text that was not read there, or null
 * @param blankOnly true if it matters only for a cell without text
 */
public record PageDoubt(Box box, String message, String text, boolean blankOnly) {}
