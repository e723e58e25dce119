package org.jigyo.serve.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.release.Release;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.release.CurrentRelease;

/** The SPARQL 1.1 service description, which the endpoint returns if no query is given. */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private ServiceDescription() {}

    static void answer(Answers answers, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow()) {
            Format format = Format.choose(Asked.accept(request), null, Format.GRAPHS);
            String address = request.getRequestURL().toString();
            Delivery delivery = Delivery.of(
                    request, loan.release().id() + "\ndescription\n" + address + format, answers.settings());
            if (delivery.known(request, response)) {
                return;
            }
            Graph graph = of(address, loan.release());
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            write(graph, format, bytes);
            delivery.send(new Answer(format.contentType(), bytes.toByteArray()), request, response);
        }
    }

    private static void write(Graph graph, Format format, OutputStream out) {
        RDFWriter.source(graph).lang(format.lang()).output(out);
    }

    private static Graph of(String address, Release release) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID);
        Node endpoint = NodeFactory.createURI(address);
        Node service = NodeFactory.createBlankNode("service");
        add(graph, service, RDF.type.asNode(), sd("Service"));
        add(graph, service, sd("endpoint"), endpoint);
        add(graph, service, sd("supportedLanguage"), sd("SPARQL11Query"));
        for (String format : formats()) {
            add(graph, service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
        }
        Node dataset = NodeFactory.createBlankNode("dataset");
        Node all = NodeFactory.createBlankNode("default");
        add(graph, service, sd("defaultDataset"), dataset);
        add(graph, dataset, RDF.type.asNode(), sd("Dataset"));
        add(graph, dataset, sd("defaultGraph"), all);
        add(graph, all, RDF.type.asNode(), sd("Graph"));
        triples(graph, all, release.statements());
        for (Release.Part part : release.graphs()) {
            Node name = NodeFactory.createURI(part.graph());
            // Letters and digits only: labels go into JSON-LD unchanged, and parsers drop statements with other labels.
            String label = Delivery.hash(part.graph());
            Node named = NodeFactory.createBlankNode("named" + label);
            Node content = NodeFactory.createBlankNode("content" + label);
            add(graph, dataset, sd("namedGraph"), named);
            add(graph, named, RDF.type.asNode(), sd("NamedGraph"));
            add(graph, named, sd("name"), name);
            add(graph, named, sd("graph"), content);
            add(graph, content, RDF.type.asNode(), sd("Graph"));
            triples(graph, content, part.statements());
        }
        return graph;
    }

    private static List<String> formats() {
        return new ArrayList<>(List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "JSON-LD",
                "N-Triples",
                "RDF_XML"));
    }

    private static void triples(Graph graph, Node subject, long count) {
        add(
                graph,
                subject,
                NodeFactory.createURI(VOID + "triples"),
                NodeFactory.createLiteralByValue(BigInteger.valueOf(count)));
    }

    private static void add(Graph graph, Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
