package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.release.GraphFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.topbraid.shacl.validation.ValidationUtil;

/** The cost cube of a city in the words of cube.link, for the tools that read those. */
class CubeLinkTest {

    private static final String CUBE = "https://cube.link/";

    private static Model data;
    private static Model cube;

    @BeforeAll
    static void construct(@TempDir Path folder) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        Publication publication =
                EditionWriter.write(Specimens.sheets(), Registries.empty(), GraphBase.DEFAULT, Specimens.KEYS, folder);
        for (GraphFile file : publication.files()) {
            RDFParser.source(file.file()).lang(Lang.TURTLE).parse(graph);
        }
        data = ModelFactory.createModelForGraph(graph);
        // the catalogue says it
        data.listSubjectsWithProperty(RDF.type, data.createResource("https://w3id.org/jigyo/ns#Edition"))
                .toList()
                .forEach(edition -> edition.addProperty(
                        DCTerms.modified,
                        data.createTypedLiteral("2026-11-29T00:00:00Z", "http://www.w3.org/2001/XMLSchema#dateTime")));
        try (var execution = QueryExecutionFactory.create(Files.readString(Path.of("ontology/cube-link.rq")), data)) {
            cube = execution.execConstruct();
        }
    }

    private static void conforms(Graph shapes) {
        assertThat(ShaclValidator.get()
                        .validate(Shapes.parse(shapes), cube.getGraph())
                        .getEntries())
                .extracting(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .isEmpty();
        Resource second = ValidationUtil.validateModel(cube, ModelFactory.createModelForGraph(shapes), false);
        assertThat(second.getProperty(SHACLM.conforms).getBoolean())
                .as("the second engine")
                .isTrue();
    }

    @Test
    void visualizeCanShowIt() {
        Graph profile = GraphFactory.createDefaultGraph();
        RDFParser.source(Path.of("src/test/resources/cube-link/profile.ttl"))
                .lang(Lang.TURTLE)
                .parse(profile);
        conforms(profile);
    }

    @Test
    void everyObservationKeepsTheConstraintOfTheCube() {
        Model constraint = ModelFactory.createModelForGraph(GraphFactory.createDefaultGraph())
                .add(cube);
        constraint
                .listSubjectsWithProperty(RDF.type, constraint.createResource(CUBE + "Constraint"))
                .toList()
                .forEach(shape ->
                        shape.addProperty(SHACLM.targetClass, constraint.createResource(CUBE + "Observation")));
        conforms(constraint.getGraph());
    }

    @Test
    void itHasEveryAmountOfTheCityOnce() {
        List<String> amounts = amounts(
                data,
                "?x jgd:project/jg:municipality/jg:localGovernmentCode '082201' ; jgd:amount ?amount ; jgd:component ?component");
        assertThat(amounts)
                .isNotEmpty()
                .isEqualTo(amounts(cube, "?x a <" + CUBE + "Observation> ; jgd:amount ?amount"));
    }

    private static List<String> amounts(Model model, String pattern) {
        String query =
                "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#> SELECT ?x ?amount { "
                        + pattern + " } ORDER BY STR(?x)";
        try (var execution = QueryExecutionFactory.create(query, model)) {
            List<String> found = new ArrayList<>();
            execution.execSelect().forEachRemaining(row -> found.add(row.get("x") + " " + row.get("amount")));
            return found;
        }
    }
}
