package org.jigyo.serve.pages;

import java.util.List;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.Table;

/**
 * A part of a page: the answer of a stored query.
 *
 * @param name name of the query
 * @param title its heading
 * @param description what the figures are; may be empty
 * @param list whether its rows are shown as a list of properties
 * @param table the first rows of the answer
 * @param pictures what the answer looks like; may be empty
 * @param embedding how other sites show the pictures
 * @param href address of the whole answer
 * @param csv address of the answer as CSV
 */
public record Section(
        String name,
        String title,
        String description,
        boolean list,
        Table table,
        List<Picture> pictures,
        Embedding embedding,
        String href,
        String csv) {

    /** Whether there is anything to see. */
    public boolean empty() {
        return table.rows().isEmpty() && table.notes().isEmpty();
    }
}
