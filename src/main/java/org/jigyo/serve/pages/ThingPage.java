package org.jigyo.serve.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jigyo.serve.http.InLanguage;

/**
 * The content of the page of one thing.
 *
 * @param title its name
 * @param titleLanguage language of the name, or null
 * @param iri its IRI
 * @param path path of its documents, without suffix
 * @param language language of the page, ja or en
 * @param facts its properties
 * @param incoming properties that refer to it
 * @param more whether there are more of these than shown
 * @param printed where it was printed
 * @param originals addresses of the pages of the original documents that show it; none if nobody recorded them
 * @param corrections corrections of printed values: what, why, by whom and when
 * @param release id of the release
 * @param published publication date of the release
 */
public record ThingPage(
        String title,
        String titleLanguage,
        String iri,
        String path,
        String language,
        List<Row> facts,
        List<Row> incoming,
        boolean more,
        List<Row> printed,
        List<String> originals,
        List<Row> corrections,
        String release,
        String published)
        implements InLanguage {

    /**
     * One property and its values.
     *
     * @param label the property's name
     * @param href address of the property's definition
     */
    public record Row(String label, String href, List<Value> values) {

        /** How many values a page shows at once. */
        private static final int MOST = 12;

        /** The values that a page shows at once: nearly all are better than a short rest. */
        public List<Value> first() {
            return values.subList(0, values.size() > MOST + 3 ? MOST : values.size());
        }

        /** The others. */
        public List<Value> rest() {
            return values.subList(first().size(), values.size());
        }
    }

    /**
     * One value.
     *
     * @param text text to show
     * @param href address of the link, or null
     * @param note the text's language, or null
     */
    public record Value(String text, String href, String note) {

        /** The language of the text, or null. */
        @JsonIgnore
        public String language() {
            return note;
        }
    }

    /**
     * A thing among others on a page.
     *
     * @param name its name, or the end of its IRI
     * @param href address of its document; null if it has none
     * @param titled whether the statements have a title of it
     */
    public record Described(String name, String href, boolean titled, List<Row> rows) {}

    /** What a link to an original is called: which page of it. */
    public String original(String address) {
        String page = address.substring(address.lastIndexOf('=') + 1);
        return say("原本" + page + "ページ", "original, page " + page);
    }

    /** The available formats besides the page. */
    public List<String> suffixes() {
        // what was read from one cell is also published with its evidence
        return printed.stream().anyMatch(row -> row.href() != null && row.href().endsWith("extractedFrom"))
                ? List.of("ttl", "jsonld", "nt", "json", "csv", "nanopub")
                : List.of("ttl", "jsonld", "nt", "json", "csv");
    }
}
