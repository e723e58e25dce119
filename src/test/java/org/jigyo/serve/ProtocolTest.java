package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.RealSheets;
import org.jigyo.WithRealSheets;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The W3C's own tests of the SPARQL 1.1 protocol and service description, read from their manifests. */
@WithRealSheets
class ProtocolTest {

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    @TempDir
    static Path folder;

    private static Path tests;
    private static Model manifest;

    @AutoClose
    private static Site site;

    private static String before;

    @BeforeAll
    static void start() {
        tests = RealSheets.folder().resolve("w3c/sparql/sparql11");
        manifest = ModelFactory.createDefaultModel();
        RDFParser.fromString(read(tests.resolve("protocol/manifest.ttl")), Lang.TURTLE)
                .base("http://manifest.invalid/protocol/manifest")
                .parse(manifest);
        List<GraphFile> graphs = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            graphs.add(new GraphFile(
                    "http://kasei.us/2009/09/sparql/data/data" + i + ".rdf",
                    tests.resolve("protocol/data" + i + ".nt")));
        }
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(graphs, 1);
        site = Site.over(releases, Site.settings(folder, ""));
        before = content();
    }

    @TestFactory
    Stream<DynamicTest> protocol() {
        Resource root = manifest.listResourcesWithProperty(RDF.type, manifest.createResource(MF + "Manifest"))
                .next();
        List<RDFNode> entries = list(root, MF + "entries");
        assertThat(entries).hasSize(34);
        return entries.stream().map(RDFNode::asResource).map(test -> {
            String name = test.getURI().replaceFirst(".*#", "");
            return dynamicTest(name, () -> run(name, test));
        });
    }

    private static void run(String name, Resource test) {
        Resource connection = object(test, MF + "action").asResource();
        for (RDFNode request : list(connection, HT + "requests")) {
            Resource response = object(request.asResource(), HT + "resp").asResource();
            HttpResponse<String> answer = send(request.asResource());
            if (name.startsWith("update_")) {
                // not offered here: refused cleanly, nothing changes; the questions that follow ask for what it would
                // have done
                if (answer.request().method().equals("POST") && isUpdate(request.asResource())) {
                    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
                }
                continue;
            }
            check(response, answer);
        }
        if (name.contains("update")) {
            assertThat(content()).isEqualTo(before);
        }
    }

    private static void check(Resource expected, HttpResponse<String> answer) {
        List<String> statuses = expected.listProperties(manifest.createProperty(MF + "expectedStatus"))
                .mapWith(statement -> statement.getResource().getURI().replaceFirst(".*StatusCode", ""))
                .toList();
        assertThat(statuses)
                .as("%s %s", answer.statusCode(), answer.body())
                .anyMatch(status -> answer.statusCode() / 100 == Integer.parseInt(status.substring(0, 1)));
        RDFNode truth = object(expected, MF + "expectedBoolean");
        if (truth != null) {
            assertThat(answer.body())
                    .contains(Boolean.toString(truth.asLiteral().getBoolean()));
        }
        RDFNode format = object(expected, MF + "expectedFormat");
        if (format != null) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(type)
                    .contains(
                            switch (format.asLiteral().getString()) {
                                case "boolean", "tabular" -> "application/sparql-results+json";
                                default -> "text/turtle";
                            });
        }
    }

    private static boolean isUpdate(Resource request) {
        return chars(request).matches("(?s).*(INSERT|CLEAR|update=).*");
    }

    private static String chars(Resource request) {
        RDFNode body = object(request, HT + "body");
        return body == null
                ? ""
                : object(body.asResource(), CNT + "chars").asLiteral().getString();
    }

    private static HttpResponse<String> send(Resource request) {
        String path = object(request, HT + "absolutePath").asLiteral().getString();
        HttpRequest.Builder builder = site.request(path);
        for (RDFNode header : list(request, HT + "headers")) {
            builder.header(
                    object(header.asResource(), HT + "fieldName").asLiteral().getString(),
                    object(header.asResource(), HT + "fieldValue").asLiteral().getString());
        }
        RDFNode body = object(request, HT + "body");
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.noBody();
        if (body != null) {
            String set = object(body.asResource(), CNT + "characterEncoding")
                    .asLiteral()
                    .getString();
            publisher = HttpRequest.BodyPublishers.ofByteArray(chars(request).getBytes(Charset.forName(set)));
        }
        return site.send(
                builder.method(object(request, HT + "methodName").asLiteral().getString(), publisher)
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> serviceDescription() {
        Graph graph = GraphFactory.createDefaultGraph();
        HttpResponse<String> answer = site.get("/sparql");
        return Stream.of(
                dynamicTest("returns-rdf", () -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
                    assertThat(graph.isEmpty()).isFalse();
                }),
                dynamicTest(
                        "has-endpoint-triple",
                        () -> assertThat(ask("?s sd:endpoint <" + site.at("/sparql") + ">", graph))
                                .isTrue()),
                dynamicTest("conforms-to-schema", () -> {
                    assertThat(ask("?s a sd:Service ; sd:endpoint ?e", graph)).isTrue();
                    assertThat(ask("?s sd:defaultDataset/sd:defaultGraph/a sd:Graph".replace("/a", "/rdf:type"), graph))
                            .isTrue();
                    assertThat(ask("?s sd:namedGraph ?g FILTER NOT EXISTS { ?g sd:name ?n ; sd:graph ?c }", graph))
                            .isFalse();
                    assertThat(ask("?s sd:supportedLanguage sd:SPARQL11Query ; sd:resultFormat ?f", graph))
                            .isTrue();
                }));
    }

    private static boolean ask(String pattern, Graph graph) {
        return org.apache.jena.sparql.exec.QueryExec.graph(graph)
                .query("PREFIX sd: <" + SD + "> PREFIX rdf: <" + RDF.getURI() + "> ASK { " + pattern + " }")
                .build()
                .ask();
    }

    private static String content() {
        return site.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o", "Accept", "text/csv")
                .body();
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RDFNode object(Resource subject, String property) {
        var statement = subject.getProperty(manifest.createProperty(property));
        return statement == null ? null : statement.getObject();
    }

    private static List<RDFNode> list(Resource subject, String property) {
        RDFNode list = object(subject, property);
        return list == null ? List.of() : list.as(RDFList.class).asJavaList();
    }
}
