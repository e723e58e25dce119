package org.jigyo.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.Bundled;
import org.jigyo.registry.Appearance;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.RecordPaths;

/**
 * The code lists: those of ontology/, and the concepts that a layout's own keys (x.…) and a new city's scales need. What is minted
 * here goes into the vocabulary graph.
 */
public final class Codes {

    /** Lists whose codes are written with hyphens. */
    private static final Set<String> FIGURES = Set.of("component", "resource", "value-kind");

    private static final Set<IRI> PROPERTIES =
            Set.of(Iris.iri(Iris.OWL + "ObjectProperty"), Iris.iri(Iris.OWL + "DatatypeProperty"));

    private static final IRI UNIT = Iris.jg("unitText");
    private static final IRI RECORD_KEY = Iris.jg("recordKey");

    private final Statements shipped;
    private final Map<String, OwnKey> own;
    private final Map<String, Integer> projected;
    private final Map<String, IRI> byRecordKey;
    private final IndicatorLists indicators;
    private final Statements minted = new Statements();

    /**
     * Reads the ontology from the class path.
     *
     * @param own the keys of layouts' own: {@code x.key}
     * @param projected by layout, how many years after the evaluated one a printed budget is a projection
     */
    public Codes(Map<String, OwnKey> own, Map<String, Integer> projected) {
        this(read(), own, projected);
    }

    private Codes(Statements shipped, Map<String, OwnKey> own, Map<String, Integer> projected) {
        this(shipped, own, projected, byRecordKey(shipped), new IndicatorLists(shipped));
    }

    private Codes(
            Statements shipped,
            Map<String, OwnKey> own,
            Map<String, Integer> projected,
            Map<String, IRI> byRecordKey,
            IndicatorLists indicators) {
        this.shipped = shipped;
        this.own = own;
        this.projected = projected;
        this.byRecordKey = byRecordKey;
        this.indicators = indicators;
    }

    private static Statements read() {
        Statements shipped = new Statements();
        Bundled.files("/ontology", ".ttl").forEach((name, bytes) -> {
            // Shapes are rules for checking, not part of what is published.
            if (!name.equals("shapes.ttl")) {
                shipped.addAll(Turtle.parse(bytes));
            }
        });
        return shipped;
    }

    private static Map<String, IRI> byRecordKey(Statements shipped) {
        Map<String, IRI> terms = new HashMap<>();
        for (IRI subject : shipped.subjects()) {
            for (Statements.Property p : shipped.of(subject)) {
                if (p.predicate().equals(RECORD_KEY)) {
                    terms.put(p.object().stringValue(), subject);
                }
            }
        }
        return terms;
    }

    /** The same lists, with nothing minted yet. */
    Codes fresh() {
        return with(own, projected);
    }

    /** The same lists with other keys of layouts' own, and other projections. */
    public Codes with(Map<String, OwnKey> keys, Map<String, Integer> projections) {
        return new Codes(shipped, keys, projections, byRecordKey, indicators);
    }

    /** What is known of indicators by name and unit. */
    IndicatorLists indicators() {
        return indicators;
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

    /** The property that says which key of the record it stands for, or null: most keys have a concept and no property. */
    IRI property(String key) {
        IRI term = byRecordKey.get(key);
        return term != null && shipped.of(term).stream().anyMatch(p -> PROPERTIES.contains(p.object())) ? term : null;
    }

    /** A property or concept that says which key of the record it stands for, or null. */
    IRI ofRecordKey(String key) {
        return byRecordKey.get(key);
    }

    /** The concept of a key of the record in a closed list: basicPolicy in list policy-level is code/policy-level/basic-policy. */
    IRI kebab(String list, String key) {
        return Iris.iri(
                Iris.CODE + list + "/" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /**
     * The concept of a key of the record in an open list: code/section/purpose, code/component/national-funds. That of a layout's
     * own key stands in the city's own part of the list, code/section/141003/x.needs, with the layout's names for it.
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
        if (!shipped.has(concept) && !minted.has(concept)) {
            mint(concept, Iris.iri(Iris.CODE + list), named(key), key);
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
            minted.add(concept, Iris.skos("broader"), like)
                    .add(concept, UNIT, said == null || said.unit() == null ? unit(like) : Iris.ja(said.unit()));
        }
        return concept;
    }

    /** The unit of a kind of staff, or null. */
    Value unit(IRI resource) {
        return resource == null ? null : (minted.has(resource) ? minted : shipped).object(resource, UNIT);
    }

    /** The known key that a key counts as: itself, or what the layout says that it is like. */
    String counted(String key) {
        OwnKey said = own.get(key);
        return said == null || said.like() == null ? key : said.like();
    }

    /** How many years after the evaluated one a budget that a layout reads is a projection; null when it never is. */
    Integer projected(String layout) {
        return projected.get(layout);
    }

    /** The attributes that are levels of the budget account, largest first. */
    List<String> accountLevels() {
        return OwnKey.accounts(own);
    }

    /** What a layout says of a key of its own. */
    OwnKey said(String key) {
        return own.get(key);
    }

    private Labels inBothLanguages(IRI term) {
        Map<String, String> names = new HashMap<>();
        for (Statements.Property p : shipped.of(term)) {
            if (p.predicate().equals(Iris.skos("prefLabel")) && p.object() instanceof Literal name) {
                names.put(name.getLanguage().orElse(""), name.stringValue());
            }
        }
        return new Labels(names.get("ja"), names.get("en"));
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
            mintScheme(scheme, named(criterion));
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

    private Labels named(String key) {
        OwnKey said = own.get(key);
        return said == null ? new Labels(key, key) : new Labels(said.ja(), said.en());
    }

    /** The option of a city's form that a printed short cell is, or null when its list is not known. */
    IRI option(String city, String cell, String printed) {
        return ofRecordKey("value/" + city + "/" + cell + "/" + printed);
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
