package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sub-project (細事業) of a sheet, with figures of its own. In JSON the keys of the body stand beside number and name.
 *
 * @param number as printed, or null
 * @param name as printed
 * @param body what the sheet says about it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Part(
        String number, String name, @JsonUnwrapped Body body) {

    /** The path of each part in the order of the sheet, with a slash at its end: {@code parts/2/}. A part without a number counts. */
    public static List<String> paths(List<Part> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> "parts/"
                        + (parts.get(i).number() == null ? i + 1 : parts.get(i).number()) + "/")
                .toList();
    }
}
