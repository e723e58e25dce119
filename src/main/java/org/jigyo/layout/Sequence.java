package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A form that is drawn in one fixed order of all its cells, wherever its rows happen to break over the pages: a page draws
 * those of its cells that stand on it, either in the order of the chunks or with the chunks the other way round.
 *
 * @param rows the rows of the form from top to bottom; a page holds a run of them, the first begins a sheet
 * @param slots those of the rows that are indicator slots: they are printed filled, empty or not at all
 * @param head what is drawn first on every page, in either order
 * @param chunks runs of elements that always keep their order
 * @param open paths or globs of cells that drawing order cannot tell apart and that are never filled, named for the record
 */
public record Sequence(
        @JsonProperty(required = true) List<String> rows,
        List<String> slots,
        List<SequenceElement> head,
        @JsonProperty(required = true) List<List<SequenceElement>> chunks,
        @FactGlobs List<String> open) {

    /**
     * Absent lists are empty.
     *
     * @throws IllegalArgumentException without a row or a chunk, or when an element names a row that does not exist
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
