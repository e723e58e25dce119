package org.jigyo.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.registry.Names;

/** The lists in ontology/ about indicators: units, and the indicators shared by projects and cities. */
final class IndicatorLists {

    /**
     * The meaning of a printed indicator; null for what the lists do not contain.
     *
     * @param concept the shared indicator
     * @param unit the unit without a qualifier such as 以内
     * @param improvement the direction from the printed unit, or else from the shared indicator
     * @param basis whether the unit prints the direction, or the shared indicator has it; null without a direction
     * @param accumulation from the printed name, or else from the shared indicator
     */
    record Meaning(IRI concept, IRI unit, IRI improvement, IRI basis, IRI accumulation) {}

    /** A word with the concept it expresses. */
    private record Mark(String word, IRI concept) {}

    /** The basis of what a form prints. */
    static final IRI PRINTED = Iris.iri(Iris.CODE + "link-basis/printed");

    private static final IRI IMPROVEMENT = Iris.jg("improvement");
    private static final IRI UNKNOWN = Iris.iri(Iris.CODE + "improvement/unknown");
    private static final IRI ACCUMULATION = Iris.jg("accumulation");

    private final Statements shipped;
    private final Map<String, IRI> units = new HashMap<>();
    private final Map<String, IRI> indicators = new HashMap<>();
    private final List<Mark> directions;
    private final List<Mark> accumulations;

    IndicatorLists(Statements shipped) {
        this.shipped = shipped;
        concepts("unit").forEach(unit -> labels(unit).forEach(label -> units.put(Names.unit(label), unit)));
        concepts("indicator")
                .forEach(indicator -> labels(indicator)
                        .forEach(label -> shipped.objects(indicator, Iris.jg("unitConcept"))
                                .forEach(unit -> indicators.put(key(label, unit), indicator))));
        directions = marks("improvement");
        accumulations = marks("accumulation");
    }

    /** The meaning of an indicator, from its printed name and unit, each of which may be null. */
    Meaning of(String name, String printedUnit) {
        String text = Names.unit(printedUnit);
        Mark bound = directions.stream()
                .filter(mark -> text.endsWith(mark.word()))
                .findFirst()
                .orElse(new Mark("", null));
        IRI unit = units.get(text.substring(0, text.length() - bound.word().length()));
        IRI concept = unit == null ? null : indicators.get(key(name, unit));
        IRI over = accumulations.stream()
                .filter(mark -> name != null && name.contains(mark.word()))
                .map(Mark::concept)
                .findFirst()
                .orElse(said(concept, ACCUMULATION));
        boolean printed = bound.concept() != null;
        IRI direction = printed ? bound.concept() : said(concept, IMPROVEMENT);
        boolean known = direction != null && !direction.equals(UNKNOWN);
        IRI basis = !known ? null : printed ? PRINTED : Iris.iri(Iris.CODE + "link-basis/derived");
        return new Meaning(concept, unit, direction, basis, over);
    }

    private IRI said(IRI concept, IRI property) {
        return concept == null ? null : (IRI) shipped.object(concept, property);
    }

    private List<Mark> marks(String list) {
        List<Mark> marks = new ArrayList<>();
        concepts(list)
                .forEach(concept -> shipped.objects(concept, Iris.jg("printedMark"))
                        .forEach(word -> marks.add(new Mark(word.stringValue(), concept))));
        // If a name contains both, 累計 takes precedence over 年間.
        marks.sort(Comparator.comparing(mark -> mark.concept().stringValue()));
        return List.copyOf(marks);
    }

    private Stream<IRI> concepts(String list) {
        return shipped.subjects().stream()
                .filter(subject -> subject.stringValue().startsWith(Iris.CODE + list + "/"));
    }

    private Stream<String> labels(IRI concept) {
        return Stream.concat(
                        shipped.objects(concept, Iris.skos("prefLabel")),
                        shipped.objects(concept, Iris.skos("altLabel")))
                .filter(label -> label.toString().endsWith("@ja"))
                .map(Value::stringValue);
    }

    private static String key(String name, Value unit) {
        return Names.plain(name) + "\n" + unit.stringValue();
    }
}
