package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.OwnKey;

/**
 * A form as data: one file serves a form for as many years as it is printed. Exactly one of {@code script},
 * {@code sequence}, {@code grid} and {@code tree} says how it is read; a {@code grid} beside a {@code script} or a
 * {@code sequence} decides on ruled pages what the drawing order leaves open.
 *
 * @param id file name without its ending
 * @param title name of the form
 * @param city local government code, six digits
 * @param form id of the form, the same in all layouts that read it
 * @param applies phrases of which every one must be printed on a page for the layout to apply, compared without blanks
 * @param absent phrases of which none may be printed there
 * @param identity what tells the projects of a year apart: facts of the head, number and name when absent
 * @param context what the form does not print
 * @param codes code lists by name
 * @param marks sets of marks by name
 * @param identities sums that the form promises
 * @param fill expected share of sheets (0 to 1) that fill a path or glob, watched over a run of at least ten sheets
 * @param otherPages phrases of pages that belong to no sheet: a cover, a table of contents
 * @param ignore printed phrases that are neither label nor value
 * @param keys the layout's own {@code x.} keys with their names and what they are like
 * @param script the form in drawing order, or null
 * @param sequence the form as one order of cells that pages cut, or null
 * @param grid the form as cells, or null
 * @param tree the places of a plan with their projects, or null
 */
public record Layout(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Labels title,
        @JsonProperty(required = true) String city,
        @JsonProperty(required = true) String form,
        @JsonProperty(required = true) List<String> applies,
        List<String> absent,
        List<String> identity,
        FormContext context,
        Map<String, CodeList> codes,
        Map<String, MarkSet> marks,
        List<Identity> identities,
        Map<String, Double> fill,
        @JsonProperty("other-pages") List<String> otherPages,
        List<String> ignore,
        Map<String, OwnKey> keys,
        Script script,
        Sequence sequence,
        Grid grid,
        Tree tree) {

    /** What tells the projects of a form with numbers apart. */
    public static final List<String> NUMBERED = List.of("number", "name");

    /** What may tell projects apart: what the registry knows a project by. */
    public static final List<String> IDENTIFYING = List.of("number", "name", "department");

    /** Absent sections are empty. */
    public Layout {
        applies = applies == null ? List.of() : List.copyOf(applies);
        absent = absent == null ? List.of() : List.copyOf(absent);
        identity = identity == null ? NUMBERED : List.copyOf(identity);
        codes = codes == null ? Map.of() : Map.copyOf(codes);
        marks = marks == null ? Map.of() : Map.copyOf(marks);
        identities = identities == null ? List.of() : List.copyOf(identities);
        fill = fill == null ? Map.of() : Map.copyOf(fill);
        otherPages = otherPages == null ? List.of() : List.copyOf(otherPages);
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        keys = keys == null ? Map.of() : Map.copyOf(keys);
    }

    /** The facts without which a sheet cannot be told from others, and is held back. */
    public List<String> required() {
        List<String> required = new ArrayList<>(List.of("fiscalYear"));
        required.addAll(identity);
        return required;
    }
}
