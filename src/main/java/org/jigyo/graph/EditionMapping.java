package org.jigyo.graph;

import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.sheet.Era;

/** Maps the edition as a dataset, with its cubes. */
final class EditionMapping {

    static final List<String> CUBES = List.of("cost", "breakdown", "rate", "staffing", "presence", "indicator");

    /**
     * Cubes in which the figures of a part are contained in those of its project. Figures of parts have a measure and a
     * data set of their own.
     */
    static final Set<String> PARTIAL = Set.of("cost", "staffing");

    static final IRI DESCRIPTION = Iris.iri(Iris.DCTERMS + "description");

    /** Stands in place of an edition for the newest edition that prints a cell. */
    static final String LATEST = "latest";

    private EditionMapping() {}

    static void describe(OneSheet one) {
        IRI edition = Iris.iri(one.base().edition(one.city(), one.keys().edition()));
        int year = one.sheet().fiscalYear();
        IRI municipality = one.shared().municipality(one.city());
        one.head()
                .type(edition, Iris.DCAT + "Dataset", Iris.JG + "Edition")
                .add(
                        edition,
                        Iris.iri(Iris.DCTERMS + "identifier"),
                        Iris.text(one.city() + "/" + one.keys().edition()))
                .add(edition, Iris.iri(Iris.DCTERMS + "publisher"), municipality)
                .add(edition, Iris.jg("municipality"), municipality)
                .add(edition, Iris.jg("evaluatedYear"), one.fiscalYear(year))
                .add(
                        edition,
                        Iris.jg("evidenceGraph"),
                        Iris.iri(one.base().evidenceGraph(one.city(), one.keys().edition())))
                .add(
                        edition,
                        Iris.jg("form"),
                        one.sheet().context() == null || one.sheet().context().form() == null
                                ? null
                                : Iris.text(one.sheet().context().form()));
        String name = one.shared().label(municipality, "ja");
        String english = one.shared().label(municipality, "en");
        IRI title = Iris.iri(Iris.DCTERMS + "title");
        one.head()
                .add(edition, title, Iris.ja(name + " " + Era.year(year) + "年度 事務事業評価"))
                .add(edition, title, Iris.en(english + ": project evaluation sheets, fiscal year " + year))
                .add(edition, DESCRIPTION, Iris.ja(name + "が公表した" + Era.year(year) + "年度の評価シートに印刷された内容。"))
                .add(
                        edition,
                        DESCRIPTION,
                        Iris.en("What the evaluation sheets of " + english + " for fiscal year " + year + " print."));
        DataSets sets = DataSets.of(one);
        CUBES.forEach(cube -> sets.set(one.head(), one.city(), cube, one.keys().edition(), null));
    }
}
