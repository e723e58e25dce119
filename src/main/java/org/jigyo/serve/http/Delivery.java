package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Sends an answer: compressed if the client accepts that, with an ETag for revalidation, without a body for HEAD, and
 * without blocking a thread while a slow client reads.
 *
 * @param tag hash of everything the answer depends on; null if the same request may give another answer next time
 * @param gzip whether this client gets compressed answers
 */
public record Delivery(String tag, boolean gzip) {

    private static final String COMPRESSED = "-gz";

    /**
     * The delivery for a request.
     *
     * @param key everything that determines the answer; null if it is not determined
     */
    public static Delivery of(HttpServletRequest request, String key, Settings settings) {
        String accepts = Asked.list(request, "Accept-Encoding");
        boolean gzip = settings.client().gzip()
                && accepts != null
                && accepts.contains("gzip")
                && !accepts.replace(" ", "").matches(".*gzip;q=0(\\.0*)?(,.*|$)");
        return new Delivery(key == null ? null : hash(key), gzip);
    }

    /** The delivery of stored bytes, which are never compressed on the way. */
    public static Delivery ofFile(String key) {
        return new Delivery(hash(key), false);
    }

    /**
     * Answers 304 if the client already has this answer in an encoding it accepts. A cached compressed answer does not
     * count for a client that asks for an uncompressed one.
     */
    public boolean known(HttpServletRequest request, HttpServletResponse response) {
        String has = Asked.list(request, "If-None-Match");
        if (tag == null || has == null) {
            return false;
        }
        boolean compressed = gzip && has.contains(quoted(COMPRESSED));
        if (!compressed && !has.contains(quoted("")) && !has.strip().equals("*")) {
            return false;
        }
        response.setHeader("ETag", quoted(compressed ? COMPRESSED : ""));
        headers(response);
        response.setStatus(304);
        return true;
    }

    /** Sends the whole answer and closes it. */
    public void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compress = gzip && answer.worthCompressing();
        Answer sent = compress ? answer.compressed() : answer;
        headers(response);
        if (tag != null) {
            response.setHeader("ETag", quoted(compress ? COMPRESSED : ""));
        }
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        plain(sent, request, response);
    }

    /** Sends the whole answer unchanged and closes it. */
    static void plain(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(answer.contentType());
        if (isHead(request)) {
            response.setContentLengthLong(answer.size());
            answer.close();
        } else {
            Transfer.start(answer.open(), answer.size(), request, response);
        }
    }

    /**
     * Sends a file of any size, or the requested range of it, as a stream.
     *
     * @param lasting true if its address will always return this file
     */
    public void send(Path file, String type, boolean lasting, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long size = Files.size(file);
        ByteRange range = ByteRange.of(request, quoted(""), lasting, size);
        headers(response);
        if (lasting) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        response.setHeader("ETag", quoted(""));
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType(type);
        if (isHead(request)) {
            response.setContentLengthLong(size);
        } else if (range == null) {
            Transfer.start(Files.newInputStream(file), size, request, response);
        } else {
            partial(range, size, response);
            SeekableByteChannel channel = Files.newByteChannel(file).position(range.first());
            Transfer.start(Channels.newInputStream(channel), range.length(), request, response);
        }
    }

    /**
     * Sends an answer unchanged, or the requested range of it, and closes it.
     *
     * @param lasting true if its address will always return this answer
     */
    public void sendRange(Answer answer, boolean lasting, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ByteRange range;
        try {
            range = tag == null ? null : ByteRange.of(request, quoted(""), lasting, answer.size());
        } catch (Problem none) {
            answer.close();
            throw none;
        }
        headers(response);
        if (tag != null) {
            response.setHeader("ETag", quoted(""));
            response.setHeader("Accept-Ranges", "bytes");
        }
        if (range == null) {
            plain(answer, request, response);
            return;
        }
        response.setContentType(answer.contentType());
        partial(range, answer.size(), response);
        InputStream from = answer.open();
        from.skipNBytes(range.first());
        Transfer.start(from, range.length(), request, response);
    }

    private static void partial(ByteRange range, long size, HttpServletResponse response) {
        response.setStatus(206);
        response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
    }

    private static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equalsIgnoreCase("HEAD");
    }

    private void headers(HttpServletResponse response) {
        response.addHeader("Vary", "Accept, Accept-Encoding, Accept-Language");
        response.setHeader("Cache-Control", tag == null ? "no-store" : "public, no-cache");
    }

    private String quoted(String suffix) {
        return '"' + tag + suffix + '"';
    }

    /** SHA-256 of a text as used in ETags. */
    public static String hash(String key) {
        return DigestUtils.sha256Hex(key).substring(0, 32);
    }
}
