package org.jigyo.serve.search;

import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.InLanguage;

/**
 * The content of the search page.
 *
 * @param language language of the page, ja or en
 * @param words what is searched for; empty if nothing
 * @param asked the parameters of this page without the language, each followed by an ampersand
 * @param chosen what the results are narrowed by
 * @param facets what they can be narrowed by
 * @param groups one page of what was found
 * @param first number of the first of them, from 1
 * @param count number of groups, narrowed
 * @param cut whether only the best hits were considered
 * @param previous address of the page before; null if this is the first
 * @param next address of the page after; null if this is the last
 * @param downloads name of a format → address of the hits in it
 * @param release id of the release
 */
public record SearchView(
        String language,
        String words,
        String asked,
        List<Chosen> chosen,
        List<Choices> facets,
        List<Group> groups,
        int first,
        int count,
        boolean cut,
        String previous,
        String next,
        Map<String, String> downloads,
        String release)
        implements InLanguage {

    /**
     * A choice that was made.
     *
     * @param facet its heading
     * @param label name of the value
     * @param without address of the results without it
     */
    public record Chosen(String facet, String label, String without) {}

    /**
     * The choices of a facet, the most frequent first.
     *
     * @param facet its heading
     */
    public record Choices(String facet, List<Choice> choices) {}

    /**
     * A value to choose.
     *
     * @param count how many of the results have it
     * @param href address of these
     */
    public record Choice(String label, int count, String href) {}

    /**
     * A project or another thing.
     *
     * @param title its name
     * @param language language of the name; null if none
     * @param facts its class, unless it is a project, its city and years
     * @param yen settled cost with unit and year; null if it has none
     * @param exact the amount; null if it has none
     * @param hits what matches, besides the name
     */
    public record Group(
            List<Lit.Part> title,
            String href,
            String language,
            String facts,
            String yen,
            String exact,
            List<Line> hits) {}

    /** A text that matches, with the class of what has it. */
    public record Line(String kind, List<Lit.Part> text, String href, String language) {}
}
