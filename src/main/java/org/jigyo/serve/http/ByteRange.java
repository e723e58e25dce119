package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The byte range of a file that a client requests (RFC 9110, 14).
 *
 * @param first first byte, from 0
 * @param last last byte, inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

    /**
     * Reads the headers {@code Range} and {@code If-Range}.
     *
     * @param tag ETag of the current file, quoted
     * @param lasting true if the address will always return this file
     * @param size size of the file in bytes
     * @return null for the whole file: if no range or several are requested, if the client's part is from another file,
     * or if the client does not name its file and the address may return another one
     * @throws Problem 416 if the file has no such range
     */
    static ByteRange of(HttpServletRequest request, String tag, boolean lasting, long size) {
        String range = request.getHeader("Range");
        if (range == null || !request.getMethod().equals("GET")) {
            return null;
        }
        String of = request.getHeader("If-Range");
        Matcher one = ONE.matcher(range.strip());
        boolean same = of == null ? lasting : of.strip().equals(tag);
        if (!same || !one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return null;
        }
        ByteRange asked = one.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(one.group(2))), size - 1)
                : new ByteRange(
                        Long.parseLong(one.group(1)),
                        one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2))));
        if (!one.group(2).isEmpty() && !one.group(1).isEmpty() && Long.parseLong(one.group(2)) < asked.first) {
            // An invalid range is ignored.
            return null;
        }
        if (asked.first > asked.last) {
            throw new Problem(416, "No such range", "The file has " + size + " bytes; request a range within it.")
                    .with("size", size)
                    .header("Content-Range", "bytes */" + size);
        }
        return asked;
    }

    long length() {
        return last - first + 1;
    }
}
