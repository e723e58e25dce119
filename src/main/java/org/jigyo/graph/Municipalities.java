package org.jigyo.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.EnvironmentException;
import org.jigyo.sheet.Labels;

/** Names and national codes of municipalities. The codes follow from the local government code by rule. */
final class Municipalities {

    private final Map<String, Labels> names = new TreeMap<>();

    /** Reads {@code registry/municipalities.tsv}: code, Japanese and English name. */
    static Municipalities load() {
        Municipalities all = new Municipalities();
        try (InputStream in = Municipalities.class.getResourceAsStream("/registry/municipalities.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        all.names.put(cells[0], new Labels(cells[1], cells[2]));
                    });
        } catch (IOException e) {
            throw new EnvironmentException("the resource registry/municipalities.tsv cannot be read", e);
        }
        return all;
    }

    void describe(Statements out, IRI body, String city) {
        Labels label = names.getOrDefault(city, new Labels(city, city));
        IRI identifier = Iris.iri(Iris.DCTERMS + "identifier");
        out.type(
                        body,
                        Iris.JG + "Municipality",
                        Iris.ORG + "FormalOrganization",
                        Iris.CV + "PublicOrganisation",
                        Iris.FOAF + "Agent")
                .add(body, Iris.skos("prefLabel"), Iris.ja(label.ja()))
                .add(body, Iris.skos("prefLabel"), Iris.en(label.en()))
                .add(body, Iris.iri(Iris.FOAF + "name"), Iris.ja(label.ja()))
                .add(body, Iris.iri(Iris.FOAF + "name"), Iris.en(label.en()))
                .add(body, Iris.jg("localGovernmentCode"), Iris.text(city))
                .add(body, identifier, Iris.text(city.substring(0, 5)))
                .add(body, Iris.jg("standardAreaCode"), Iris.iri(area(city)))
                .add(body, Iris.jg("corporateNumber"), Iris.text(corporateNumber(city)))
                .add(body, identifier, Iris.text(corporateNumber(city)));
    }

    /** IRI of the e-Stat standard area code: the area, not the organisation. */
    static String area(String city) {
        return "http://data.e-stat.go.jp/lod/sac/C" + city.substring(0, 5);
    }

    /**
     * Corporate number (法人番号) of a local government: 000020 and its code, preceded by a check digit (9 minus the
     * weighted digit sum modulo 9; weights 1 and 2 alternating from the right).
     */
    static String corporateNumber(String city) {
        String base = "000020" + city;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += Character.digit(base.charAt(11 - i), 10) * (i % 2 == 0 ? 1 : 2);
        }
        return (9 - sum % 9) + base;
    }
}
