package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A form that draws all its cells in one fixed order, wherever page breaks fall. A page draws the cells that are on it,
 * either in the order of the chunks or with the chunks reversed.
 *
 * @param rows the rows of the form from top to bottom; a page holds a run of them, and the first begins a sheet
 * @param slots the rows that are indicator slots: printed filled, printed empty, or missing
 * @param head what is drawn first on every page, in either order
 * @param chunks runs of elements that always keep their order
 * @param open paths or globs of cells that drawing order cannot distinguish and that are never filled; documented for
 * the record
 */
public record Sequence(
        @JsonProperty(required = true) List<String> rows,
        List<String> slots,
        List<SequenceElement> head,
        @JsonProperty(required = true) List<List<SequenceElement>> chunks,
        @FactGlobs List<String> open) {

    /**
     * Turns absent lists into empty ones.
     *
     * @throws IllegalArgumentException if there is no row or no chunk, or if an element names an unknown row
     */
    public Sequence {
        if (rows == null || rows.isEmpty() || chunks == null || chunks.isEmpty()) {
            throw new IllegalArgumentException("a sequence needs rows and chunks");
        }
        rows = List.copyOf(rows);
        slots = slots == null ? List.of() : List.copyOf(slots);
        head = head == null ? List.of() : List.copyOf(head);
        chunks = chunks.stream().map(List::copyOf).toList();
        open = open == null ? List.of() : List.copyOf(open);
        for (List<SequenceElement> chunk : chunks) {
            for (SequenceElement element : chunk) {
                if (!rows.contains(element.row())) {
                    throw new IllegalArgumentException("there is no row «" + element.row() + "»; rows: " + rows);
                }
            }
        }
    }
}
