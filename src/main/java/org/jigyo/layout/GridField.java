package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field of a grid: what it is, and where it is located relative to a printed label. Exactly one locator is given.
 *
 * @param to path of the fact; {@code {code}}, {@code {value}}, {@code {n}}, {@code {row}}, {@code {is}}, {@code {year}}
 * and {@code {label}} are replaced by what is found
 * @param and path of the second fact of the types coded and with-unit
 * @param rightOf the cell to the right of this label
 * @param leftOf the cell to the left of this label
 * @param below the cell below this label
 * @param onLine a printed line as a pattern, with {@code {}} for the value and the names of {@code with}
 * @param inFileName the file's name without its ending as a pattern, with {@code {}} for the value and the names of
 * {@code with}
 * @param crossing rows × columns
 * @param marked options next to a label, of which the chosen ones have a mark
 * @param rows one row for each cell below a label
 * @param take which of several cells; the first if absent
 * @param row which of the rows to the right of a label that spans several, from 1
 * @param type type of the cell; text if absent
 * @param codes name of the code list, if the type needs one
 * @param parts number of codes in a value of type path
 * @param pattern the text printed around the values: {@code {}} is the field's own value, {@code {name}} one of
 * {@code with}; of several patterns the first that fits applies
 * @param with further values of the cell, by their names in the pattern
 * @param split how several values are separated: {@code line}, {@code item} (lines that begin with ・ ① (1)), or the
 * separator
 * @param marks name of the mark set, for the type options
 * @param currency currency unit of the amounts if it differs from the form's: 円, 千円; or the printed text with
 * {@code {unit}} in its place
 * @param year offset of the year of its facts from the evaluated year, if no label prints it
 * @param continued true if the text may continue on the next page, under its repeated label or in a cell without a
 * label
 * @param guards globs of facts named by a doubt, where the path alone would cover a whole group
 * @param optional true if the label may be missing
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
        Integer row,
        GridType type,
        @NamedIn("codes") String codes,
        Integer parts,
        Label pattern,
        Map<String, CellValue> with,
        String split,
        @NamedIn("marks") String marks,
        Label currency,
        Integer year,
        boolean continued,
        @FactGlobs List<String> guards,
        boolean optional)
        implements CellContent {

    /**
     * Sets the defaults of take and type.
     *
     * @throws IllegalArgumentException if not exactly one locator is given
     */
    public GridField {
        long given = Stream.of(rightOf, leftOf, below, onLine, inFileName, crossing, marked, rows)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "field «" + to + "» needs exactly one of right-of, left-of, below, on-line, in-file-name, "
                            + "crossing, marked, rows to say where it is printed; given: " + given);
        }
        take = take == null ? GridLocator.Take.FIRST : take;
        type = type == null ? GridType.TEXT : type;
        with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
        guards = guards == null ? List.of() : List.copyOf(guards);
    }

    /** The same field with a prefix before the paths of all its facts. The prefix ends with a slash. */
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
                row,
                type,
                codes,
                parts,
                pattern,
                under(at, with),
                split,
                marks,
                currency,
                year,
                continued,
                guards.stream().map(g -> at + g).toList(),
                optional);
    }

    /** Further values of a cell with a prefix before their paths. */
    static Map<String, CellValue> under(String at, Map<String, CellValue> values) {
        Map<String, CellValue> under = new LinkedHashMap<>();
        values.forEach((name, value) -> under.put(name, value.under(at)));
        return under;
    }

    /** The locator of the field. */
    public GridLocator locator() {
        if (rightOf != null) {
            return new GridLocator.RightOf(rightOf, take, row);
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

    /** The offset of the year of its facts from the evaluated year, given by the layout or by its label; null if neither gives one. */
    public Integer ofYear() {
        return year == null ? labelledYear() : year;
    }

    /** The offset from the evaluated year of the single year printed in its label, its line or the file's name; null if there is none. */
    public Integer labelledYear() {
        List<Integer> offsets = wordings()
                .flatMap(w -> YearTemplate.PLACE.matcher(w).results())
                .map(m -> YearTemplate.offset(m.group(1)))
                .distinct()
                .toList();
        return offsets.size() == 1 ? offsets.get(0) : null;
    }

    private Stream<String> wordings() {
        return onLine != null || inFileName != null
                ? Stream.of(onLine == null ? inFileName : onLine)
                : Stream.of(rightOf, leftOf, below).filter(Objects::nonNull).flatMap(l -> l.wordings().stream());
    }

    /** All labels that the field needs, outermost first. */
    public List<Label> labels() {
        return locator().labels();
    }
}
