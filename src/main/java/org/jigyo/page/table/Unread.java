package org.jigyo.page.table;

/**
 * What stands in or over a cell of a table and is no part of its text: the text is in doubt.
 *
 * @param message one clause for a person
 * @param text what was left out, or null
 * @param blankOnly true if it matters only for a cell without text
 */
record Unread(String message, String text, boolean blankOnly) {

    /** Text that was left out of a cell. */
    static Unread text(String message, String text) {
        return new Unread(message, text.strip(), false);
    }

    /** Both; one of the two may be null. */
    static Unread both(Unread a, Unread b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.blankOnly != b.blankOnly) {
            return a.blankOnly ? b : a;
        }
        return new Unread(a.message + "; " + b.message, a.text == null ? b.text : a.text, a.blankOnly);
    }
}
