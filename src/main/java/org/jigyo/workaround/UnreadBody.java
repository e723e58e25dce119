package org.jigyo.workaround;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that is refused unread. When the answer has begun before the rest of such a body came, Jetty 12 neither closes the connection
 * nor says that it will ({@code Connection: close}): it takes the client's next request for the rest of the body. Discussed upstream,
 * as no fault of Jetty's: jetty/jetty.project#12895.
 */
public final class UnreadBody {

    /** Bytes that are still read. */
    private static final int SHORT = 65_536;

    private UnreadBody() {}

    /** Reads and drops a short body as far as it is there; false when more of it may come, so that the connection has to be closed. */
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
