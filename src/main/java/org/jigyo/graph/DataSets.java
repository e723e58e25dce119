package org.jigyo.graph;

import org.eclipse.rdf4j.model.IRI;

/** The qb:DataSets of editions, with the titles that the ontology and the cities' names give them. */
record DataSets(GraphBase base, Codes codes, SharedThings shared) {

    private static final IRI TITLE = Iris.iri(Iris.DCTERMS + "title");

    static DataSets of(OneSheet one) {
        return new DataSets(one.base(), one.codes(), one.shared());
    }

    /**
     * One qb:DataSet of a city, in the series of its kind; stated once, however often it is asked for.
     *
     * @param variant partial or repeated, for figures that no sum may count beside others; null for those that count
     * @return its IRI
     */
    IRI set(Statements out, String city, String cube, String edition, String variant) {
        boolean counts = variant == null;
        boolean latest = edition.equals(EditionMapping.LATEST);
        String own = base.cube(city, cube, edition);
        IRI dataset = Iris.iri(counts || latest ? own : own + "/" + variant);
        if (out.has(dataset)) {
            return dataset;
        }
        IRI series = Iris.iri(base.id("cube", city, cube));
        IRI structure = Iris.jgd("structure-" + cube + (counts ? "" : "-" + variant));
        String name = shared.label(shared.municipality(city), "ja");
        String english = shared.label(shared.municipality(city), "en");
        out.type(dataset, Iris.QB + "DataSet")
                .add(
                        dataset,
                        TITLE,
                        Iris.ja(name + " " + (latest ? "最新の版" : edition + "年度") + " " + word(structure, "ja")))
                .add(
                        dataset,
                        TITLE,
                        Iris.en(english + ": " + word(structure, "en") + ", "
                                + (latest ? "newest edition" : "fiscal year " + edition)))
                .add(dataset, Iris.iri(Iris.QB + "structure"), structure)
                .add(dataset, Iris.iri(Iris.DCAT + "inSeries"), series)
                .add(dataset, Iris.iri(Iris.DCTERMS + "isPartOf"), Iris.iri(base.edition(city, edition)))
                .add(dataset, Iris.iri(Iris.OBEU_DIMENSION + "organization"), Iris.iri(base.id("municipality", city)));
        IRI plain = Iris.jgd("structure-" + cube);
        out.type(series, Iris.DCAT + "DatasetSeries")
                .add(series, TITLE, Iris.ja(name + " " + word(plain, "ja")))
                .add(series, TITLE, Iris.en(english + ": " + word(plain, "en")))
                .add(
                        series,
                        EditionMapping.DESCRIPTION,
                        Iris.en("Cubes of " + city + ", one an edition: " + cube + "."))
                .add(series, EditionMapping.DESCRIPTION, Iris.ja(city + " の版ごとのデータキューブ：" + cube + "。"));
        if (cube.equals("cost") || cube.equals("breakdown")) {
            out.add(
                            dataset,
                            Iris.iri(Iris.OBEU_DIMENSION + "operationCharacter"),
                            Iris.iri(Iris.OBEU_OPERATION + "expenditure"))
                    .add(dataset, Iris.iri(Iris.OBEU_ATTRIBUTE + "currency"), Iris.iri(Iris.CURRENCY + "JPY"));
        }
        return dataset;
    }

    /** What the ontology calls the data sets of a structure. */
    private String word(IRI structure, String language) {
        return Codes.shipped().text(structure, TITLE, language);
    }
}
