package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One page of a sheet as it is drawn.
 *
 * @param role what the page is, for messages
 * @param optional true when a sheet may do without it
 * @param order whether the chunks are drawn as listed, or as listed or the other way round
 * @param counts names of counts and how far they go: a count is how often the elements that name it (`per`) are printed
 * @param chunks runs of elements that are always drawn one after the other
 */
public record ScriptPage(
        @JsonProperty(required = true) String role,
        boolean optional,
        Order order,
        Map<String, Integer> counts,
        @JsonProperty(required = true) List<ScriptChunk> chunks) {

    /**
     * Absent sections are empty, the order is as listed.
     *
     * @throws IllegalArgumentException when the page has no chunk
     */
    public ScriptPage {
        if (chunks == null || chunks.isEmpty()) {
            throw new IllegalArgumentException("page «" + role + "» needs at least one chunk");
        }
        order = order == null ? Order.FORWARD : order;
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        chunks = List.copyOf(chunks);
    }

    /** In which order the chunks of a page are drawn. */
    public enum Order {
        /** As listed. */
        @JsonProperty("forward")
        FORWARD,
        /** As listed or the other way round, the whole page alike. */
        @JsonProperty("either")
        EITHER
    }
}
