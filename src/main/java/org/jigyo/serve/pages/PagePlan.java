package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Bundled;

/**
 * What a page consists of: answers of stored queries, one below the other. The plans are {@code pages/*.yml}; the same
 * queries are REST operations, so that whatever a page shows can be asked for as data.
 *
 * @param things paths of the things whose documents it heads, such as {@code project/{project}}; none if it has an address of its own
 * @param address its own address, without the first slash; null for things
 * @param title en and ja; null for things, which have a name
 * @param about the thing that a page with an address of its own is about: an IRI, or the end of one below {@code id/}, with
 *     variables of the path in braces; null for none
 * @param template name of the file in src/main/jte that renders it
 * @param lead one sentence about the page, or of what kind the thing is, en and ja; may be null
 * @param links pages that belong to it; may be null
 * @param years whether the reader chooses the year, among those of the city that the page is about
 * @param sections its parts
 */
record PagePlan(
        List<String> things,
        String address,
        Map<String, String> title,
        String about,
        String template,
        Map<String, String> lead,
        List<Link> links,
        boolean years,
        List<Section> sections) {

    PagePlan {
        things = things == null ? List.of() : List.copyOf(things);
        template = template == null ? "page" : template;
        links = links == null ? List.of() : List.copyOf(links);
        sections = List.copyOf(sections);
    }

    /**
     * Another page.
     *
     * @param address without the first slash, or absolute, with variables of the path in braces
     * @param title en and ja
     */
    record Link(String address, Map<String, String> title) {}

    /**
     * The answer of a stored query.
     *
     * @param query name of the query
     * @param title its heading, en and ja; null for the summary of the query
     * @param lead one sentence about it, en and ja; may be null
     * @param with values of its parameters, with variables of the path in braces
     * @param columns the columns that its table shows, in this order; all if there are none
     * @param rows how many rows of its table to show
     * @param as how it is shown; pictures with the table below them, unless stated
     */
    record Section(
            String query,
            Map<String, String> title,
            Map<String, String> lead,
            Map<String, String> with,
            List<String> columns,
            int rows,
            Presentation as) {

        Section {
            with = with == null ? Map.of() : Map.copyOf(with);
            columns = columns == null ? List.of() : List.copyOf(columns);
            as = as == null ? Presentation.PICTURES : as;
        }

        /** The values of the query's parameters on a page. */
        Map<String, String> given(Map<String, String> path) {
            Map<String, String> given = new LinkedHashMap<>();
            with.forEach((name, value) -> given.put(name, filled(value, path)));
            return given;
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final List<PagePlan> ALL = load();

    private static List<PagePlan> load() {
        JsonMapper yaml = JsonMapper.builder(new YAMLFactory())
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        List<PagePlan> plans = new ArrayList<>();
        try {
            for (byte[] file : Bundled.files("/pages", ".yml").values()) {
                plans.add(yaml.readValue(file, PagePlan.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plans;
    }

    /** All plans. */
    static List<PagePlan> all() {
        return ALL;
    }

    /**
     * A plan, and the variables of the path that it matched. For a page about a thing these include its IRI as {@code iri},
     * and in headings {@code name} stands for its name.
     *
     * @param about the thing that the page is about, as {@link PagePlan#about}; null for none
     */
    record Match(PagePlan plan, Map<String, String> path, String about) {

        /** The IRI of the thing that the page is about; empty if it is about none. */
        Optional<String> iri(String base) {
            return Optional.ofNullable(about).map(thing -> thing.contains("://") ? thing : base + "id/" + thing);
        }

        /** With the IRI of the thing that it is about. */
        Match over(String base) {
            return iri(base).map(iri -> with("iri", iri)).orElse(this);
        }

        /** With the name of the thing that it is about. */
        Match named(String name) {
            return with("name", name);
        }

        private Match with(String variable, String value) {
            Map<String, String> more = new LinkedHashMap<>(path);
            more.put(variable, value);
            return new Match(plan, more, about);
        }

        String title(String language) {
            return filled(plan.title().get(language), path);
        }

        String lead(String language) {
            return plan.lead() == null ? "" : filled(plan.lead().get(language), path);
        }

        /**
         * The pages that belong to it: address → title.
         *
         * @param asked parameters that go along to pages of this server, each followed by an ampersand
         */
        Map<String, String> links(String language, String asked) {
            Map<String, String> links = new LinkedHashMap<>();
            plan.links().forEach(link -> {
                String address = filled(link.address(), path);
                links.put(
                        address.contains("://") ? address : "/" + address + "?" + asked + "lang=" + language,
                        filled(link.title().get(language), path));
            });
            return links;
        }
    }

    /** The plan for the document of a thing. */
    static Optional<Match> ofThing(String path) {
        return ALL.stream()
                .flatMap(plan -> plan.things().stream()
                        .flatMap(thing -> matched(thing, path).stream())
                        .map(values -> new Match(plan, values, path)))
                .findFirst();
    }

    /** The plan for an address, without the first slash. */
    static Optional<Match> at(String address) {
        return ALL.stream()
                .filter(plan -> plan.address() != null)
                .flatMap(plan -> matched(plan.address(), address).stream()
                        .map(values ->
                                new Match(plan, values, plan.about() == null ? null : filled(plan.about(), values))))
                .findFirst();
    }

    /** The variables of a template in a path; empty if the path is another one. */
    private static Optional<Map<String, String>> matched(String template, String path) {
        List<String> names =
                VARIABLE.matcher(template).results().map(name -> name.group(1)).toList();
        Matcher matcher = Pattern.compile("\\Q" + VARIABLE.matcher(template).replaceAll("\\\\E([^/]+?)\\\\Q") + "\\E")
                .matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }

    private static String filled(String text, Map<String, String> path) {
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(path.getOrDefault(name.group(1), name.group())));
    }
}
