package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.RealSheets;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.release.GraphFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.topbraid.shacl.validation.ValidationUtil;

/** The graph of the real sheets violates no rule, according to two engines. */
class CheckedGoldTest {

    @Test
    void noViolation(@TempDir Path folder) throws Exception {
        Publication publication = EditionWriter.write(Gold.sheets(), Registries.empty(), GraphBase.DEFAULT, folder);
        CheckReport report = GraphCheck.check(
                publication.files().stream().map(GraphFile::file).toList());
        assertThat(report.findings()).isEmpty();
        assertThat(report.heldBack()).isEmpty();
        Graph graph = GraphFactory.createDefaultGraph();
        publication
                .files()
                .forEach(f -> RDFParser.source(f.file()).lang(Lang.TURTLE).parse(graph));
        Graph shapes = GraphFactory.createDefaultGraph();
        RDFParser.source(Path.of("ontology/shapes.ttl")).lang(Lang.TURTLE).parse(shapes);
        Resource second = ValidationUtil.validateModel(
                ModelFactory.createModelForGraph(graph), ModelFactory.createModelForGraph(shapes), false);
        assertThat(second.getModel()
                        .listStatements(null, SHACLM.resultMessage, (String) null)
                        .toList())
                .as("the second engine")
                .isEmpty();
        assertThat(second.getProperty(SHACLM.conforms).getBoolean()).isTrue();
    }

    /** DCAT-AP 3.0.0: the editions and cubes as data sets, schemes and concepts, publishers. */
    @Test
    void dcatApIsSatisfied(@TempDir Path folder) throws Exception {
        Publication publication = EditionWriter.write(Gold.sheets(), Registries.empty(), GraphBase.DEFAULT, folder);
        Graph graph = GraphFactory.createDefaultGraph();
        publication
                .files()
                .forEach(f -> RDFParser.source(f.file()).lang(Lang.TURTLE).parse(graph));
        Graph shapes = GraphFactory.createDefaultGraph();
        RDFParser.source(RealSheets.folder().resolve("vocab/dcat-ap-SHACL.ttl"))
                .lang(Lang.TURTLE)
                .parse(shapes);
        ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), graph);
        assertThat(report.getEntries())
                .extracting(e -> e.focusNode() + " " + e.resultPath() + " " + e.message())
                .isEmpty();
    }
}
