package org.jigyo.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How an answer goes to a client: compressed if the client takes that, with a tag by which it can ask again cheaply, without
 * a body for HEAD.
 *
 * @param tag what the answer is made from, hashed; null when it may be another the next time
 * @param gzip whether this client gets compressed answers
 */
record Delivery(String tag, boolean gzip) {

    private static final String COMPRESSED = "-gz";

    /**
     * A delivery for a request.
     *
     * @param key everything that decides what the answer says; null when nothing does
     */
    static Delivery of(HttpServletRequest request, String key, Settings settings) {
        String accepts = request.getHeader("Accept-Encoding");
        boolean gzip = settings.client().gzip()
                && accepts != null
                && accepts.contains("gzip")
                && !accepts.replace(" ", "").matches(".*gzip;q=0(\\.0*)?(,.*|$)");
        return new Delivery(key == null ? null : hash(key), gzip);
    }

    /** A delivery of bytes as they lie on the disk, so never compressed on the way. */
    static Delivery ofFile(String key) {
        return new Delivery(hash(key), false);
    }

    /**
     * Answers 304 when the client has this answer already, in a form that it takes: what a cache holds compressed is no answer
     * for one who asks for it plain.
     */
    boolean known(HttpServletRequest request, HttpServletResponse response) {
        String has = request.getHeader("If-None-Match");
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

    /** Sends the whole answer. */
    void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compress = gzip && answer.worthCompressing() && (answer.inMemory() || takesChunks(request));
        headers(response);
        response.setContentType(answer.contentType());
        if (tag != null) {
            response.setHeader("ETag", quoted(compress ? COMPRESSED : ""));
        }
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        boolean head = request.getMethod().equals("HEAD");
        if (compress && answer.inMemory()) {
            response.setContentLength(answer.compressed().length);
            if (!head) {
                response.getOutputStream().write(answer.compressed());
            }
        } else if (compress) {
            if (head) {
                // sent before Jetty takes the missing body for one of no bytes
                response.flushBuffer();
            } else {
                // an answer in a file: a break on the way leaves the chunks unfinished, which every client notices
                OutputStream zipped = new GZIPOutputStream(response.getOutputStream(), 1 << 16);
                answer.copyTo(zipped);
                zipped.close();
            }
        } else {
            response.setContentLengthLong(answer.size());
            if (!head) {
                answer.copyTo(response.getOutputStream());
            }
        }
    }

    /** Older clients, and proxies that ask as they did, cannot tell an answer of unknown length from one that broke off. */
    private static boolean takesChunks(HttpServletRequest request) {
        return !request.getProtocol().equals("HTTP/1.0");
    }

    /** Sends a file of whatever size: it is never in memory as a whole. */
    void send(Path file, String type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers(response);
        response.setHeader("ETag", quoted(""));
        response.setContentType(type);
        response.setContentLengthLong(Files.size(file));
        if (!request.getMethod().equals("HEAD")) {
            Files.copy(file, response.getOutputStream());
        }
    }

    private void headers(HttpServletResponse response) {
        response.addHeader("Vary", "Accept, Accept-Encoding, Accept-Language");
        response.setHeader("Cache-Control", tag == null ? "no-store" : "public, no-cache");
    }

    private String quoted(String suffix) {
        return '"' + tag + suffix + '"';
    }

    static String hash(String key) {
        return DigestUtils.sha256Hex(key).substring(0, 32);
    }
}
