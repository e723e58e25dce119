package org.jigyo.serve.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.query.QueryParameter;
import org.jigyo.serve.release.CurrentRelease;

/**
 * What a reader can choose from in a release.
 *
 * @param cities codes of the cities that have sheets → their names
 * @param years years of which there are sheets, the newest first, after «newest» and «all»; value → label
 * @param names names of things in the release
 */
record Choices(Map<String, String> cities, Map<String, String> years, DisplayNames names) {

    private static final Node ASKED_AS = NodeFactory.createURI("https://w3id.org/jigyo/dim#askedAs");
    private static final Node MUNICIPALITY = NodeFactory.createURI("https://w3id.org/jigyo/ns#municipality");
    private static final Node CODE = NodeFactory.createURI("https://w3id.org/jigyo/ns#localGovernmentCode");

    /** Reads the choices of a release; must be called within a transaction. */
    static Choices of(CurrentRelease.Loan loan, String language) {
        Graph data = loan.dataset().getDefaultGraph();
        DisplayNames names = new DisplayNames(data, language);
        SortedMap<String, String> cities = new TreeMap<>();
        SortedMap<String, String> years = new TreeMap<>(Collections.reverseOrder());
        data.find(Node.ANY, ASKED_AS, Node.ANY).forEach(asked -> {
            String year = asked.getObject().getLiteralLexicalForm();
            if (year.matches("\\d{4}")) {
                years.put(year, year);
            }
            data.find(asked.getSubject(), MUNICIPALITY, Node.ANY)
                    .forEach(of -> data.find(of.getObject(), CODE, Node.ANY)
                            .forEach(code ->
                                    cities.put(code.getObject().getLiteralLexicalForm(), names.of(of.getObject()))));
        });
        Map<String, String> all = new LinkedHashMap<>();
        boolean ja = language.equals("ja");
        all.put("newest", ja ? "最新（市ごと）" : "newest of each city");
        all.put("all", ja ? "すべて" : "all");
        all.putAll(years);
        return new Choices(cities, all, names);
    }

    /**
     * The label of a value.
     *
     * @param prefix the beginning of the IRI of the thing that it stands for; null if it stands for none
     */
    String named(String prefix, String value) {
        if (prefix == null) {
            return value;
        }
        String name = names.of(NodeFactory.createURI(prefix + value));
        return name.equals(value) || !Character.isDigit(value.charAt(0)) ? name : value + " " + name;
    }

    /** What stands for a parameter that is left out. */
    String any() {
        return names.language().equals("ja") ? "指定なし" : "any";
    }

    /** The values of a parameter of a type, value → label; empty if it is not chosen from a list. */
    Map<String, String> of(QueryParameter.Type type) {
        return switch (type) {
            case CITY -> cities;
            case YEARS -> years;
            default -> Map.of();
        };
    }
}
