package org.jigyo.page;

import java.io.IOException;

/** A file asks for more than its {@link Limits}; an IOException so that it passes through PDFBox. */
public final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says which limit, and which option raises it. */
    public LimitReached(String message) {
        super(message);
    }
}
