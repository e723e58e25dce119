package org.jigyo.serve.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.Table;

/**
 * The content of the page of a stored query.
 *
 * @param title title of the query
 * @param description details; may be empty
 * @param language language of the page, ja or en
 * @param action address of the form and, with a format, of the data
 * @param fields fields of the form
 * @param table the answer; only the first {@link #SHOWN} rows
 * @param pictures what the answer looks like; may be empty
 * @param embedding how other sites show the pictures; null if they cannot
 * @param switches name → address of this page with another length of the bars; the current one has no address
 * @param scales name → address of this page with amounts in another scale; the current one has no address
 * @param links label → address of the same data in other formats
 * @param snippets program → text that loads the same data into it
 * @param detail error in the input; empty if there is none
 * @param help what to do about it, in the language of the page; empty if the detail says it
 * @param release id of the release
 */
public record TablePage(
        String title,
        String description,
        String language,
        String action,
        List<Field> fields,
        Table table,
        List<Picture> pictures,
        Embedding embedding,
        Map<String, String> switches,
        Map<String, String> scales,
        Map<String, String> links,
        Map<String, String> snippets,
        String detail,
        String help,
        String release)
        implements InLanguage {

    /** Maximum number of rows on a page; the data contain all. */
    public static final int SHOWN = 500;

    /** The label of the form's button. */
    public String button() {
        return say("表示", "Show");
    }

    /** What was asked, without the language: parameters that the language can be appended to. */
    public String asked() {
        Map<String, String> given = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.name().equals("lang") && !field.value().isEmpty())
                .forEach(field -> given.put(field.name(), field.value()));
        return Asked.parameters(given);
    }

    /** The fields that a reader fills in; the language is that of the page. */
    public List<Field> asking() {
        return fields.stream().filter(field -> !field.name().equals("lang")).toList();
    }

    /** The number of rows, and how many of them are shown. */
    public String caption() {
        String more = table.total() > SHOWN ? say("（先頭の" + SHOWN + "件を表示）", ", the first " + SHOWN) : "";
        return rows(table.total()) + more;
    }

    /**
     * A field of the form.
     *
     * @param hint what it means
     * @param values values to choose from, value → label; empty for free text
     */
    public record Field(String name, String label, String hint, String value, Map<String, String> values) {}
}
