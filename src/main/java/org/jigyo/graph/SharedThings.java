package org.jigyo.graph;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.nation.Laws;
import org.jigyo.registry.Department;
import org.jigyo.registry.Registry;
import org.jigyo.sheet.Era;

/**
 * The vocabulary graph: things that several editions refer to (years, municipalities, departments, plans, accounts,
 * pledges, laws).
 */
public final class SharedThings {

    private final GraphBase base;
    private final Registry registry;
    private final Statements out = new Statements();
    private final Map<IRI, TreeSet<String>> printedLabels = new TreeMap<>(Comparator.comparing(IRI::stringValue));

    SharedThings(GraphBase base, Registry registry) {
        this.base = base;
        this.registry = registry;
    }

    Statements statements() {
        return out;
    }

    Registry registry() {
        return registry;
    }

    /** A fiscal year: 1 April to 31 March. */
    IRI fiscalYear(int year) {
        IRI fy = Iris.iri(base.id("fy", year));
        if (!out.has(fy)) {
            IRI begin = Iris.iri(fy.stringValue() + "/begin");
            IRI end = Iris.iri(fy.stringValue() + "/end");
            out.type(fy, Iris.JG + "FiscalYear", Iris.TIME + "ProperInterval")
                    .add(fy, Iris.jg("year"), Iris.typed(String.valueOf(year), "gYear"))
                    .add(fy, Iris.skos("prefLabel"), Iris.ja(year + "年度（" + Era.year(year) + "年度）"))
                    .add(fy, Iris.skos("prefLabel"), Iris.en("fiscal year " + year))
                    .add(fy, Iris.iri(Iris.TIME + "hasBeginning"), begin)
                    .add(fy, Iris.iri(Iris.TIME + "hasEnd"), end)
                    .type(begin, Iris.TIME + "Instant")
                    .add(begin, Iris.iri(Iris.TIME + "inXSDDate"), Iris.typed(year + "-04-01", "date"))
                    .type(end, Iris.TIME + "Instant")
                    .add(end, Iris.iri(Iris.TIME + "inXSDDate"), Iris.typed((year + 1) + "-03-31", "date"));
        }
        return fy;
    }

    IRI municipality(String city) {
        IRI body = Iris.iri(base.id("municipality", city));
        if (!out.has(body)) {
            Municipalities.describe(out, body, city);
        }
        return body;
    }

    /** A law, which sheets of any city may cite. */
    IRI law(Laws.Law law) {
        IRI iri = Iris.iri(law.address());
        if (!out.has(iri)) {
            out.type(iri, Iris.JG + "Law")
                    .add(iri, Iris.skos("prefLabel"), Iris.ja(law.name()))
                    .add(iri, Iris.iri(Iris.DCTERMS + "identifier"), Iris.text(law.id()))
                    .add(iri, Iris.jg("lawNumber"), Iris.ja(law.number()))
                    .add(iri, Iris.jg("lawKind"), Iris.iri(Iris.CODE + "law-kind/" + law.kind()));
        }
        return iri;
    }

    /** The preferred label of a thing in a language, or its IRI. */
    String label(IRI thing, String language) {
        return out.text(thing, Iris.skos("prefLabel"), language);
    }

    IRI department(String key) {
        return Iris.iri(base.id("department", key));
    }

    /** The department responsible for an evaluation; it is described together with all units above it. */
    IRI responsible(String key) {
        if (!describes(key)) {
            describe(registry.departmentByKey(key));
        }
        return department(key);
    }

    /** True if this publication describes a department. */
    boolean describes(String key) {
        return out.has(department(key));
    }

    private void describe(Department d) {
        IRI unit = department(d.key());
        if (!out.has(unit)) {
            out.type(unit, Iris.JG + "Department", Iris.ORG + "OrganizationalUnit")
                    .add(unit, Iris.skos("prefLabel"), Iris.ja(d.name()))
                    .add(unit, Iris.skos("prefLabel"), d.english() == null ? null : Iris.en(d.english()))
                    .add(unit, Iris.iri(Iris.DCTERMS + "identifier"), Iris.text(d.key()))
                    .add(unit, Iris.jg("municipality"), municipality(d.city()));
            if (d.parentPath() == null) {
                out.add(unit, Iris.iri(Iris.ORG + "unitOf"), municipality(d.city()));
            } else {
                Department parent = registry.department(d.parentPath());
                describe(parent);
                out.add(unit, Iris.iri(Iris.ORG + "unitOf"), department(parent.key()));
            }
        }
    }

    /** A concept of a city's own scheme. Its printed names are collected, and the label is chosen at the end. */
    IRI concept(IRI concept, String type, IRI scheme, String notation, String printed) {
        out.type(concept, Iris.JG + type, Iris.SKOS + "Concept")
                .add(concept, Iris.skos("inScheme"), scheme)
                .add(concept, Iris.skos("notation"), Iris.text(notation));
        Set<String> labels = labels(concept);
        if (printed != null) {
            labels.add(printed);
        }
        return concept;
    }

    IRI scheme(IRI scheme, String ja, String en) {
        out.type(scheme, Iris.SKOS + "ConceptScheme")
                .add(scheme, Iris.skos("prefLabel"), Iris.ja(ja))
                .add(scheme, Iris.skos("prefLabel"), Iris.en(en))
                .add(scheme, Iris.iri(Iris.DCTERMS + "title"), Iris.ja(ja))
                .add(scheme, Iris.iri(Iris.DCTERMS + "title"), Iris.en(en));
        return scheme;
    }

    /** Says it in both directions, for programs that show trees go down. */
    void broader(IRI narrow, IRI broad) {
        out.add(narrow, Iris.skos("broader"), broad).add(broad, Iris.skos("narrower"), narrow);
    }

    void property(IRI subject, IRI property, IRI object) {
        out.add(subject, property, object);
    }

    /** Adds the shared things of another instance. */
    void addAll(SharedThings others) {
        out.addAll(others.out);
        others.printedLabels.forEach((concept, labels) -> labels(concept).addAll(labels));
    }

    private Set<String> labels(IRI concept) {
        return printedLabels.computeIfAbsent(
                concept,
                k -> new TreeSet<>(
                        Comparator.comparing(String::length).reversed().thenComparing(String::compareTo)));
    }

    /**
     * All statements, including the labels of concepts. Forms abbreviate long names, so the longest printed name is
     * preferred and the others are alternative labels. A concept without a printed name is labelled with its code. A
     * concept with nothing above it is a top concept of its scheme.
     */
    Statements settled() {
        Statements settled = new Statements().addAll(out);
        printedLabels.forEach((concept, labels) -> {
            if (out.object(concept, Iris.skos("broader")) == null) {
                settled.add(concept, Iris.skos("topConceptOf"), out.object(concept, Iris.skos("inScheme")));
            }
            IRI property = Iris.skos("prefLabel");
            if (labels.isEmpty()) {
                String notation = out.object(concept, Iris.skos("notation")).stringValue();
                settled.add(concept, property, Iris.ja(notation));
            }
            for (String label : labels) {
                settled.add(concept, property, Iris.ja(label));
                property = Iris.skos("altLabel");
            }
        });
        return settled;
    }
}
