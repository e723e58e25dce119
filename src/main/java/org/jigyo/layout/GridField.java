package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field of a grid: what it is, and where it stands relative to a printed label. Exactly one of the locators is given.
 *
 * @param to path of the fact; {@code {code}}, {@code {value}}, {@code {n}}, {@code {row}}, {@code {is}}, {@code {year}} and
 *     {@code {label}} stand for what is found
 * @param and path of the second fact of types that hold two
 * @param rightOf the cell right of this label
 * @param leftOf the cell left of this label
 * @param below the cell below this label
 * @param onLine the part of a printed line that stands for {@code {}}
 * @param crossing rows × columns
 * @param marked options beside a label, the chosen ones with a mark
 * @param rows a row for each cell below a label
 * @param take which of several cells, the first when absent
 * @param type what the cell holds, text when absent
 * @param codes name of the code list, when the type needs one
 * @param parts how many codes a value of type path has
 * @param pattern what is printed around the value, which stands for {@code {}}: {@code {}人}; {@code {and}} stands for the second value
 * @param guards globs of facts that a doubt names where the path alone would name a whole group
 * @param optional true when the label need not be printed
 */
public record GridField(
        @JsonProperty(required = true) String to,
        String and,
        @JsonProperty("right-of") Label rightOf,
        @JsonProperty("left-of") Label leftOf,
        Label below,
        @JsonProperty("on-line") String onLine,
        GridLocator.Crossing crossing,
        GridLocator.Marked marked,
        GridLocator.Rows rows,
        GridLocator.Take take,
        GridType type,
        @CodeListName String codes,
        Integer parts,
        String pattern,
        @FactGlobs List<String> guards,
        boolean optional) {

    /**
     * Absent take and type are their defaults.
     *
     * @throws IllegalArgumentException when not exactly one locator is given
     */
    public GridField {
        long given = Stream.of(rightOf, leftOf, below, onLine, crossing, marked, rows)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "field «" + to + "» needs exactly one of right-of, left-of, below, on-line, "
                            + "crossing, marked, rows; given are " + given);
        }
        take = take == null ? GridLocator.Take.FIRST : take;
        type = type == null ? GridType.TEXT : type;
        guards = guards == null ? List.of() : List.copyOf(guards);
    }

    /** The same field, all its facts under a path that ends with a slash. */
    GridField under(String at) {
        return new GridField(
                at + to,
                and == null ? null : at + and,
                rightOf,
                leftOf,
                below,
                onLine,
                crossing,
                marked,
                rows,
                take,
                type,
                codes,
                parts,
                pattern,
                guards.stream().map(g -> at + g).toList(),
                optional);
    }

    /** Where the field stands. */
    public GridLocator locator() {
        if (rightOf != null) {
            return new GridLocator.RightOf(rightOf, take);
        }
        if (leftOf != null) {
            return new GridLocator.LeftOf(leftOf);
        }
        if (below != null) {
            return new GridLocator.Below(below);
        }
        if (onLine != null) {
            return new GridLocator.OnLine(onLine);
        }
        return Stream.<GridLocator>of(crossing, marked, rows)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Every label that the field needs, outermost first. */
    public List<Label> labels() {
        return locator().labels();
    }
}
