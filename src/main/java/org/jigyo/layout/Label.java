package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is printed to name a field, in one or several wordings. Compared without width, blanks and line breaks.
 * {@code {year}}, {@code {year+1}}, {@code {year-2}} stand for a printed fiscal year at that distance from the evaluated one,
 * {@code {any year}} for any; {@code …} at an end says that more may be printed there.
 *
 * @param wordings at least one
 */
public record Label(List<String> wordings) {

    /**
     * Wordings are kept as given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Label {
        if (wordings.isEmpty() || wordings.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a label needs what is printed");
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

    /** The same label with another placeholder. */
    Label with(String placeholder, String other) {
        return new Label(
                wordings.stream().map(w -> w.replace(placeholder, other)).toList());
    }

    @Override
    public String toString() {
        return String.join(" / ", wordings);
    }
}
