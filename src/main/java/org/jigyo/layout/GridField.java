package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field of a grid: what it is, and where it stands relative to a printed label. Exactly one of the locators is given.
 *
 * @param to path of the fact; {@code {code}}, {@code {value}}, {@code {n}}, {@code {row}}, {@code {is}}, {@code {year}} and
 *     {@code {label}} stand for what is found
 * @param and path of the second fact of the types coded and with-unit
 * @param rightOf the cell right of this label
 * @param leftOf the cell left of this label
 * @param below the cell below this label
 * @param onLine the parts of a printed line that stand for {@code {}} and the names of {@code with}
 * @param inFileName the parts of the file's name, without its ending, that stand for {@code {}} and the names of {@code with}
 * @param crossing rows × columns
 * @param marked options beside a label, the chosen ones with a mark
 * @param rows a row for each cell below a label
 * @param take which of several cells, the first when absent
 * @param type what the cell holds, text when absent
 * @param codes name of the code list, when the type needs one
 * @param parts how many codes a value of type path has
 * @param pattern what is printed around the values: {@code {}} is the field's own, {@code {name}} one of {@code with}; the first of
 *     several that fits
 * @param with further values of the cell, by their names in the pattern
 * @param split how the cell holds several values: {@code line}, {@code item} (lines that begin with ・ ① (1)), or what stands between
 *     two of them
 * @param marks name of the set of marks, for the type options
 * @param currency the unit of the amounts when it is not the form's: 円, 千円; or what is printed with {@code {unit}} in its place
 * @param continued true when the text may go on on the next page: under its label printed again, or in a cell without one
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
        @JsonProperty("in-file-name") String inFileName,
        GridLocator.Crossing crossing,
        GridLocator.Marked marked,
        GridLocator.Rows rows,
        GridLocator.Take take,
        GridType type,
        @NamedIn("codes") String codes,
        Integer parts,
        Label pattern,
        Map<String, CellValue> with,
        String split,
        @NamedIn("marks") String marks,
        Label currency,
        boolean continued,
        @FactGlobs List<String> guards,
        boolean optional)
        implements CellContent {

    /**
     * Absent take and type are their defaults.
     *
     * @throws IllegalArgumentException when not exactly one locator is given
     */
    public GridField {
        long given = Stream.of(rightOf, leftOf, below, onLine, inFileName, crossing, marked, rows)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "field «" + to + "» needs exactly one of right-of, left-of, below, on-line, in-file-name, "
                            + "crossing, marked, rows; given are " + given);
        }
        take = take == null ? GridLocator.Take.FIRST : take;
        type = type == null ? GridType.TEXT : type;
        with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
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
                inFileName,
                crossing == null ? null : crossing.under(at),
                marked,
                rows,
                take,
                type,
                codes,
                parts,
                pattern,
                under(at, with),
                split,
                marks,
                currency,
                continued,
                guards.stream().map(g -> at + g).toList(),
                optional);
    }

    /** Further values of a cell, their facts under a path that ends with a slash. */
    static Map<String, CellValue> under(String at, Map<String, CellValue> values) {
        Map<String, CellValue> under = new LinkedHashMap<>();
        values.forEach((name, value) -> under.put(name, value.under(at)));
        return under;
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
        if (inFileName != null) {
            return new GridLocator.InFileName(inFileName);
        }
        return Stream.<GridLocator>of(crossing, marked, rows)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** How far the one year that the label beside a single cell prints lies from the evaluated one; null without such a label. */
    public Integer labelledYear() {
        if (Stream.of(rightOf, leftOf, below).allMatch(Objects::isNull)) {
            return null;
        }
        List<Integer> offsets = labels().get(0).wordings().stream()
                .flatMap(w -> YearTemplate.PLACE.matcher(w).results())
                .map(m -> YearTemplate.offset(m.group(1)))
                .distinct()
                .toList();
        return offsets.size() == 1 ? offsets.get(0) : null;
    }

    /** Every label that the field needs, outermost first. */
    public List<Label> labels() {
        return locator().labels();
    }
}
