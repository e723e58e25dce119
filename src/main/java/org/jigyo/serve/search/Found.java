package org.jigyo.serve.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.serve.table.Rows;

/**
 * What a search found: a project with all that belongs to it, or a thing that belongs to none.
 *
 * @param iri the project or thing
 * @param name its name
 * @param hits what was found of it, the best first; contains the project itself if its name matches
 * @param values what it can be narrowed by: years and IRIs
 * @param settled settled cost by year
 */
record Found(
        String iri, Rows.Term name, List<Hit> hits, Map<Facet, Set<String>> values, Map<String, BigDecimal> settled) {

    private static final String PROJECT = "https://w3id.org/jigyo/ns#Project";

    /** Sheets are called after their project. */
    private static final String SHEET = "https://w3id.org/jigyo/ns#Sheet";

    /**
     * A thing whose text matches.
     *
     * @param text one of its names or texts
     * @param type IRI of its class; empty if it has none with a label
     */
    record Hit(String iri, Rows.Term text, String type) {}

    /** The groups of an answer of {@code search.rq}, in the order of their best hits. */
    static List<Found> of(Rows answer) {
        Map<String, Found> groups = new LinkedHashMap<>();
        for (Map<String, Rows.Term> row : answer.rows()) {
            Rows.Term thing = row.get("thing");
            Rows.Term text = row.getOrDefault("label", thing);
            String type = row.containsKey("type") ? row.get("type").text() : "";
            Rows.Term group = row.getOrDefault("of", thing);
            Rows.Term name = row.getOrDefault("ofLabel", text);
            Found found = groups.computeIfAbsent(
                    group.text(),
                    iri -> new Found(iri, name, new ArrayList<>(), new EnumMap<>(Facet.class), new LinkedHashMap<>()));
            found.hits().add(new Hit(thing.text(), text, type));
            found.add(Facet.KIND, type);
        }
        return List.copyOf(groups.values());
    }

    private void add(Facet facet, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(facet, any -> new TreeSet<>()).add(value);
        }
    }

    /** True if it is a project, whether its own name matches or something that belongs to it. */
    boolean project() {
        return hits.stream()
                .anyMatch(hit -> !hit.iri().equals(iri) || hit.type().equals(PROJECT));
    }

    /** Adds to groups what {@code search-projects.rq} says of them. */
    static void describe(List<Found> groups, Rows facts) {
        Map<String, Found> byIri = groups.stream().collect(Collectors.toMap(Found::iri, group -> group));
        for (Map<String, Rows.Term> row : facts.rows()) {
            Found group = byIri.get(row.get("thing").text());
            String facet = row.get("facet").text();
            String value = row.get("value").text();
            if (facet.equals("yen")) {
                group.settled().put(value, new BigDecimal(row.get("yen").text()));
            } else {
                Stream.of(Facet.values())
                        .filter(known -> known.parameter().equals(facet))
                        .forEach(known -> group.add(known, value));
            }
        }
    }

    /** True if it has all chosen values. */
    boolean has(Map<Facet, String> chosen) {
        return chosen.entrySet().stream()
                .allMatch(choice -> values.getOrDefault(choice.getKey(), Set.of()).stream()
                        .anyMatch(value -> choice.getKey().key(value).equals(choice.getValue())));
    }

    /** The newest year with a settled cost; null if there is none. */
    String newest() {
        return settled.keySet().stream().max(String::compareTo).orElse(null);
    }

    /** The hits that say more than the name of the group, of a kind if one is chosen. */
    List<Hit> telling(String kind) {
        return hits.stream()
                .filter(hit -> kind == null || Facet.KIND.key(hit.type()).equals(kind))
                .filter(hit -> kind != null || !hit.type().equals(SHEET))
                .filter(hit -> !hit.text().text().equals(name.text()))
                .toList();
    }
}
