package org.jigyo.serve.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Scale;

/**
 * Makes the view of what a search found.
 *
 * @param words what was searched for
 * @param chosen what the results are narrowed by
 * @param display how the page shows things
 */
record SearchResults(String words, Map<Facet, String> chosen, Display display) {

    /** Number of groups on a page. */
    static final int PAGE = 20;

    /** Maximum number of values of a facet. */
    private static final int VALUES = 10;

    /** Maximum number of characters of a text. */
    private static final int EXCERPT = 160;

    /**
     * The view.
     *
     * @param found all groups
     * @param cut whether there were more hits
     * @param number number of the page, from 1
     */
    SearchView view(List<Found> found, boolean cut, int number, String release) {
        List<Found> narrowed = found.stream().filter(group -> group.has(chosen)).toList();
        int last = Math.max(1, (narrowed.size() + PAGE - 1) / PAGE);
        int page = Math.max(1, Math.min(number, last));
        Lit lit = new Lit(words);
        Map<String, String> downloads = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            for (String format : List.of("CSV", "JSON")) {
                downloads.put(format, address(Map.of()) + "&format=" + format.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return new SearchView(
                display.language(),
                words,
                asked(chosen),
                chosen.keySet().stream().map(facet -> chosen(facet, found)).toList(),
                facets(narrowed),
                narrowed.stream()
                        .skip((page - 1L) * PAGE)
                        .limit(PAGE)
                        .map(group -> group(group, lit))
                        .toList(),
                (page - 1) * PAGE + 1,
                narrowed.size(),
                cut,
                page == 1 ? null : address(chosen) + "&page=" + (page - 1),
                page == last ? null : address(chosen) + "&page=" + (page + 1),
                downloads,
                release);
    }

    private SearchView.Chosen chosen(Facet facet, List<Found> found) {
        Map<Facet, String> others = new TreeMap<>(chosen);
        String key = others.remove(facet);
        String value = found.stream()
                .flatMap(group -> group.values().getOrDefault(facet, Set.of()).stream())
                .filter(known -> facet.key(known).equals(key))
                .findFirst()
                .orElse(null);
        return new SearchView.Chosen(
                facet.in(display.language()), value == null ? key : label(facet, value), address(others));
    }

    /** The facets that are not chosen and would narrow the results. */
    private List<SearchView.Choices> facets(List<Found> narrowed) {
        List<SearchView.Choices> facets = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            narrowed.forEach(group -> group.values()
                    .getOrDefault(facet, Set.of())
                    .forEach(value -> counts.merge(value, 1, Integer::sum)));
            boolean narrows = counts.values().stream().anyMatch(count -> count < narrowed.size());
            if (!chosen.containsKey(facet) && narrows) {
                facets.add(new SearchView.Choices(
                        facet.in(display.language()),
                        counts.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .limit(VALUES)
                                .map(entry -> choice(facet, entry.getKey(), entry.getValue()))
                                .toList()));
            }
        }
        return facets;
    }

    private SearchView.Choice choice(Facet facet, String value, int count) {
        Map<Facet, String> narrower = new TreeMap<>(chosen);
        narrower.put(facet, facet.key(value));
        return new SearchView.Choice(label(facet, value), count, address(narrower));
    }

    private String label(Facet facet, String value) {
        if (facet == Facet.YEAR) {
            return value;
        }
        String name = display.name().apply(value);
        return name == null ? facet.key(value) : facet == Facet.GOAL ? facet.key(value) + " " + name : name;
    }

    private SearchView.Group group(Found group, Lit lit) {
        Found.Hit first = group.hits().get(0);
        String newest = group.newest();
        BigDecimal yen = newest == null ? null : group.settled().get(newest);
        return new SearchView.Group(
                lit.in(group.name().text(), EXCERPT),
                display.href().apply(group.iri()),
                group.name().language(),
                group.project() ? facts(group) : (kind(first.type()) + " " + facts(group)).strip(),
                yen == null
                        ? null
                        : display.say("決算額 ", "Settled ") + Scale.grouped(yen) + " " + Scale.YEN.in(display.language())
                                + display.say("（" + newest + "年度）", " (" + newest + ")"),
                yen == null ? null : yen.toPlainString(),
                group.telling(chosen.get(Facet.KIND)).stream()
                        .map(hit -> new SearchView.Line(
                                kind(hit.type()),
                                lit.in(hit.text().text(), EXCERPT),
                                display.href().apply(hit.iri()),
                                hit.text().language()))
                        .toList());
    }

    private String facts(Found group) {
        String cities = group.values().getOrDefault(Facet.CITY, Set.of()).stream()
                .map(city -> label(Facet.CITY, city))
                .collect(Collectors.joining(" "));
        String years = String.join(", ", group.values().getOrDefault(Facet.YEAR, Set.of()));
        return (cities + " " + years).strip() + (years.isEmpty() ? "" : display.say("年度", ""));
    }

    private String kind(String type) {
        return type.isEmpty() ? "" : label(Facet.KIND, type);
    }

    /** The address of the first page of results narrowed by these choices. */
    private String address(Map<Facet, String> choices) {
        return "/search?" + asked(choices) + "lang=" + display.language();
    }

    private String asked(Map<Facet, String> choices) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            asked.put("q", words);
        }
        choices.forEach((facet, key) -> asked.put(facet.parameter(), key));
        return Asked.parameters(asked);
    }
}
