package org.jigyo.graph;

import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.sheet.Era;

/** Maps the edition as a dataset, with its cubes. */
final class EditionMapping {

    static final List<String> CUBES = List.of("cost", "breakdown", "rate", "staffing", "indicator");

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
        CUBES.forEach(cube ->
                dataset(one.head(), one.base(), one.city(), cube, one.keys().edition(), null));
    }

    /**
     * Adds a qb:DataSet of a city to the series of its kind, once.
     *
     * @param variant partial or repeated, for figures that must not be summed with others; null for those that count
     * @return its IRI
     */
    static IRI dataset(Statements out, GraphBase base, String city, String cube, String edition, String variant) {
        String own = base.cube(city, cube, edition);
        boolean counts = variant == null;
        IRI dataset = Iris.iri(counts || edition.equals(LATEST) ? own : own + "/" + variant);
        if (out.has(dataset)) {
            return dataset;
        }
        IRI series = Iris.iri(base.id("cube", city, cube));
        out.type(dataset, Iris.QB + "DataSet")
                .add(
                        dataset,
                        Iris.iri(Iris.QB + "structure"),
                        Iris.jgd("structure-" + cube + (counts ? "" : "-" + variant)))
                .add(dataset, Iris.iri(Iris.DCAT + "inSeries"), series)
                .add(dataset, Iris.iri(Iris.DCTERMS + "isPartOf"), Iris.iri(base.edition(city, edition)))
                .add(dataset, Iris.iri(Iris.OBEU_DIMENSION + "organization"), Iris.iri(base.id("municipality", city)))
                .type(series, Iris.DCAT + "DatasetSeries")
                .add(series, Iris.iri(Iris.DCTERMS + "title"), Iris.text(city + " " + cube))
                .add(series, DESCRIPTION, Iris.en("Cubes of " + city + ", one an edition: " + cube + "."))
                .add(series, DESCRIPTION, Iris.ja(city + " の版ごとのデータキューブ：" + cube + "。"));
        if (cube.equals("cost") || cube.equals("breakdown")) {
            out.add(
                            dataset,
                            Iris.iri(Iris.OBEU_DIMENSION + "operationCharacter"),
                            Iris.iri(Iris.OBEU_OPERATION + "expenditure"))
                    .add(dataset, Iris.iri(Iris.OBEU_ATTRIBUTE + "currency"), Iris.iri(Iris.CURRENCY + "JPY"));
        }
        return dataset;
    }
}
