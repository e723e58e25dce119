package org.jigyo.collect;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to fetch, and how.
 *
 * @param starts addresses of pages or documents, http or https
 * @param folder where documents are stored; created if necessary
 * @param dryRun true to fetch only the pages and say what would be fetched
 * @param agent the User-Agent of requests; its first word is the name that robots.txt may address
 * @param pause the least time between two requests to a host; robots.txt may ask for more
 * @param patience the longest time for one document
 * @param most the largest document, in bytes
 * @param publisher who publishes the documents, for their list; may be null
 * @param licence terms as read on the pages, for their list; may be null
 */
public record Order(
        List<URI> starts,
        Path folder,
        boolean dryRun,
        String agent,
        Duration pause,
        Duration patience,
        long most,
        String publisher,
        String licence) {}
