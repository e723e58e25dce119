package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A form in drawing order: labels as literals and values as typed slots, in the order in which they are drawn.
 *
 * @param pages the pages of one sheet in their order; a sheet begins where the first is drawn
 */
public record Script(@JsonProperty(required = true) List<ScriptPage> pages) {

    /**
     * No script without a page.
     *
     * @throws IllegalArgumentException when no page is given
     */
    public Script {
        if (pages == null || pages.isEmpty()) {
            throw new IllegalArgumentException("a script needs at least one page");
        }
        pages = List.copyOf(pages);
    }
}
