package org.jigyo.serve.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The content of the page of one thing.
 *
 * @param title its name
 * @param titleLanguage of the name, or null
 * @param iri its name for machines
 * @param path where its documents are, without suffix
 * @param language of the page, ja or en
 * @param facts what it is
 * @param incoming what points to it
 * @param more whether more points to it than is shown
 * @param printed where it was printed
 * @param corrections how it differs from what is printed, why, who says so and since when
 * @param release id of the release
 * @param published when that was published
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
        List<Row> corrections,
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
     * @param note the text's language, or {@link #NUMBER}, or null
     */
    public record Value(String text, String href, String note) {

        /** Notes that a value is a number. */
        static final String NUMBER = "number";

        /** How the value looks: the name of a style, or null. */
        @JsonIgnore
        public String look() {
            return NUMBER.equals(note) ? note : null;
        }

        /** The language of the text, or null. */
        @JsonIgnore
        public String language() {
            return NUMBER.equals(note) ? null : note;
        }
    }

    /** The formats there are besides the page. */
    public List<String> suffixes() {
        return List.of("ttl", "jsonld", "nt", "json", "csv");
    }
}
