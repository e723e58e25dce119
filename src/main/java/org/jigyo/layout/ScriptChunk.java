package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Elements that are always drawn one after the other.
 *
 * @param name for messages
 * @param optional true when a page may do without the whole chunk
 * @param elements in drawing order
 */
public record ScriptChunk(
        @JsonProperty(required = true) String name,
        boolean optional,
        @JsonProperty(required = true) List<ScriptElement> elements) {

    /**
     * Elements are kept as given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ScriptChunk {
        if (elements == null || elements.isEmpty()) {
            throw new IllegalArgumentException("chunk «" + name + "» needs at least one element");
        }
        elements = List.copyOf(elements);
    }
}
