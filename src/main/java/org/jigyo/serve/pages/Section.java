package org.jigyo.serve.pages;

import java.util.List;
import java.util.Map;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.Table;

/**
 * A part of a page: the answer of a stored query.
 *
 * @param name name of the query
 * @param id fragment of its address, another one for each part of the page
 * @param title its heading
 * @param lead one sentence about it; may be empty
 * @param description what the figures are; may be empty
 * @param as how it is shown
 * @param table the first rows of the answer
 * @param pictures what the answer looks like, or the first {@link #MOST_PICTURES}; may be empty
 * @param morePictures how many others the page of the whole answer has
 * @param embedding how other sites show the pictures
 * @param switches name → address of this page with another length of the bars; the current one has no address
 * @param href address of the whole answer
 * @param csv address of the answer as CSV
 */
public record Section(
        String name,
        String id,
        String title,
        String lead,
        String description,
        Presentation as,
        Table table,
        List<Picture> pictures,
        int morePictures,
        Embedding embedding,
        Map<String, String> switches,
        String href,
        String csv) {

    /** How many pictures of an answer a page shows, so that it stays readable with hundreds of cities. */
    static final int MOST_PICTURES = 12;

    /** Whether its heading says what its only picture shows. */
    public boolean titled() {
        return pictures.size() == 1 && pictures.get(0).facets().isEmpty();
    }

    /** Whether there is no row. */
    public boolean empty() {
        return table.rows().isEmpty();
    }
}
