package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The content of a sheet about its project, or about one part of it.
 *
 * @param attributes short coded cells. A value is a String, a Boolean or a List of Strings; where the form prints one a
 * year, a Map of such values by western year
 * @param texts narrative cells by section key
 * @param direction 方向性, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Body(
        Map<String, Object> attributes,
        Map<String, String> texts,
        List<Sheet.Cost> costs,
        List<Sheet.Staffing> staffing,
        List<PrintedIndicator> indicators,
        List<Sheet.Rating> ratings,
        Sheet.Direction direction) {

    /** Turns null lists and maps into empty ones. */
    public Body {
        attributes = attributes == null ? Map.of() : attributes;
        texts = texts == null ? Map.of() : texts;
        costs = costs == null ? List.of() : List.copyOf(costs);
        staffing = staffing == null ? List.of() : List.copyOf(staffing);
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
    }

    /** The body of the sheet itself, followed by the body of each part. */
    public static Stream<Body> of(Sheet sheet) {
        return Stream.concat(Stream.of(sheet.body()), sheet.parts().stream().map(Part::body));
    }

    /** A copy with other attributes. */
    public Body with(Map<String, Object> newAttributes) {
        return new Body(newAttributes, texts, costs, staffing, indicators, ratings, direction);
    }
}
