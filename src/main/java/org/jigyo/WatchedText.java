package org.jigyo;

/**
 * A text that asks whether there is time left while it is read. Java's regular expressions have no time limit, but they read their
 * input character by character; {@code ^(.*a){20}$} over 51 characters would otherwise occupy a core forever.
 */
public final class WatchedText implements CharSequence {

    private static final int EVERY = 1024;

    private final CharSequence text;
    private final Runnable check;
    private int reads;

    /**
     * Watches a text.
     *
     * @param check throws if the time is over
     */
    public WatchedText(CharSequence text, Runnable check) {
        this.text = text;
        this.check = check;
    }

    @Override
    public char charAt(int index) {
        if (++reads % EVERY == 0) {
            check.run();
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
