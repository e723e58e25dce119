package org.jigyo.serve.query;

import org.jigyo.serve.http.TimeLimit;

/**
 * A text that checks the deadline while it is read. Java's regular expressions have no time limit, but they read their
 * input character by character; {@code ^(.*a){20}$} over 51 characters would otherwise occupy a core forever.
 */
final class WatchedText implements CharSequence {

    private static final int EVERY = 1024;

    private final CharSequence text;
    private final TimeLimit deadline;
    private int reads;

    WatchedText(CharSequence text, TimeLimit deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++reads % EVERY == 0) {
            deadline.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
