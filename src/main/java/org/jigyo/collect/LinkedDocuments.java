package org.jigyo.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.source.SourceFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The documents that an HTML page links to. */
final class LinkedDocuments {

    /** Endings of documents. A linked page is no document: a site's navigation would be collected with it. */
    private static final Set<String> ENDINGS = new TreeSet<>(SourceFile.Kind.allEndings());

    static {
        ENDINGS.removeAll(SourceFile.Kind.HTML.endings());
    }

    private LinkedDocuments() {}

    /** True if an address ends like a document that Jigyo reads. */
    static boolean document(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The documents linked by a page, each once, in its order.
     *
     * @param page its bytes; their encoding is found by the page's own words
     */
    static Set<URI> of(InputStream page, URI address) throws IOException {
        Set<URI> documents = new LinkedHashSet<>();
        for (Element link : Jsoup.parse(page, null, address.toASCIIString()).select("a[href]")) {
            try {
                URI to = plain(URI.create(link.absUrl("href").strip().replace(" ", "%20")));
                if (to.getHost() != null && List.of("http", "https").contains(to.getScheme()) && document(to)) {
                    documents.add(to);
                }
            } catch (IllegalArgumentException e) {
                // an address that a browser could not follow either
            }
        }
        return documents;
    }

    /** The address without a fragment, in ASCII. */
    static URI plain(URI address) {
        return URI.create(address.toASCIIString().replaceFirst("#.*", ""));
    }
}
