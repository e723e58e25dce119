package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A form in drawing order: labels as literals and values as typed slots.
 *
 * @param pages the pages of one sheet in their order; a sheet begins at each occurrence of the first
 */
public record Script(@JsonProperty(required = true) List<ScriptPage> pages) {

    /**
     * Copies the pages.
     *
     * @throws IllegalArgumentException if there is no page
     */
    public Script {
        if (pages == null || pages.isEmpty()) {
            throw new IllegalArgumentException("a script needs at least one page");
        }
        pages = List.copyOf(pages);
    }
}
