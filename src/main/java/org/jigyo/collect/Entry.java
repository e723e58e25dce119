package org.jigyo.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a document since the last run. Everything but the address may be null.
 *
 * @param page address of the page that links to it
 * @param file its path in the folder; null as long as it was fetched in part only
 * @param sha256 of what the server sent last
 * @param etag the validator that came with it
 * @param modified its Last-Modified, as the server spelt it
 * @param retrieved when it was fetched, as an xsd:dateTime
 * @param candidate path of a changed content that nobody has put in place yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        String address,
        String page,
        String file,
        String sha256,
        String etag,
        String modified,
        String retrieved,
        String candidate) {

    /** The entry of a document of which only the beginning was stored. */
    static Entry begun(String address, String page, String etag, String modified) {
        return new Entry(address, page, null, null, etag, modified, null, null);
    }

    /** The entry after the server sent something, or said that nothing changed. */
    Entry sent(String content, Entry validators, String waiting) {
        return new Entry(address, page, file, content, validators.etag, validators.modified, retrieved, waiting);
    }

    /** A validator by which a document that broke off can be continued, or null. */
    String validator() {
        return etag != null && !etag.startsWith("W/") ? etag : modified;
    }

    /**
     * The request headers that let the server send nothing if nothing changed, or only what is missing.
     *
     * @param part where the beginning of the document is stored, if it broke off
     */
    Map<String, String> conditions(Path part) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        if (file == null) {
            if (validator() != null && Files.exists(part) && Files.size(part) > 0) {
                headers.put("Range", "bytes=" + Files.size(part) + "-");
                headers.put("If-Range", validator());
            }
            return headers;
        }
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        if (modified != null) {
            headers.put("If-Modified-Since", modified);
        }
        return headers;
    }
}
