package org.jigyo.page;

import java.io.IOException;

/** Thrown if a file exceeds one of its {@link Limits}. It is an IOException so that it passes through PDFBox. */
public final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message says which limit was reached, and which option raises it
     */
    public LimitReached(String message) {
        super(message);
    }
}
