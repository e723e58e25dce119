package org.jigyo.page;

import java.io.IOException;

/** A file asks for more than its {@link Limits}; an IOException so that it passes through PDFBox. */
final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    LimitReached(String message) {
        super(message);
    }
}
