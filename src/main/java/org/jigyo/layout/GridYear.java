package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a form says a fiscal year. Exactly one of the places is given.
 *
 * @param printed a line or cell; its {@code {year}} is the year, {@code {year+1}} the year after it
 * @param rightOf the cell right of this label holds the year
 * @param is the year itself, western, where the form does not print it
 */
public record GridYear(
        Label printed, @JsonProperty("right-of") Label rightOf, Integer is) {

    /**
     * Kept as given.
     *
     * @throws IllegalArgumentException when not exactly one place is given
     */
    public GridYear {
        if (Stream.of(printed, rightOf, is).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("a year needs exactly one of printed, right-of, is");
        }
    }
}
