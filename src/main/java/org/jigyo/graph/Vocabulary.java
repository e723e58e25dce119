package org.jigyo.graph;

import java.util.List;

/**
 * The part of the vocabulary graph that belongs to no city: the bundled ontology, years, concepts of layouts' own keys.
 */
public final class Vocabulary {

    private Vocabulary() {}

    /**
     * Splits a city's vocabulary.
     *
     * @param all all of it
     * @param own true for the things of the city alone, false for those that other cities may share
     */
    public static Statements part(Statements all, GraphBase base, boolean own) {
        Statements part = new Statements();
        all.subjects().stream()
                .filter(thing -> CityGraphs.common(base, thing) != own)
                .forEach(thing -> part.addAll(thing, all));
        return part;
    }

    /**
     * Joins the common vocabulary of all cities with the ontology. If several cities describe a thing, the first
     * description counts.
     *
     * @param common each city's common part, as Turtle without prefixes, in the order of the cities' codes
     */
    public static Statements join(List<byte[]> common) {
        Statements joined = new Statements().addAll(Codes.shipped());
        for (byte[] turtle : common) {
            Statements city = Turtle.parse(turtle);
            List.copyOf(city.subjects()).stream()
                    .filter(thing -> !joined.has(thing))
                    .forEach(thing -> joined.addAll(thing, city));
        }
        return joined;
    }
}
