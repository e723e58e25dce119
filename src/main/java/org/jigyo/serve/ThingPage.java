package org.jigyo.serve;

import java.util.List;

/**
 * What the page of one thing shows.
 *
 * @param title its name
 * @param iri its name for machines
 * @param path where its documents are, without suffix
 * @param language of the page, ja or en
 * @param facts what it is
 * @param incoming what points to it
 * @param more whether more points to it than is shown
 * @param printed where it was printed
 * @param release id of the release
 * @param published when that was published
 */
public record ThingPage(
        String title,
        String iri,
        String path,
        String language,
        List<Row> facts,
        List<Row> incoming,
        boolean more,
        List<Row> printed,
        String release,
        String published)
        implements InLanguage {

    /**
     * One property and its values.
     *
     * @param label the property's name
     * @param href where the property is explained
     */
    public record Row(String label, String href, List<Value> values) {}

    /**
     * One value.
     *
     * @param text to be read
     * @param href where it leads, or null
     * @param note language or datatype, or null
     */
    public record Value(String text, String href, String note) {}

    /** The formats there are besides the page. */
    public List<String> suffixes() {
        return List.of("ttl", "jsonld", "nt", "json", "csv");
    }
}
