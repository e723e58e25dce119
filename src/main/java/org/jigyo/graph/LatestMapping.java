package org.jigyo.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.Finding;
import org.jigyo.Place;

/**
 * Compares editions: which of them states the figure of a cell and which repeat it, the dataset {@code latest}, and the
 * cells in which editions differ.
 */
final class LatestMapping {

    private static final IRI DATASET = Iris.iri(Iris.QB + "dataSet");
    private static final IRI STATED_IN = Iris.jgd("statedIn");
    private static final IRI DERIVED = Iris.iri(Iris.PROV + "wasDerivedFrom");
    private static final IRI FISCAL_YEAR = Iris.jgd("fiscalYear");

    /** Measures, each with the one for a figure that another edition or a copy repeats. */
    private static final Map<IRI, IRI> REPEATED = Map.of(
            Iris.jgd("amount"), Iris.jgd("repeatedAmount"),
            Iris.jgd("partialAmount"), Iris.jgd("repeatedAmount"),
            Iris.jgd("rate"), Iris.jgd("repeatedRate"),
            Iris.jgd("value"), Iris.jgd("repeatedValue"),
            Iris.jgd("partialValue"), Iris.jgd("repeatedValue"),
            // yes and no add up to nothing
            Iris.jgd("present"), Iris.jgd("present"));

    private static final IRI COMMENT = Iris.iri(Iris.SDMX_ATTRIBUTE + "comment");

    /** A figure of one edition. */
    private record Figure(Edition edition, IRI iri, String local, String value) {}

    private final GraphBase base;
    private final DataSets sets;
    private final Statements out;
    private final Statements head;
    private final Map<String, Statements> heads;
    private final List<Finding> findings;

    /**
     * Prepares a mapping.
     *
     * @param out receives the figures
     * @param head receives the description of the data sets
     * @param heads receives, by graph, the description of editions' data sets
     */
    LatestMapping(
            DataSets sets, Statements out, Statements head, Map<String, Statements> heads, List<Finding> findings) {
        this.base = sets.base();
        this.sets = sets;
        this.out = out;
        this.head = head;
        this.heads = heads;
        this.findings = findings;
    }

    /** Writes the latest figures of some projects of a city, and the differences between its editions. */
    void map(String city, List<Edition> editions) {
        for (String cube : EditionMapping.CUBES) {
            Map<String, List<Figure>> cells = new TreeMap<>();
            editions.stream()
                    .sorted(Comparator.comparing(Edition::order).reversed())
                    .forEach(edition -> collect(city, cube, edition, cells));
            if (cells.isEmpty()) {
                continue;
            }
            IRI edition = Iris.iri(base.edition(city, EditionMapping.LATEST));
            head.type(edition, Iris.DCAT + "Dataset")
                    .add(edition, Iris.iri(Iris.DCTERMS + "title"), Iris.ja("各項目の最新の版"))
                    .add(edition, Iris.iri(Iris.DCTERMS + "title"), Iris.en("the newest edition of every figure"))
                    .add(edition, EditionMapping.DESCRIPTION, Iris.ja("項目ごとに、その値を印刷した最も新しい版の値。"))
                    .add(
                            edition,
                            EditionMapping.DESCRIPTION,
                            Iris.en("For each cell, the figure of the newest edition that prints it."));
            IRI dataset = sets.set(head, city, cube, EditionMapping.LATEST, "repeated");
            Set<String> names = new HashSet<>();
            cells.values().forEach(figures -> {
                copy(dataset, figures.get(0), names);
                compare(city, cube, figures);
                repeat(city, cube, figures);
            });
        }
    }

    private void collect(String city, String cube, Edition edition, Map<String, List<Figure>> cells) {
        IRI dataset = Iris.iri(base.cube(city, cube, edition.key()));
        String prefix = dataset.stringValue() + "/";
        for (IRI subject : edition.statements().subjects()) {
            if (subject.stringValue().startsWith(prefix)) {
                String local = subject.stringValue().substring(prefix.length());
                cells.computeIfAbsent(cell(edition, subject, local), k -> new ArrayList<>())
                        .add(new Figure(edition, subject, local, value(edition, subject)));
            }
        }
    }

    /** The key of a cell. Rows of a breakdown are the same cell if their labels are equal, whatever their number. */
    private static String cell(Edition edition, IRI subject, String local) {
        Value label = edition.statements().object(subject, Iris.jgd("label"));
        return label == null ? local : local.replaceFirst("-row[0-9]+$", "") + "\n" + label.stringValue();
    }

    private static String value(Edition edition, IRI subject) {
        return edition.statements().of(subject).stream()
                .filter(p ->
                        REPEATED.containsKey(p.predicate()) || p.predicate().equals(COMMENT))
                .map(p -> p.object().stringValue())
                .findFirst()
                .orElse("");
    }

    private void copy(IRI dataset, Figure newest, Set<String> names) {
        String local = names.add(newest.local())
                ? newest.local()
                : newest.local() + "-" + newest.edition().key();
        IRI copy = Iris.iri(dataset.stringValue() + "/" + local);
        for (Statements.Property p : newest.edition().statements().of(newest.iri())) {
            if (!p.predicate().equals(DATASET) && !p.predicate().equals(STATED_IN)) {
                out.add(copy, REPEATED.getOrDefault(p.predicate(), p.predicate()), p.object());
            }
        }
        out.add(copy, DATASET, dataset).add(copy, DERIVED, newest.iri());
    }

    /**
     * Marks repeated figures. One edition states the figure of a cell: the one that evaluates the cell's year, or else
     * the newest. The others repeat it.
     */
    private void repeat(String city, String cube, List<Figure> figures) {
        Figure stating = figures.stream()
                .filter(f -> f.edition().evaluates(f.edition().statements().object(f.iri(), FISCAL_YEAR)))
                .findFirst()
                .orElse(figures.get(0));
        for (Figure figure : figures) {
            if (!figure.iri().equals(stating.iri())) {
                String edition = figure.edition().key();
                Statements about = heads.get(base.editionGraph(city, edition));
                IRI dataset = sets.set(about, city, cube, edition, "repeated");
                figure.edition()
                        .statements()
                        .rewrite(
                                figure.iri(),
                                p -> p.predicate().equals(DATASET)
                                        ? new Statements.Property(DATASET, dataset)
                                        : new Statements.Property(
                                                REPEATED.getOrDefault(p.predicate(), p.predicate()), p.object()));
            }
        }
    }

    private void compare(String city, String cube, List<Figure> figures) {
        Figure newest = figures.get(0);
        List<Figure> others =
                figures.stream().filter(f -> !f.value().equals(newest.value())).toList();
        if (others.isEmpty()) {
            return;
        }
        IRI node = Iris.iri(base.id("edition-difference", city, cube, newest.local()));
        out.type(node, Iris.JG + "EditionDifference").add(node, Iris.jg("differingObservation"), newest.iri());
        StringBuilder text = new StringBuilder(said(newest));
        for (Figure other : others) {
            out.add(node, Iris.jg("differingObservation"), other.iri());
            text.append("; ").append(said(other));
        }
        Place place = new Place(null, 0, 0, city + " " + newest.local(), cube);
        findings.add(Finding.info(Finding.Code.EDITIONS_DIFFER, place, "editions print different figures: " + text));
    }

    /** A figure with its edition and, if there is an Extract, its file and page. */
    private static String said(Figure figure) {
        Value extract = figure.edition().extracts().statements().object(figure.iri(), DERIVED);
        Value page = extract == null
                ? null
                : figure.edition().extracts().statements().object((IRI) extract, Iris.jg("page"));
        return figure.value() + " (edition " + figure.edition().key()
                + (page == null ? "" : ", page " + page.stringValue()) + ")";
    }
}
