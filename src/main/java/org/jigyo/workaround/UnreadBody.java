package org.jigyo.workaround;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * Handles a request body that is refused unread. If the answer begins before the rest of such a body has arrived, Jetty
 * 12 neither closes the connection nor announces it ({@code Connection: close}), and takes the client's next request
 * for the rest of the body. Discussed upstream, and not considered a fault of Jetty's: jetty/jetty.project#12895.
 */
public final class UnreadBody {

    /** Number of bytes that are still read. */
    private static final int SHORT = 65_536;

    private UnreadBody() {}

    /**
     * Reads and drops a short body as far as it has arrived. Returns false if more may come, so that the connection
     * must be closed.
     */
    public static boolean discard(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length > SHORT || (length < 0 && request.getHeader("Transfer-Encoding") != null)) {
            return false;
        }
        try {
            InputStream body = request.getInputStream();
            long left = Math.max(0, length);
            while (left > 0 && body.available() > 0) {
                left -= body.skip(Math.min(left, body.available()));
            }
            return left == 0;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
