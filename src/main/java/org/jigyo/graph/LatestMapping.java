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

/** Editions side by side: the dataset {@code latest}, and the cells in which editions differ. */
final class LatestMapping {

    private static final IRI DATASET = Iris.iri(Iris.QB + "dataSet");
    private static final IRI STATED_IN = Iris.jgd("statedIn");
    private static final IRI DERIVED = Iris.iri(Iris.PROV + "wasDerivedFrom");
    private static final Set<String> MEASURES = Set.of("amount", "value", "rate", "comment");

    /** A figure of one edition. */
    private record Figure(Edition edition, IRI iri, String local, String value) {}

    private final GraphBase base;
    private final Statements out;
    private final Statements head;
    private final List<Finding> findings;

    /**
     * Prepares a mapping.
     *
     * @param out takes the figures
     * @param head takes the description of the data sets
     */
    LatestMapping(GraphBase base, Statements out, Statements head, List<Finding> findings) {
        this.base = base;
        this.out = out;
        this.head = head;
        this.findings = findings;
    }

    /** Writes the latest figures of some projects of a city, and what its editions print differently of them. */
    void map(String city, List<Edition> editions) {
        for (String cube : EditionMapping.CUBES) {
            Map<String, List<Figure>> cells = new TreeMap<>();
            editions.stream()
                    .sorted(Comparator.comparing(Edition::order).reversed())
                    .forEach(edition -> collect(city, cube, edition, cells));
            if (cells.isEmpty()) {
                continue;
            }
            IRI dataset = Iris.iri(base.cube(city, cube, "latest"));
            IRI edition = Iris.iri(base.edition(city, "latest"));
            head.type(edition, Iris.DCAT + "Dataset")
                    .add(edition, Iris.iri(Iris.DCTERMS + "title"), Iris.ja("各項目の最新の版"))
                    .add(edition, Iris.iri(Iris.DCTERMS + "title"), Iris.en("the newest edition of every figure"))
                    .add(edition, EditionMapping.DESCRIPTION, Iris.ja("項目ごとに、その値を印刷した最も新しい版の値。"))
                    .add(
                            edition,
                            EditionMapping.DESCRIPTION,
                            Iris.en("For each cell the figure of the newest edition that prints it."));
            EditionMapping.dataset(head, base, city, cube, "latest", edition);
            Set<String> names = new HashSet<>();
            cells.values().forEach(figures -> {
                copy(dataset, figures.get(0), names);
                compare(city, cube, figures);
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

    /** Rows of a breakdown are the same cell when their labels are, whatever their number. */
    private static String cell(Edition edition, IRI subject, String local) {
        Value label = edition.statements().object(subject, Iris.jgd("label"));
        return label == null ? local : local.replaceFirst("-row[0-9]+$", "") + "\n" + label.stringValue();
    }

    private static String value(Edition edition, IRI subject) {
        return edition.statements().of(subject).stream()
                .filter(p -> MEASURES.contains(p.predicate().getLocalName()))
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
                out.add(copy, p.predicate(), p.object());
            }
        }
        out.add(copy, DATASET, dataset).add(copy, DERIVED, newest.iri());
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

    /** A figure with its edition and, where there is an Extract, its file's page. */
    private static String said(Figure figure) {
        Value extract = figure.edition().extracts().statements().object(figure.iri(), DERIVED);
        Value page = extract == null
                ? null
                : figure.edition().extracts().statements().object((IRI) extract, Iris.jg("page"));
        return figure.value() + " (edition " + figure.edition().key()
                + (page == null ? "" : ", page " + page.stringValue()) + ")";
    }
}
