package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jigyo.check.GraphCheck;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specimen records as RDF: golden files, laws of writing, and agreement of two libraries. */
class EditionWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/graph/golden");

    @TempDir
    private Path folder;

    private Map<String, String> write(List<Sheet> sheets, GraphBase base, String name) throws IOException {
        Publication publication =
                EditionWriter.write(sheets, Registries.empty(), base, Specimens.KEYS, folder.resolve(name));
        Map<String, String> files = new TreeMap<>();
        for (GraphFile file : publication.files()) {
            files.put(file.file().getFileName().toString(), Files.readString(file.file()));
        }
        return files;
    }

    /** Run with {@code -Djigyo.golden=write} after an intended change, and review the difference like code. */
    @Test
    void goldenFiles() throws IOException {
        Map<String, String> written = write(Specimens.sheets(), GraphBase.DEFAULT, "golden");
        // The vocabulary graph repeats ontology/, which is reviewed there.
        written.remove("vocabulary.ttl");
        if ("write".equals(System.getProperty("jigyo.golden"))) {
            Files.createDirectories(GOLDEN);
            for (Map.Entry<String, String> file : written.entrySet()) {
                Files.writeString(GOLDEN.resolve(file.getKey()), file.getValue());
            }
        }
        Map<String, String> golden = new TreeMap<>();
        for (String name : written.keySet()) {
            golden.put(name, Files.readString(GOLDEN.resolve(name)));
        }
        assertThat(written).isEqualTo(golden);
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() throws IOException {
        List<Sheet> turned = new ArrayList<>(Specimens.sheets());
        Collections.reverse(turned);
        assertThat(write(turned, GraphBase.DEFAULT, "turned"))
                .isEqualTo(write(Specimens.sheets(), GraphBase.DEFAULT, "straight"));
    }

    @Test
    void anotherBaseNamesTheSameThings() throws IOException {
        GraphBase own = new GraphBase("https://data.example.jp/jigyo/");
        Map<String, String> moved = write(Specimens.sheets(), own, "own");
        Map<String, String> usual = write(Specimens.sheets(), GraphBase.DEFAULT, "usual");
        assertThat(moved.keySet()).isEqualTo(usual.keySet());
        usual.forEach((name, text) -> assertThat(parse(moved.get(name)))
                .isEqualTo(parse(text.replaceAll("https://w3id.org/jigyo/(id|graph)/", own.iri() + "$1/"))));
        assertThat(moved.get("082201-2024.ttl")).doesNotContain("https://w3id.org/jigyo/id/");
    }

    private static Model parse(String turtle) {
        Model model = new LinkedHashModel();
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(new StatementCollector(model));
        try {
            parser.parse(new StringReader(turtle), "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return model;
    }

    private static Graph jena(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    @Test
    void jenaAndRioReadEachOther() throws IOException {
        Map<String, String> files = write(Specimens.sheets(), GraphBase.DEFAULT, "both");
        files.put("shapes.ttl", Files.readString(Path.of("ontology/shapes.ttl")));
        files.forEach((name, turtle) -> {
            Graph read = jena(turtle);
            String byJena = RDFWriter.source(read).lang(Lang.TURTLE).asString();
            assertThat(Models.isomorphic(parse(turtle), parse(byJena))).as(name).isTrue();
            StringWriter byRio = new StringWriter();
            TurtleWriter writer = new TurtleWriter(byRio);
            writer.startRDF();
            parse(byJena).forEach(writer::handleStatement);
            writer.endRDF();
            assertThat(jena(byRio.toString()).isIsomorphicWith(read)).as(name).isTrue();
        });
    }

    @Test
    void theSpecimensBreakNoRule() {
        Publication publication = publication();
        assertThat(GraphCheck.check(publication.files().stream()
                                .map(GraphFile::file)
                                .toList())
                        .findings())
                // The evidence of specimens covers only some facts.
                .noneMatch(f -> f.severity() == org.jigyo.Finding.Severity.ERROR);
    }

    private Publication publication() {
        try {
            return EditionWriter.write(
                    Specimens.sheets(), Registries.empty(), GraphBase.DEFAULT, Specimens.KEYS, folder.resolve("p"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void editionsDifferAndLatestTakesTheNewest() throws IOException {
        Publication publication = publication();
        assertThat(publication.findings())
                .filteredOn(f -> f.code() == org.jigyo.Finding.Code.EDITIONS_DIFFER)
                .singleElement()
                .satisfies(f ->
                        assertThat(f.detail()).contains("3943000 (edition 2024").contains("3940000 (edition 2022"));
        Statements derived = new Statements();
        parse(Files.readString(folder.resolve("p/derived.ttl")))
                .forEach(s ->
                        derived.add((org.eclipse.rdf4j.model.IRI) s.getSubject(), s.getPredicate(), s.getObject()));
        assertThat(derived.object(
                                Iris.iri("https://w3id.org/jigyo/id/cube/082201/cost/latest/"
                                        + "082201-2021-0008-2022-settled-total"),
                                Iris.jgd("repeatedAmount"))
                        .stringValue())
                .isEqualTo("3943000");
    }

    @Test
    void aBaseIsAnIriThatEndsWithASlash() {
        for (String wrong : List.of(
                "", "https://example.jp", "ftp://example.jp/", "https://例.jp/", "https://a b/", "https://a/#/")) {
            assertThatThrownBy(() -> new GraphBase(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ends with a slash");
        }
    }

    @Test
    void corporateNumbersHaveTheirCheckDigit() {}

    private static boolean says(Path file, String subject, String label) throws IOException {
        return parse(Files.readString(file)).contains(Iris.iri(subject), Iris.skos("prefLabel"), Iris.ja(label));
    }

    @Test
    void aLayoutsOwnKeysAndANewCityNeedNoCode() throws IOException {
        publication();
        Path vocabulary = folder.resolve("p/vocabulary.ttl");
        assertThat(says(vocabulary, Iris.CODE + "section/279994/x.voice", "市民の声"))
                .isTrue();
        assertThat(says(vocabulary, Iris.CODE + "attribute/279994/x.area", "対象区域"))
                .isTrue();
        assertThat(says(vocabulary, Iris.CODE + "criterion/279994/x.speed", "速さ"))
                .isTrue();
        assertThat(says(vocabulary, Iris.CODE + "scale/279994/x.speed/n1", "速い"))
                .isTrue();
        assertThat(says(vocabulary, Iris.CODE + "direction/279994/1", "続ける")).isTrue();
        assertThat(says(vocabulary, "https://w3id.org/jigyo/id/municipality/279994", "279994"))
                .isTrue();
    }

    /** What the registry remembers of earlier runs is not published without its sheets. */
    @Test
    void aPublicationHoldsWhatItsSheetsHold() throws IOException {
        List<Sheet> one = Specimens.sheets().stream()
                .filter(s -> s.city().equals("272043"))
                .toList();
        Publication all = publication();
        EditionWriter.write(one, all.registries(), GraphBase.DEFAULT, folder.resolve("later"));
        EditionWriter.write(one, Registries.empty(), GraphBase.DEFAULT, folder.resolve("fresh"));
        for (String name : List.of("272043-2024.ttl", "derived.ttl", "vocabulary.ttl")) {
            assertThat(folder.resolve("later/" + name)).hasSameTextualContentAs(folder.resolve("fresh/" + name));
        }
    }

    @Test
    void aMeasureWithoutItsPillarHasNoPlaceInTheTree() {
        Sheet sheet = org.jigyo.sheet.SheetJson.read("""
                {"context":{"currencyUnit":1000,"plan":"ikeda-7"},"city":"272043","fiscalYear":2024,"number":"1","name":"標本事業",
                 "policies":[{"level":"measure","code":"③","label":"標本の施策"}]}
                """);
        Publication publication =
                EditionWriter.write(List.of(sheet), Registries.empty(), GraphBase.DEFAULT, folder.resolve("m"));
        assertThat(publication.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.place().field()).isEqualTo("policies/measure/③"));
        assertThat(folder.resolve("m/vocabulary.ttl")).content().doesNotContain("id/policy/272043/ikeda-7/3");
    }

    /** Without its layout's unit an amount is left out; nothing is guessed. */
    @Test
    void anAmountWithoutUnitIsLeftOutAndReported() {
        Sheet sheet = org.jigyo.sheet.SheetJson.read("""
                {"city":"272043","fiscalYear":2024,"number":"1","name":"標本事業",
                 "costs":[{"item":"total","phase":"settled","year":2024,"value":5}]}
                """);
        Publication publication =
                EditionWriter.write(List.of(sheet), Registries.empty(), GraphBase.DEFAULT, folder.resolve("u"));
        assertThat(publication.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(org.jigyo.Finding.Code.VALUE_UNREADABLE);
            assertThat(f.place().field()).isEqualTo("costs/total/settled/2024");
        });
        assertThat(folder.resolve("u/272043-2024.ttl")).content().doesNotContain("jgd:amount");
    }
}
