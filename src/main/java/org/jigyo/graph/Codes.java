package org.jigyo.graph;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.Bundled;
import org.jigyo.registry.Appearance;
import org.jigyo.sheet.Labels;

/**
 * The code lists: those of ontology/, and the concepts that a layout's own keys (x.…) and a new city's scales need. What is minted
 * here goes into the vocabulary graph.
 */
public final class Codes {

    private static final IRI RECORD_KEY = Iris.jg("recordKey");

    private final Statements shipped;
    private final Map<String, Labels> labels;
    private final Map<String, IRI> byRecordKey;
    private final Statements minted = new Statements();

    /**
     * Reads the ontology from the class path.
     *
     * @param labels names of a layout's own keys: {@code texts/x.key}, {@code attributes/x.key}, {@code ratings/x.key}; of a city
     *     that the program does not know: {@code city/271004}
     */
    public Codes(Map<String, Labels> labels) {
        this(new Statements(), labels, new HashMap<>());
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            // Shapes are rules for checking, not part of what is published.
            if (!name.equals("shapes.ttl")) {
                shipped.addAll(Turtle.parse(bytes));
            }
        });
        for (IRI subject : shipped.subjects()) {
            for (Statements.Property p : shipped.of(subject)) {
                if (p.predicate().equals(RECORD_KEY)) {
                    byRecordKey.put(p.object().stringValue(), subject);
                }
            }
        }
    }

    private Codes(Statements shipped, Map<String, Labels> labels, Map<String, IRI> byRecordKey) {
        this.shipped = shipped;
        this.labels = labels;
        this.byRecordKey = byRecordKey;
    }

    /** The same lists, with nothing minted yet. */
    Codes fresh() {
        return new Codes(shipped, labels, byRecordKey);
    }

    /** The same lists with other names for layouts' own keys. */
    public Codes with(Map<String, Labels> names) {
        return new Codes(shipped, names, byRecordKey);
    }

    /** What the ontology that ships says. */
    Statements shipped() {
        return shipped;
    }

    /** What had to be minted. */
    Statements minted() {
        return minted;
    }

    void addAll(Codes others) {
        minted.addAll(others.minted);
    }

    /** Says the names of classes that the ontology has. */
    void labels(Set<IRI> classes, Statements to) {
        IRI label = Iris.iri(Iris.RDFS + "label");
        classes.stream()
                .filter(shipped::has)
                .forEach(type -> shipped.of(type).stream()
                        .filter(p -> p.predicate().equals(label))
                        .forEach(p -> to.add(type, label, p.object())));
    }

    /** A property or concept that says which key of the record it stands for, or null. */
    IRI ofRecordKey(String key) {
        return byRecordKey.get(key);
    }

    Value shippedValue(IRI term, IRI property) {
        return shipped.object(term, property);
    }

    /** The concept of a key of the record: nationalFunds in list component is code/component/national-funds. */
    IRI kebab(String list, String key) {
        return Iris.iri(
                Iris.CODE + list + "/" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /**
     * The concept of a section, criterion or attribute; for a layout's own key it is minted with the layout's labels.
     *
     * @param list section, criterion or attribute
     * @param group texts, ratings or attributes
     */
    IRI ofKey(String list, String group, String key) {
        IRI concept = Iris.iri(Iris.CODE + list + "/" + key);
        if (!shipped.has(concept) && !minted.has(concept)) {
            mint(concept, Iris.iri(Iris.CODE + list), named(group, key), key);
        }
        return concept;
    }

    /** The concept of a value on a city's own scale, minted when the ontology has no such scale; else null if unknown. */
    IRI scaleValue(String city, String criterion, String value, Integer number) {
        IRI scheme = Iris.iri(Iris.CODE + "scale/" + city + "/" + criterion);
        String code = Appearance.code(value);
        if (code == null && shipped.has(scheme)) {
            return ofRecordKey("scale/" + city + "/" + criterion + "/" + value);
        }
        String notation = code == null ? "n" + number : code;
        IRI concept = Iris.iri(scheme.stringValue() + "/" + notation);
        if (!shipped.has(scheme)) {
            String label = code == null ? value : code;
            mintScheme(scheme, named("ratings", criterion));
            mint(concept, scheme, new Labels(label, label), notation);
        }
        return concept;
    }

    /**
     * The concept of a printed direction, or null when the city's shipped list does not have it.
     *
     * @param number the word's number in the registry, for cities without a shipped list
     */
    IRI direction(String city, String value, Integer number) {
        IRI scheme = Iris.iri(Iris.CODE + "direction/" + city);
        if (shipped.has(scheme)) {
            return ofRecordKey("direction/" + city + "/" + value);
        }
        IRI concept = Iris.iri(scheme.stringValue() + "/" + number);
        mintScheme(scheme, new Labels("方向性", "directions"));
        mint(concept, scheme, new Labels(value, value), number.toString());
        return concept;
    }

    /** Names of a layout's own key, given by the layout with or without the group it stands in. */
    private Labels named(String group, String key) {
        Labels own = labels.getOrDefault(key, new Labels(key, key));
        return labels.getOrDefault(group + "/" + key, own);
    }

    /** The option of a city's form that a printed short cell is, or null when its list is not known. */
    IRI option(String city, String cell, String printed) {
        return ofRecordKey("value/" + city + "/" + cell + "/" + printed);
    }

    Labels label(String key) {
        return labels.get(key);
    }

    private void mintScheme(IRI scheme, Labels names) {
        if (!minted.has(scheme)) {
            minted.type(scheme, Iris.SKOS + "ConceptScheme")
                    .add(scheme, Iris.skos("prefLabel"), Iris.ja(names.ja()))
                    .add(scheme, Iris.skos("prefLabel"), Iris.en(names.en()))
                    .add(scheme, Iris.iri(Iris.DCTERMS + "title"), Iris.ja(names.ja()))
                    .add(scheme, Iris.iri(Iris.DCTERMS + "title"), Iris.en(names.en()));
        }
    }

    private void mint(IRI concept, IRI scheme, Labels names, String notation) {
        minted.type(concept, Iris.SKOS + "Concept")
                .add(concept, Iris.skos("inScheme"), scheme)
                .add(concept, Iris.skos("notation"), Iris.text(notation))
                .add(concept, Iris.skos("prefLabel"), Iris.ja(names.ja()))
                .add(concept, Iris.skos("prefLabel"), Iris.en(names.en()));
    }
}
