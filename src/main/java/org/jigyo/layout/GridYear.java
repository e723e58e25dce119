package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a form states a fiscal year. Exactly one place is given.
 *
 * @param printed a line or cell; {@code {year}} in it is the year, {@code {year+1}} the year after it
 * @param under the header of a column, from the outermost label inwards, one of which contains {@code {year}}
 * @param rightOf the label to the left of the cell with the year
 * @param pattern with {@code rightOf}: the text around {@code {year}} in that cell; the year alone if absent
 * @param inFileName the name of the file without its ending, with {@code {year}} and {@code …}
 * @param is the western year itself, if the form does not print it
 */
public record GridYear(
        Label printed,
        List<Label> under,
        @JsonProperty("right-of") Label rightOf,
        String pattern,
        @JsonProperty("in-file-name") String inFileName,
        Integer is) {

    /**
     * Checks the arguments.
     *
     * @throws IllegalArgumentException if not exactly one place is given
     */
    public GridYear {
        if (Stream.of(printed, under, rightOf, inFileName, is)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "a year needs exactly one of printed, under, right-of, in-file-name, is to say where it is stated");
        }
        under = under == null ? List.of() : List.copyOf(under);
        if (pattern != null && rightOf == null) {
            throw new IllegalArgumentException(
                    "«pattern» describes the cell found by right-of; without right-of, remove it");
        }
        pattern = pattern == null ? YearTemplate.place(0) : pattern;
    }

    /** The place as displayed to a person. */
    @Override
    public String toString() {
        return printed != null
                ? "«" + printed + "»"
                : rightOf != null
                        ? "right of «" + rightOf + "»"
                        : inFileName != null ? "in the file's name «" + inFileName + "»" : "under " + under;
    }
}
