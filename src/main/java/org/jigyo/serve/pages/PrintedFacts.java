package org.jigyo.serve.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.Place;
import org.jigyo.drawing.PageSvg.Look;
import org.jigyo.release.GraphFile;
import org.jigyo.serve.release.Thing;

/** The facts that a release has from a sheet: what each says, what was printed, and where it leads. */
public final class PrintedFacts {

    private static final String JG = "https://w3id.org/jigyo/ns#";
    private static final String JGD = "https://w3id.org/jigyo/dim#";
    private static final Node DERIVED = node("http://www.w3.org/ns/prov#wasDerivedFrom");

    /** What tells the facts of a sheet apart, in the order in which a reader says it. */
    private static final List<Node> TELLING = List.of(
            node(JG + "section"),
            node(JG + "attributeKey"),
            node(JG + "ratedBy"),
            node(JG + "criterion"),
            node(JGD + "component"),
            node(JGD + "label"),
            node(JGD + "resource"),
            node(JGD + "indicator"),
            node(JGD + "valueKind"),
            node(JGD + "fiscalYear"),
            node(JG + "fiscalYear"),
            node(JGD + "phase"));

    /**
     * A fact.
     *
     * @param rank number of its Extract on the sheet
     * @param path path in the record
     * @param label what it is
     * @param printed as printed
     * @param href its document
     * @param page 1-based
     * @param recognised true if it was recognised in a picture
     */
    public record Fact(
            int rank,
            String path,
            String label,
            String printed,
            String href,
            int page,
            Look look,
            boolean recognised) {}

    private final Graph data;
    private final Node sheet;
    private final DisplayNames names;
    private final Links links;
    private final List<String> doubted;

    private PrintedFacts(DatasetGraph dataset, Node sheet, String base, String language) {
        this.data = dataset.getDefaultGraph();
        this.sheet = sheet;
        this.names = new DisplayNames(data, language);
        this.links = new Links(base);
        this.doubted = doubted();
    }

    /** The facts of a sheet, in the order of their numbers. Must be called within a transaction. */
    static List<Fact> of(DatasetGraph dataset, Node sheet, String base, String language) {
        PrintedFacts facts = new PrintedFacts(dataset, sheet, base, language);
        List<Fact> all = new ArrayList<>();
        Iterator<Quad> extracts = dataset.find(Node.ANY, Node.ANY, node(JG + "extractedFrom"), sheet);
        while (extracts.hasNext()) {
            Quad extract = extracts.next();
            if (!extract.isDefaultGraph()
                    && GraphFile.isApart(extract.getGraph().getURI())) {
                all.add(facts.fact(dataset.getGraph(extract.getGraph()), extract.getSubject(), language));
            }
        }
        all.sort(Comparator.comparingInt(Fact::rank));
        return all;
    }

    /** The projects that a sheet evaluates: name → address. Must be called within a transaction. */
    static Map<String, String> projects(DatasetGraph dataset, Node sheet, String base, String language) {
        Graph data = dataset.getDefaultGraph();
        DisplayNames names = new DisplayNames(data, language);
        Map<String, String> projects = new TreeMap<>();
        for (Triple recorded :
                data.find(Node.ANY, node(JG + "recordedIn"), sheet).toList()) {
            value(data, recorded.getSubject(), node(JG + "evaluates"))
                    .ifPresent(project ->
                            projects.put(names.of(project), new Links(base).href(project.getURI(), language)));
        }
        return projects;
    }

    /**
     * Where a sheet begins in its original document; empty if nobody recorded the document's address. Must be called
     * within a transaction.
     */
    static String original(DatasetGraph dataset, Node sheet) {
        Graph data = dataset.getDefaultGraph();
        String first = text(data, sheet, "firstPage");
        return value(data, sheet, node(JG + "containedInFile"))
                .flatMap(file -> value(data, file, node("http://www.w3.org/ns/dcat#downloadURL")))
                .map(address -> address.getURI() + (first.isEmpty() ? "" : "#page=" + first))
                .orElse("");
    }

    /** The IRIs of the cells of sheets that a thing was read from; empty if it was read from none. */
    static List<String> cells(Thing thing) {
        return thing.printed().stream()
                .filter(fact -> fact.getPredicate().equals(node(JG + "extractedFrom")))
                .map(fact -> fact.getSubject().getURI())
                .distinct()
                .toList();
    }

    /** Where the originals show what a thing was read from; empty if nobody recorded their addresses. Must be called within a transaction. */
    static List<String> originals(Graph data, Thing thing) {
        Graph printed = GraphFactory.createDefaultGraph();
        thing.printed().forEach(printed::add);
        return printed.find(Node.ANY, node(JG + "extractedFrom"), Node.ANY).toList().stream()
                .flatMap(extract -> value(data, extract.getObject(), node(JG + "containedInFile"))
                        .flatMap(file -> value(data, file, node("http://www.w3.org/ns/dcat#downloadURL")))
                        .map(address -> address.getURI() + "#page=" + text(printed, extract.getSubject(), "page"))
                        .stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Fact fact(Graph evidence, Node extract, String language) {
        String iri = extract.getURI();
        String path = text(evidence, extract, "factPath");
        Optional<Node> property = value(evidence, extract, node(JG + "supportsProperty"));
        List<Node> stated = evidence.find(Node.ANY, DERIVED, extract)
                .mapWith(Triple::getSubject)
                .toList();
        Node thing = stated.isEmpty() ? extract : stated.get(0);
        String label = property.map(names::of).orElseGet(() -> label(thing, path));
        boolean corrected = stated.stream()
                .anyMatch(one -> data.contains(one, node(JG + "correction"), Node.ANY) && property.isEmpty());
        Look look = corrected ? Look.CORRECTED : doubts(path) ? Look.DOUBTED : Look.READ;
        return new Fact(
                Integer.parseInt(iri.substring(iri.lastIndexOf('/') + 1)),
                path,
                label,
                text(evidence, extract, "printedText"),
                links.href(property.isPresent() ? iri : thing.getURI(), language),
                Integer.parseInt(text(evidence, extract, "page")),
                look,
                text(evidence, extract, "recognised").equals("true"));
    }

    private String label(Node thing, String path) {
        String told = TELLING.stream()
                .flatMap(property -> data.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .map(names::of)
                .distinct()
                .collect(Collectors.joining(" · "));
        String[] parts = path.split("/");
        if (!told.isEmpty()) {
            return told + detail(parts).map(detail -> " · " + detail).orElse("");
        }
        String type = value(data, thing, RDF.type.asNode()).map(names::of).orElse(path);
        Optional<Node> linked = value(data, thing, node(JG + "linksTo"));
        if (linked.isPresent()) {
            return type + " · " + names.of(linked.get());
        }
        return parts.length != 3
                ? type
                : type + " " + parts[1] + keyed(parts).map(name -> " · " + name).orElse("");
    }

    /** What tells a fact from the others of the same thing: its property, such as the reason of a rating, or a printed option. */
    private Optional<String> detail(String... path) {
        return path.length != 3
                ? Optional.empty()
                : keyed(path)
                        .or(() ->
                                Optional.of(path[2]).filter(text -> text.chars().anyMatch(c -> c > 127)));
    }

    /** The name of the property that the last part of a path is, of things of which a sheet has several. */
    private Optional<String> keyed(String... path) {
        return Stream.of(path[0] + "/" + path[2], path[2])
                .flatMap(key -> data
                        .find(Node.ANY, node(JG + "recordKey"), NodeFactory.createLiteralString(key))
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream())
                .findFirst()
                .map(names::of);
    }

    private boolean doubts(String path) {
        return doubted.stream().anyMatch(field -> Place.covers(field, path));
    }

    /** The fields that issues above information put in doubt. */
    private List<String> doubted() {
        List<String> fields = new ArrayList<>();
        for (Triple recorded :
                data.find(Node.ANY, node(JG + "recordedIn"), sheet).toList()) {
            for (Triple issue : data.find(recorded.getSubject(), node(JG + "readingIssue"), Node.ANY)
                    .toList()) {
                String severity = text(data, issue.getObject(), "issueSeverity");
                String field = text(data, issue.getObject(), "issueField");
                if (!severity.equals("info") && !field.isEmpty()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static String text(Graph graph, Node subject, String name) {
        return value(graph, subject, node(JG + name))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private static Optional<Node> value(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .findFirst();
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
