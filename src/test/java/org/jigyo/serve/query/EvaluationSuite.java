package org.jigyo.serve.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/** The query evaluation tests of the W3C as their manifests list them; files are named relative to the suites' folder. */
final class EvaluationSuite {

    /**
     * One test.
     *
     * @param name folder and name, such as {@code sparql11/bind#bind01}
     * @param query file of the query
     * @param data files of the default graph
     * @param named files of the named graphs, whose names are the files' addresses
     * @param result file of the right answer
     */
    record Case(String name, String query, List<String> data, List<String> named, String result) {}

    /** Stands for the folder of the suites in addresses. */
    static final String BASE = "http://suite.invalid/";

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    private EvaluationSuite() {}

    /** All evaluation tests below a folder, in the order of their manifests. */
    static List<Case> in(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith("manifest.ttl"))
                    .sorted()
                    .toList()) {
                String address = folder.relativize(file).toString();
                Model manifest = ModelFactory.createDefaultModel();
                RDFParser.fromString(Files.readString(file), Lang.TURTLE)
                        .base(BASE + address)
                        .parse(manifest);
                for (Resource test : entries(manifest)) {
                    if (is(test, "QueryEvaluationTest") || is(test, "CSVResultFormatTest")) {
                        cases.add(read(address.replaceFirst("/[^/]*$", ""), test));
                    }
                }
            }
        }
        return cases;
    }

    private static List<Resource> entries(Model manifest) {
        return manifest
                .listObjectsOfProperty(property(MF + "entries"))
                .mapWith(list -> list.as(RDFList.class).asJavaList())
                .toList()
                .stream()
                .flatMap(List::stream)
                .map(RDFNode::asResource)
                .toList();
    }

    private static boolean is(Resource test, String type) {
        return test.hasProperty(RDF.type, test.getModel().createResource(MF + type));
    }

    private static Case read(String folder, Resource test) {
        Resource action = test.getPropertyResourceValue(property(MF + "action"));
        return new Case(
                folder + '#' + test.getURI().replaceFirst(".*#", ""),
                files(action, QT + "query").get(0),
                files(action, QT + "data"),
                files(action, QT + "graphData"),
                files(test, MF + "result").get(0));
    }

    private static List<String> files(Resource subject, String property) {
        return subject.listProperties(property(property))
                .mapWith(statement -> statement.getResource().getURI().substring(BASE.length()))
                .toList();
    }

    private static Property property(String iri) {
        return ModelFactory.createDefaultModel().createProperty(iri);
    }
}
