package org.jigyo.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.Bundled;
import org.jigyo.registry.Appearance;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.RecordPaths;

/**
 * The code lists: those of ontology/, and the concepts needed for a layout's own keys (x.…) and a new city's scales.
 * Minted concepts go into the vocabulary graph.
 */
public final class Codes {

    /** Lists whose codes are written with hyphens. */
    private static final Set<String> FIGURES = Set.of("component", "resource", "value-kind");

    private static final Set<IRI> PROPERTIES =
            Set.of(Iris.iri(Iris.OWL + "ObjectProperty"), Iris.iri(Iris.OWL + "DatatypeProperty"));

    private static final IRI UNIT = Iris.jg("unitText");
    private static final IRI RECORD_KEY = Iris.jg("recordKey");

    private static final Statements SHIPPED = read();
    private static final Map<String, IRI> BY_RECORD_KEY = byRecordKey(SHIPPED);
    private static final IndicatorLists INDICATORS = new IndicatorLists(SHIPPED);

    private final Map<String, OwnKey> own;
    private final Map<String, Integer> projected;
    private final Statements minted = new Statements();

    /**
     * The lists of the bundled ontology, without minted concepts.
     *
     * @param own the layouts' own keys: {@code x.key}
     * @param projected by layout, the number of years after the evaluated one from which a printed budget is a
     * projection
     */
    public Codes(Map<String, OwnKey> own, Map<String, Integer> projected) {
        this.own = own;
        this.projected = projected;
    }

    private static Statements read() {
        Statements shipped = new Statements();
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            // Shapes are rules for checking and are not published.
            if (!name.equals("shapes.ttl")) {
                shipped.addAll(Turtle.parse(bytes));
            }
        });
        return shipped;
    }

    private static Map<String, IRI> byRecordKey(Statements shipped) {
        Map<String, IRI> terms = new HashMap<>();
        for (IRI subject : shipped.subjects()) {
            shipped.objects(subject, RECORD_KEY).forEach(key -> terms.put(key.stringValue(), subject));
        }
        return terms;
    }

    /** The same lists without minted concepts. */
    Codes fresh() {
        return new Codes(own, projected);
    }

    /** The lists of indicators and units. */
    static IndicatorLists indicators() {
        return INDICATORS;
    }

    /** The statements of the bundled ontology. */
    static Statements shipped() {
        return SHIPPED;
    }

    /** The minted statements. */
    Statements minted() {
        return minted;
    }

    void addAll(Codes others) {
        minted.addAll(others.minted);
    }

    /** Adds the labels of classes of the ontology. */
    static void labels(Set<IRI> classes, Statements to) {
        IRI label = Iris.iri(Iris.RDFS + "label");
        classes.stream()
                .filter(SHIPPED::has)
                .forEach(type -> SHIPPED.objects(type, label).forEach(name -> to.add(type, label, name)));
    }

    /** The property that represents a key of the record, or null; most keys have a concept and no property. */
    IRI property(String key) {
        IRI term = BY_RECORD_KEY.get(key);
        return term != null && SHIPPED.of(term).stream().anyMatch(p -> PROPERTIES.contains(p.object())) ? term : null;
    }

    /** The property or concept that represents a key of the record, or null. */
    IRI ofRecordKey(String key) {
        return BY_RECORD_KEY.get(key);
    }

    /**
     * The concept of a record key in a closed list: basicPolicy in the list policy-level is
     * code/policy-level/basic-policy.
     */
    IRI kebab(String list, String key) {
        return Iris.iri(
                Iris.CODE + list + "/" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /**
     * The concept of a record key in an open list: code/section/purpose, code/component/national-funds. The concept of
     * a layout's own key is in the city's part of the list, code/section/141003/x.needs, with the labels of the layout.
     *
     * @param list section, criterion, attribute, component, resource or value-kind
     */
    IRI ofKey(String list, String city, String key) {
        if (RecordPaths.OWN_KEY.matcher(key).matches()) {
            return ofOwnKey(list, city, key);
        }
        if (FIGURES.contains(list)) {
            return kebab(list, key);
        }
        IRI concept = Iris.iri(Iris.CODE + list + "/" + key);
        if (!SHIPPED.has(concept) && !minted.has(concept)) {
            mint(concept, Iris.iri(Iris.CODE + list), named(key), key);
            top(concept, Iris.iri(Iris.CODE + list));
        }
        return concept;
    }

    private IRI ofOwnKey(String list, String city, String key) {
        IRI all = Iris.iri(Iris.CODE + list);
        IRI scheme = Iris.iri(all.stringValue() + "/" + city);
        IRI concept = Iris.iri(scheme.stringValue() + "/" + key);
        if (!minted.has(concept)) {
            Labels names = inBothLanguages(all);
            mintScheme(scheme, new Labels(names.ja() + "（" + city + "）", names.en() + " (" + city + ")"));
            minted.add(scheme, Iris.skos("notation"), Iris.text(city));
            mint(concept, all, named(key), key);
            minted.add(concept, Iris.skos("inScheme"), scheme);
            OwnKey said = own.get(key);
            IRI like = said == null || said.like() == null ? null : ofKey(list, city, said.like());
            if (like == null) {
                top(concept, all);
                top(concept, scheme);
            }
            minted.add(concept, Iris.skos("broader"), like)
                    .add(concept, UNIT, said == null || said.unit() == null ? unit(like) : Iris.ja(said.unit()));
        }
        return concept;
    }

    /** The unit of a kind of staffing, or null. */
    Value unit(IRI resource) {
        return resource == null ? null : (minted.has(resource) ? minted : SHIPPED).object(resource, UNIT);
    }

    /** The known key that a key counts as: the key itself, or the one given by {@code like}. */
    String counted(String key) {
        OwnKey said = own.get(key);
        return said == null || said.like() == null ? key : said.like();
    }

    /**
     * The number of years after the evaluated one from which a budget read by a layout is a projection; null if it
     * never is.
     */
    Integer projected(String layout) {
        return projected.get(layout);
    }

    /** The attributes that are levels of the budget account, largest first. */
    List<String> accountLevels() {
        return OwnKey.accounts(own);
    }

    /** A layout's declaration of an own key. */
    OwnKey said(String key) {
        return own.get(key);
    }

    private Labels inBothLanguages(IRI term) {
        IRI label = Iris.skos("prefLabel");
        return new Labels(SHIPPED.text(term, label, "ja"), SHIPPED.text(term, label, "en"));
    }

    /**
     * The concept of a value on a city's own scale, minted if the ontology has no such scale; null if the scale exists
     * and lacks the value.
     */
    IRI scaleValue(String city, String criterion, String value, Integer number) {
        IRI scheme = Iris.iri(Iris.CODE + "scale/" + city + "/" + criterion);
        String code = Appearance.code(value);
        if (code == null && SHIPPED.has(scheme)) {
            return ofRecordKey("scale/" + city + "/" + criterion + "/" + value);
        }
        String notation = code == null ? "n" + number : code;
        IRI concept = Iris.iri(scheme.stringValue() + "/" + notation);
        if (!SHIPPED.has(scheme)) {
            String label = code == null ? value : code;
            mintScheme(scheme, named(criterion));
            mint(concept, scheme, new Labels(label, label), notation);
            top(concept, scheme);
        }
        return concept;
    }

    /**
     * The concept of a printed direction, or null if the city's bundled list lacks it.
     *
     * @param number the word's number in the registry, for cities without a bundled list
     */
    IRI direction(String city, String value, Integer number) {
        IRI scheme = Iris.iri(Iris.CODE + "direction/" + city);
        if (SHIPPED.has(scheme)) {
            return ofRecordKey("direction/" + city + "/" + value);
        }
        IRI concept = Iris.iri(scheme.stringValue() + "/" + number);
        mintScheme(scheme, new Labels("方向性", "directions"));
        mint(concept, scheme, new Labels(value, value), number.toString());
        top(concept, scheme);
        return concept;
    }

    private Labels named(String key) {
        OwnKey said = own.get(key);
        return said == null ? new Labels(key, key) : new Labels(said.ja(), said.en());
    }

    /** The concept of an option printed in a short cell, or null if its list is unknown. */
    IRI option(String city, String cell, String printed) {
        return ofRecordKey("value/" + city + "/" + cell + "/" + printed);
    }

    private void top(IRI concept, IRI scheme) {
        minted.add(concept, Iris.skos("topConceptOf"), scheme);
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
