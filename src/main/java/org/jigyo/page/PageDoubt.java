package org.jigyo.page;

/**
 * Something about a place of a page that makes what is read there doubtful.
 *
 * @param box where, on the page as shown
 * @param message one clause for a person
 * @param text what is not read there, or null
 * @param blankOnly true when it matters only where nothing is written
 */
public record PageDoubt(Box box, String message, String text, boolean blankOnly) {}
