package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A sub-project (細事業) of a sheet with its own figures. In JSON the keys of the body are on the same level as number and
 * name.
 *
 * @param number as printed, or null
 * @param name as printed
 * @param body the content about this part
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Part(
        String number, String name, @JsonUnwrapped Body body) {

    /**
     * Visits each part in the order of the sheet. The path ends with a slash: {@code parts/2/}. Parts without a printed
     * number are numbered too.
     */
    public static void forEach(List<Part> parts, BiConsumer<String, Part> each) {
        for (int i = 0; i < parts.size(); i++) {
            String number = parts.get(i).number();
            each.accept("parts/" + (number == null ? i + 1 : number) + "/", parts.get(i));
        }
    }
}
