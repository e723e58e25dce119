package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One page of a sheet in drawing order.
 *
 * @param role name of the page, for messages
 * @param optional true if a sheet may lack it
 * @param order whether the chunks are drawn as listed, or either as listed or reversed
 * @param counts names of counts and their maxima: a count is the number of times the elements that name it (`per`) are
 * printed
 * @param chunks runs of elements that are always drawn one after the other
 */
public record ScriptPage(
        @JsonProperty(required = true) String role,
        boolean optional,
        Order order,
        Map<String, Integer> counts,
        @JsonProperty(required = true) List<ScriptChunk> chunks) {

    /**
     * Turns absent sections into empty ones and sets the default order.
     *
     * @throws IllegalArgumentException if the page has no chunk
     */
    public ScriptPage {
        if (chunks == null || chunks.isEmpty()) {
            throw new IllegalArgumentException("page «" + role + "» needs at least one chunk");
        }
        order = order == null ? Order.FORWARD : order;
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        chunks = List.copyOf(chunks);
    }

    /** The order in which the chunks of a page are drawn. */
    public enum Order {
        /** As listed. */
        @JsonProperty("forward")
        FORWARD,
        /** As listed or reversed, the same for the whole page. */
        @JsonProperty("either")
        EITHER
    }
}
