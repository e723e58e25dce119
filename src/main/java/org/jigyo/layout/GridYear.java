package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a form says a fiscal year. Exactly one of the places is given.
 *
 * @param printed a line or cell; its {@code {year}} is the year, {@code {year+1}} the year after it
 * @param under the header of a column, from the outermost label inwards; one of them has the {@code {year}}
 * @param rightOf the cell right of this label holds the year
 * @param pattern with {@code rightOf}: what is printed in that cell around the {@code {year}}; the year alone when absent
 * @param inFileName the name of the file without its ending, with {@code {year}} and {@code …}
 * @param is the year itself, western, where the form does not print it
 */
public record GridYear(
        Label printed,
        List<Label> under,
        @JsonProperty("right-of") Label rightOf,
        String pattern,
        @JsonProperty("in-file-name") String inFileName,
        Integer is) {

    /**
     * Kept as given.
     *
     * @throws IllegalArgumentException when not exactly one place is given
     */
    public GridYear {
        if (Stream.of(printed, under, rightOf, inFileName, is)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "a year needs exactly one of printed, under, right-of, in-file-name, is");
        }
        under = under == null ? List.of() : List.copyOf(under);
        if (pattern != null && rightOf == null) {
            throw new IllegalArgumentException("«pattern» says what is printed in the cell of right-of");
        }
        pattern = pattern == null ? YearTemplate.place(0) : pattern;
    }

    /** The place as a person reads it. */
    @Override
    public String toString() {
        return printed != null
                ? "«" + printed + "»"
                : rightOf != null
                        ? "right of «" + rightOf + "»"
                        : inFileName != null ? "in the file's name «" + inFileName + "»" : "under " + under;
    }
}
