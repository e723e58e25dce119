package org.jigyo.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jigyo.Finding;

/** Checks that every printed fact of a sheet with Extracts is linked to one. */
final class EvidenceReach {

    private static final String RULE = "EvidenceReach";
    private static final Node EXTRACTED_FROM = SheetOfNode.jg("extractedFrom");
    private static final Node RECORDED_IN = SheetOfNode.jg("recordedIn");
    private static final Node STATED_IN = NodeFactory.createURI("https://w3id.org/jigyo/dim#statedIn");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node SDG_LINK = SheetOfNode.jg("sdgLink");
    private static final Node LINK_BASIS = SheetOfNode.jg("linkBasis");
    private static final Node PRINTED = NodeFactory.createURI("https://w3id.org/jigyo/code/link-basis/printed");
    private static final List<Node> PARTS = List.of(
            SheetOfNode.jg("rating"),
            SheetOfNode.jg("narrative"),
            SheetOfNode.jg("attribute"),
            SheetOfNode.jg("indicatorUse"),
            SDG_LINK);

    private EvidenceReach() {}

    static List<Breach> check(Graph graph) {
        Set<Node> sheets = graph.stream(Node.ANY, EXTRACTED_FROM, Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
        return sheets.stream()
                .flatMap(sheet -> facts(graph, sheet).stream())
                .distinct()
                .filter(fact -> !reaches(graph, fact))
                .map(fact -> new Breach(
                        fact,
                        Finding.Severity.WARNING,
                        Finding.Code.SHAPE_VIOLATED,
                        RULE,
                        "every printed fact must be linked to the place where it is printed",
                        "no Extract"))
                .toList();
    }

    private static boolean hasExtracts(Graph graph, Node sheet) {
        return graph.contains(Node.ANY, EXTRACTED_FROM, sheet);
    }

    private static List<Node> facts(Graph graph, Node sheet) {
        List<Node> facts = new ArrayList<>();
        graph.find(Node.ANY, STATED_IN, sheet).forEach(triple -> facts.add(triple.getSubject()));
        graph.find(Node.ANY, RECORDED_IN, sheet).forEach(triple -> {
            Node evaluation = triple.getSubject();
            for (Node property : PARTS) {
                graph.find(evaluation, property, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(part -> printed(graph, property, part))
                        .forEach(facts::add);
            }
        });
        return facts;
    }

    /** True unless the fact is a derived link to an SDG. */
    private static boolean printed(Graph graph, Node property, Node part) {
        return !property.equals(SDG_LINK) || graph.contains(part, LINK_BASIS, PRINTED);
    }

    private static Set<Node> sheets(Graph graph, Node fact) {
        Set<Node> sheets = new HashSet<>();
        graph.find(fact, STATED_IN, Node.ANY).forEach(triple -> sheets.add(triple.getObject()));
        for (Node property : PARTS) {
            if (printed(graph, property, fact)) {
                graph.find(Node.ANY, property, fact)
                        .forEach(part -> graph.find(part.getSubject(), RECORDED_IN, Node.ANY)
                                .forEach(triple -> sheets.add(triple.getObject())));
            }
        }
        return sheets;
    }

    private static boolean reaches(Graph graph, Node fact) {
        return sheets(graph, fact).stream()
                .allMatch(sheet -> !hasExtracts(graph, sheet)
                        || graph.stream(fact, DERIVED_FROM, Node.ANY)
                                .anyMatch(triple -> graph.contains(triple.getObject(), EXTRACTED_FROM, sheet)));
    }
}
