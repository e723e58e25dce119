package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Elements that are always drawn one after the other.
 *
 * @param name name for messages
 * @param optional true if a page may lack the whole chunk
 * @param elements elements in drawing order
 */
public record ScriptChunk(
        @JsonProperty(required = true) String name,
        boolean optional,
        @JsonProperty(required = true) List<ScriptElement> elements) {

    /**
     * Copies the elements.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ScriptChunk {
        if (elements == null || elements.isEmpty()) {
            throw new IllegalArgumentException("chunk «" + name + "» needs at least one element");
        }
        elements = List.copyOf(elements);
    }
}
