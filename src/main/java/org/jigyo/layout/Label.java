package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The printed name of a field, in one or several wordings. Width, spaces and line breaks are ignored in comparisons.
 * {@code {year}}, {@code {year+1}}, {@code {year-2}} stand for a printed fiscal year relative to the evaluated one,
 * {@code {any year}} for any year; {@code …} at an end allows further printed text there.
 *
 * @param wordings at least one
 */
public record Label(List<String> wordings) {

    /**
     * Copies the wordings.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Label {
        if (wordings.isEmpty() || wordings.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a label needs at least one printed text");
        }
        wordings = List.copyOf(wordings);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Label of(JsonNode node) {
        List<String> wordings = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(n -> wordings.add(n.asText()));
        } else if (node.isValueNode()) {
            wordings.add(node.asText());
        }
        return new Label(wordings);
    }

    /** The same label with one placeholder replaced. */
    Label with(String placeholder, String other) {
        return new Label(
                wordings.stream().map(w -> w.replace(placeholder, other)).toList());
    }

    @Override
    public String toString() {
        return String.join(" / ", wordings);
    }
}
