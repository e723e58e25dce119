package org.jigyo.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.nation.NationalPayment;
import org.jigyo.nation.ReferenceReader;
import org.jigyo.nation.ReferenceTable;

/**
 * The graphs of what other sources than sheets say of local governments: a list of all of them, and tables of figures
 * as data cubes. They depend on nothing but their source and the base IRI.
 */
public final class ReferenceGraphs {

    /** The list of local governments. */
    public static final String MUNICIPALITIES = "municipalities";

    private static final String STATISTIC = Iris.CODE + "statistic/";

    private ReferenceGraphs() {}

    /** The IRI of a table's graph. */
    public static String graph(GraphBase base, String name) {
        return base.sharedGraph("reference/" + name);
    }

    /**
     * The graphs that are part of every release.
     *
     * @param cities codes of the local governments that have sheets; national payments are those to them
     * @return graph → its statements
     */
    public static SortedMap<String, Statements> shipped(GraphBase base, Collection<String> cities) {
        SortedMap<String, Statements> graphs = new TreeMap<>();
        Statements list = new Statements();
        source(list, base, "reference", MUNICIPALITIES, ReferenceReader.about(MUNICIPALITIES));
        LocalGovernments.all().forEach(one -> Municipalities.list(list, base, one));
        graphs.put(graph(base, MUNICIPALITIES), list);
        ReferenceTable.About review = ReferenceReader.about(NationalPayment.TABLE);
        Statements payments = new Statements();
        source(payments, base, "national", NationalPayment.TABLE, review);
        PaymentMapping.add(payments, base, review.year(), cities);
        graphs.put(base.sharedGraph("national/" + NationalPayment.TABLE), payments);
        ReferenceReader.shipped().forEach(table -> graphs.put(graph(base, table.name()), of(base, table)));
        return graphs;
    }

    /** A table of figures as a cube, one slice for each statistic and year. */
    public static Statements of(GraphBase base, ReferenceTable table) {
        Statements out = new Statements();
        IRI cube = source(out, base, "reference", table.name(), table.about());
        out.type(cube, Iris.QB + "DataSet").add(cube, qb("structure"), Iris.jgd("structure-reference"));
        table.about().statistics().forEach((key, column) -> {
            if (column.ja() != null) {
                IRI concept = statistic(base, key, column);
                out.type(concept, Iris.SKOS + "Concept")
                        .add(concept, Iris.skos("inScheme"), Iris.iri(Iris.CODE + "statistic"))
                        .add(concept, Iris.skos("prefLabel"), Iris.ja(column.ja()))
                        .add(concept, Iris.skos("prefLabel"), column.en() == null ? null : Iris.en(column.en()));
            }
        });
        Set<IRI> slices = new HashSet<>();
        for (ReferenceTable.Figure figure : table.figures()) {
            IRI slice = Iris.iri(cube.stringValue() + "/" + figure.statistic() + "-" + figure.year());
            if (slices.add(slice)) {
                ReferenceTable.Column column = table.about().statistics().get(figure.statistic());
                out.add(cube, qb("slice"), slice)
                        .type(slice, Iris.QB + "Slice")
                        .add(slice, qb("sliceStructure"), Iris.jgd("slice-reference"))
                        .add(slice, Iris.jgd("statistic"), statistic(base, figure.statistic(), column))
                        .add(slice, Iris.jgd("referenceYear"), Iris.typed(String.valueOf(figure.year()), "gYear"));
            }
            IRI cell = Iris.iri(slice.stringValue() + "/" + figure.code());
            String value = figure.value().stripTrailingZeros().toPlainString();
            out.add(slice, qb("observation"), cell)
                    .add(cell, Iris.jgd("localGovernment"), Iris.iri(base.id("municipality", figure.code())))
                    .add(
                            cell,
                            Iris.jgd("referenceValue"),
                            Iris.typed(value, value.contains(".") ? "decimal" : "integer"));
        }
        return out;
    }

    /** A statistic of the code list, or one that the table names itself. */
    private static IRI statistic(GraphBase base, String key, ReferenceTable.Column column) {
        return Iris.iri(column.ja() == null ? STATISTIC + key : base.id("statistic", key));
    }

    /** Where a graph comes from. */
    private static IRI source(Statements out, GraphBase base, String kind, String name, ReferenceTable.About about) {
        IRI dataset = Iris.iri(base.id(kind, name));
        IRI publisher = Iris.iri(dataset.stringValue() + "/publisher");
        out.type(dataset, Iris.DCAT + "Dataset")
                .add(dataset, dcterms("source"), Iris.iri(about.source()))
                .add(dataset, dcterms("publisher"), publisher)
                .add(dataset, dcterms("issued"), Iris.typed(about.issued(), "date"))
                .add(dataset, dcterms("license"), about.licence() == null ? null : Iris.iri(about.licence()))
                .type(publisher, Iris.FOAF + "Agent");
        texts(out, dataset, dcterms("title"), about.title());
        texts(out, dataset, dcterms("description"), about.description());
        texts(out, publisher, Iris.iri(Iris.FOAF + "name"), about.publisher());
        return dataset;
    }

    private static void texts(Statements out, IRI subject, IRI property, Map<String, String> texts) {
        if (texts.containsKey("ja")) {
            out.add(subject, property, Iris.ja(texts.get("ja")));
        }
        if (texts.containsKey("en")) {
            out.add(subject, property, Iris.en(texts.get("en")));
        }
    }

    private static IRI qb(String name) {
        return Iris.iri(Iris.QB + name);
    }

    private static IRI dcterms(String name) {
        return Iris.iri(Iris.DCTERMS + name);
    }
}
