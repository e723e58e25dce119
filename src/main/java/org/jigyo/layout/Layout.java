package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.OwnKey;

/**
 * A form as data. One file serves a form for as long as the city prints it. Exactly one of {@code script},
 * {@code sequence}, {@code grid} and {@code tree} describes how it is read; a {@code grid} in addition to a
 * {@code script} or {@code sequence} decides, on ruled pages, what the drawing order leaves open.
 *
 * @param id file name without its ending
 * @param draft true for a proposal that no person has confirmed: its records say so, and nothing is published with it
 * @param title name of the form
 * @param city local government code, six digits
 * @param form id of the form, the same in all layouts that read it
 * @param applies phrases that must all be printed on a page for the layout to apply, compared without spaces
 * @param absent phrases that must not be printed on such a page
 * @param identity the facts that identify a project within a year; number and name if absent
 * @param context facts that the form does not print
 * @param codes code lists by name
 * @param marks mark sets by name
 * @param identities sums that hold on the form
 * @param fill expected share of sheets (0 to 1) that fill a path or glob, checked over a run of at least ten sheets
 * @param otherPages phrases of pages that belong to no sheet: a cover, a table of contents
 * @param ignore printed phrases that are neither label nor value
 * @param keys the layout's own {@code x.} keys with their names and meaning
 * @param script the form in drawing order, or null
 * @param sequence the form as one sequence of cells across pages, or null
 * @param grid the form as cells, or null
 * @param tree the plan's elements with their projects, or null
 */
public record Layout(
        @JsonProperty(required = true) String id,
        boolean draft,
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

    /** The default identity, for forms that print numbers. */
    public static final List<String> NUMBERED = List.of("number", "name");

    /** The facts that an identity may use: those by which the registry knows a project. */
    public static final List<String> IDENTIFYING = List.of("number", "name", "department");

    /** Turns absent sections into empty ones. */
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

    /** The facts that identify a sheet; without them it is held back. */
    public List<String> required() {
        List<String> required = new ArrayList<>(List.of("fiscalYear"));
        required.addAll(identity);
        return required;
    }

    /** What the form prints as the layout knows it: phrases, labels, headings, options, and what is ignored or dropped. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>(applies);
        words.addAll(ignore);
        codes.values().forEach(c -> words.addAll(c.values().keySet()));
        if (grid != null) {
            grid.labels().forEach(l -> words.addAll(l.wordings()));
        }
        return words;
    }

    /** Yen per unit of the form's amounts; null if the layout does not say it. */
    public Integer currencyUnit() {
        return context == null ? null : context.currencyUnit();
    }
}
