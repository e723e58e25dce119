package org.jigyo.queries;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFParser;
import org.jigyo.sheet.PrintedIndicator;

/** Whether a value meets what it is compared with, by the reviewed lists as a reader of the Turtle understands them. */
final class Outcomes {

    private static final Map<String, String> DIRECTIONS = read("jg:improvement/skos:notation");

    /** Name and unit → code of the indicator that cities share. */
    private static final Map<String, String> SHARED = read("skos:notation");

    private Outcomes() {}

    private static Map<String, String> read(String said) {
        Model lists = ModelFactory.createDefaultModel();
        List.of("codes.ttl", "indicators.ttl", "units.ttl")
                .forEach(file -> RDFParser.source(Path.of("ontology", file)).parse(lists.getGraph()));
        Map<String, String> read = new TreeMap<>();
        String query = """
                PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?name ?unit ?said {
                  ?indicator skos:inScheme <https://w3id.org/jigyo/code/indicator> ; skos:prefLabel|skos:altLabel ?name .
                  ?indicator %s ?said ; jg:unitConcept/(skos:prefLabel|skos:altLabel) ?unit
                  FILTER(LANG(?name) = "ja" && LANG(?unit) = "ja")
                }
                """.formatted(said);
        try (var execution = QueryExecutionFactory.create(query, lists)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> read.put(
                            letters(row.getLiteral("name").getString()) + " "
                                    + row.getLiteral("unit").getString(),
                            row.getLiteral("said").getString()));
        }
        return read;
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The code of the indicator that cities share which this one is by name and unit, or null. */
    static String shared(PrintedIndicator indicator) {
        return SHARED.get(letters(indicator.name()) + " " + unit(indicator).replaceFirst("以内$", ""));
    }

    private static String unit(PrintedIndicator indicator) {
        return indicator.unit() == null ? "" : Normalizer.normalize(indicator.unit(), Normalizer.Form.NFKC);
    }

    /** Which way a value improves: more, less, or another word. */
    static String direction(PrintedIndicator indicator) {
        return unit(indicator).endsWith("以内")
                ? "less"
                : DIRECTIONS.getOrDefault(letters(indicator.name()) + " " + unit(indicator), "unknown");
    }

    /** missed, met, or unknown where the direction is, or is none. */
    static String of(PrintedIndicator indicator, BigDecimal goal, BigDecimal actual) {
        String direction = direction(indicator);
        int beyond = actual.compareTo(goal) * (direction.equals("less") ? -1 : 1);
        return !direction.equals("more") && !direction.equals("less") ? "unknown" : beyond < 0 ? "missed" : "met";
    }

    /** missed or unknown for two years, or null where one was met or the values leave their targets on different sides. */
    static String of(PrintedIndicator indicator, int year) {
        BigDecimal[] aims = {
            Records.value(indicator, IndicatorCases.comparator(indicator, year), year),
            Records.value(indicator, IndicatorCases.comparator(indicator, year - 1), year - 1)
        };
        BigDecimal[] actuals = {Records.value(indicator, "actual", year), Records.value(indicator, "actual", year - 1)};
        for (int i = 0; i < 2; i++) {
            if (aims[i] == null || actuals[i] == null || aims[i].compareTo(actuals[i]) == 0) {
                return null;
            }
        }
        String outcome = of(indicator, aims[0], actuals[0]);
        boolean sameSide = actuals[0].compareTo(aims[0]) == actuals[1].compareTo(aims[1]);
        return sameSide && !outcome.equals("met") ? outcome : null;
    }
}
