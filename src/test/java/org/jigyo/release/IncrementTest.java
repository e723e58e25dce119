package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.jigyo.Bundled;
import org.jigyo.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A release that is built on the one before it is the release that is built from nothing. */
class IncrementTest {

    private static final int PROJECTS = 1500;

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void open() {
        releases = Releases.in(folder.resolve("data"));
    }

    /** Two editions that share statements, of which one may go while the other stays, and Extracts. */
    private List<GraphFile> graphs(Random random, int changes) {
        int[] amounts = new int[PROJECTS];
        for (int i = 0; i < changes; i++) {
            amounts[random.nextInt(PROJECTS)] = random.nextInt(5);
        }
        StringBuilder first = new StringBuilder("\n");
        StringBuilder second = new StringBuilder("\n");
        StringBuilder extracts = new StringBuilder("\n");
        for (int i = 0; i < PROJECTS; i++) {
            String project = "<" + Drawer.BASE + "id/project/" + i + ">";
            String name = "  rdfs:label \"事業" + i + "の " + amounts[i] + "\"@ja .\n\n";
            if (amounts[i] != 4) {
                first.append(project + " a jg:Project;\n  jg:amount " + amounts[i] + ";\n" + name);
            }
            if (i % 3 == 0) {
                second.append(project + " jg:text \"\"\"一行目\n\n" + i + ". 行 \\\"\"\"\"@ja;\n" + name);
            }
            extracts.append("<" + Drawer.BASE + "id/extract/" + i + "> jg:page " + (i + amounts[i]) + " .\n");
        }
        return new Drawer(folder.resolve("turtle"))
                .put("graph/082201/2023", second.toString())
                .put("graph/082201/2024", first.toString())
                .put("graph/082201/2024/evidence", extracts.toString())
                .graphs();
    }

    @Test
    void whatIsBuiltOnTheReleaseBeforeIsWhatIsBuiltFromNothing() throws IOException {
        Random random = new Random(20241122);
        releases.publish(graphs(random, 0), 9);
        for (int round = 1; round <= 3; round++) {
            List<GraphFile> changed = graphs(random, 20);
            Release onTop = releases.publish(changed, 9);
            Release fromNothing = Releases.in(folder.resolve("fresh" + round)).publish(changed, 9);

            assertThat(Slices.of(onTop).updates()).isEqualTo(round);
            assertThat(Slices.of(fromNothing).updates()).isZero();
            assertThat(onTop.id()).isEqualTo(fromNothing.id());
            assertThat(onTop.statements()).isEqualTo(fromNothing.statements());
            assertThat(onTop.notices()).isEmpty();
            assertSameFiles(onTop, fromNothing);
            assertThat(quads(onTop)).isEqualTo(quads(fromNothing));
            assertThat(texts(onTop)).isEqualTo(texts(fromNothing));
            // Jena's own tools leave one
            Files.writeString(onTop.tdb().resolve("tdb.lock"), "1");
        }
    }

    @Test
    void anOldReleaseStaysWhatItWas() throws IOException {
        Random random = new Random(1);
        Release first = releases.publish(graphs(random, 0), 9);
        Set<String> before = quads(first);
        releases.publish(graphs(random, 20), 9);

        assertThat(quads(first)).isEqualTo(before);
        assertThat(texts(first)).hasSizeGreaterThan(PROJECTS);
        releases.rollback(first.id());
        Release third = releases.publish(graphs(random, 5), 1);
        assertThat(releases.list()).containsExactly(third);
    }

    /** What VoID says is kept up to date statement by statement; here it is asked for. */
    @Test
    void figuresThatAreKeptUpToDateAreThoseThatAreCounted() {
        Random random = new Random(20241123);
        releases.publish(graphs(random, 0), 9);
        Release release = releases.publish(graphs(random, 60), 9);

        String counted =
                "{ SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) "
                        + "(COUNT(DISTINCT ?p) AS ?properties) { GRAPH <" + Drawer.BASE + "graph/one> { ?s ?p ?o } } }";
        String said = " ?set void:triples ?triples ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects ; "
                + "void:properties ?properties .";
        assertThat(ask(release, counted + said)).isTrue();
        assertThat(
                        ask(
                                release,
                                "{ SELECT ?property (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) { GRAPH <"
                                        + Drawer.BASE
                                        + "graph/one> { ?s ?property ?o } } GROUP BY ?property } FILTER NOT EXISTS { "
                                        + "?part void:property ?property ; void:triples ?triples ; void:distinctSubjects ?subjects }"))
                .isFalse();
        assertThat(ask(
                        release,
                        "{ SELECT ?class (COUNT(*) AS ?entities) { GRAPH <" + Drawer.BASE
                                + "graph/one> { ?s a ?class } } GROUP BY ?class } FILTER NOT EXISTS { "
                                + "?part void:class ?class ; void:entities ?entities }"))
                .isFalse();
    }

    /** Over the release and, as a graph of its own, all that it was given to say without GRAPH, each statement once. */
    private static boolean ask(Release release, String pattern) {
        DatasetGraph asked = DatasetGraphFactory.create();
        release.graphs().stream().filter(part -> !part.evidence()).forEach(part -> {
            String graph =
                    part.graph().endsWith("/statistics") ? Quad.defaultGraphIRI.getURI() : Drawer.BASE + "graph/one";
            if (!part.graph().endsWith("/catalogue")) {
                TurtleSource.read(
                        release.folder().resolve(part.turtle()),
                        part.graph(),
                        triple -> asked.add(Quad.create(NodeFactory.createURI(graph), triple)));
            }
        });
        return QueryExec.dataset(asked)
                .query("PREFIX void: <http://rdfs.org/ns/void#> ASK { " + pattern + " }")
                .build()
                .ask();
    }

    /** How a release that another is to be built on can be harmed, and what is then said. */
    static Stream<Arguments> harms() {
        return Stream.of(
                Arguments.of("slices.tsv", "missing"),
                Arguments.of("slices.tsv", "damaged"),
                Arguments.of("slices.tsv", "another version of the program"),
                Arguments.of("census.tsv", "missing"),
                Arguments.of("census.tsv", "damaged"),
                Arguments.of("answers.tsv", "missing"),
                Arguments.of("answers.tsv", "damaged"),
                Arguments.of("dump/jigyo.nq.gz", "damaged"),
                Arguments.of("stored.tsv", "missing"),
                Arguments.of("stored.tsv", "damaged"),
                Arguments.of("turtle/statistics.ttl", "damaged"),
                Arguments.of("files.tsv", "missing"),
                Arguments.of("files.tsv", "damaged"),
                Arguments.of("tdb2/Data-0001/SPOG.dat", "missing"),
                Arguments.of("tdb2/Data-0001/nodes-data.obj", "damaged"),
                Arguments.of("text/_0.cfs", "damaged"),
                Arguments.of("turtle/082201-2024.ttl", "damaged"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("harms")
    void whatIsNotWhatItWasIsMadeAnewAndSaid(String file, String harm) throws IOException {
        Random random = new Random(4);
        Release first = releases.publish(graphs(random, 0), 9);
        Path harmed = first.folder().resolve(file);
        byte[] bytes = Files.readAllBytes(harmed);
        switch (harm) {
            case "missing" -> Files.delete(harmed);
            // a digit in the last line, which stays a digit
            case "damaged" -> bytes[bytes.length - 3] ^= 1;
            default -> bytes[0] ^= 1;
        }
        if (!harm.equals("missing")) {
            Files.write(harmed, bytes);
        }
        List<GraphFile> changed = graphs(random, 20);
        Release second = releases.publish(changed, 9);

        assertThat(Slices.of(second).updates()).isZero();
        assertThat(second.notices()).anyMatch(notice -> notice.contains(first.id()) && notice.contains(harm));
        assertThat(releases.current()).contains(second);
    }

    @Test
    void whatTheReleaseBeforeHasWrongIsNotBuiltUpon() throws IOException {
        Random random = new Random(2);
        Release first = releases.publish(graphs(random, 0), 9);
        Node graph = NodeFactory.createURI(Drawer.BASE + "graph/082201/2023");
        Quad quad = Quad.create(graph, graph, graph, graph);
        write(first, store -> store.dataset().add(quad));
        Release second = releases.publish(graphs(random, 20), 9);
        assertThat(Slices.of(second).updates()).isZero();
        assertThat(second.notices()).singleElement().asString().contains(first.id(), "is damaged");

        // as if its checksums had been made of the wrong files
        write(second, store -> store.dataset().add(quad));
        StoredFiles.write(second.folder());
        Release third = releases.publish(graphs(random, 20), 9);
        assertThat(Slices.of(third).updates()).isZero();
        assertThat(third.notices())
                .singleElement()
                .asString()
                .contains(second.id(), "what was stored of " + graph.getURI());
    }

    private static void write(Release release, Consumer<Store> change) throws IOException {
        try (Store store = Store.in(release.tdb())) {
            Txn.executeWrite(store.dataset(), () -> change.accept(store));
        }
    }

    /** Paths see what is hidden from the other patterns of a question: no such property may be said by what questions make. */
    @Test
    void noQuestionWalksWhatFollowsFromItsAnswer() {
        Set<String> walked = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        for (String name : List.of("statistics", "catalogue")) {
            Bundled.files("/publication/" + name, ".rq").values().forEach(text -> {
                Query query = QueryFactory.create(new String(text, StandardCharsets.UTF_8));
                walk(query.getQueryPattern(), walked);
                query.getConstructTemplate()
                        .getTriples()
                        .forEach(triple -> said.add(triple.getPredicate().toString()));
            });
        }
        Release release = releases.publish(graphs(new Random(5), 0), 9);
        release.computed()
                .forEach(part -> TurtleSource.read(
                        release.folder().resolve(part.turtle()),
                        part.graph(),
                        triple -> said.add(triple.getPredicate().toString())));

        assertThat(said).hasSizeGreaterThan(20);
        assertThat(walked)
                .hasSizeGreaterThan(2)
                .allSatisfy(path -> assertThat(said).noneMatch(property -> path.contains("<" + property + ">")));
    }

    private static void walk(Element pattern, Set<String> paths) {
        ElementWalker.walk(pattern, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining(path -> {
                    if (!path.isTriple()) {
                        paths.add(path.getPath().toString());
                    }
                });
            }

            @Override
            public void visit(ElementSubQuery inner) {
                walk(inner.getQuery().getQueryPattern(), paths);
            }

            @Override
            public void visit(ElementFilter filter) {
                if (filter.getExpr() instanceof ExprFunctionOp exists) {
                    walk(exists.getElement(), paths);
                }
            }
        });
    }

    /** Or a question whose answer changed would not be asked. */
    @Test
    void everyPropertyThatAQuestionLooksForIsKnown() {
        Pattern triple = Pattern.compile("\\((?:triple|path) \\S+ (\\(.*?\\)+|\\S+) ");
        Pattern property = Pattern.compile("<([^>]*)>");
        for (String name : List.of("statistics", "catalogue")) {
            Bundled.files("/publication/" + name, ".rq").forEach((file, text) -> {
                Query query = QueryFactory.create(new String(text, StandardCharsets.UTF_8));
                Set<String> properties = new TreeSet<>();
                triple.matcher(Algebra.compile(query).toString())
                        .results()
                        .map(found -> found.group(1).replace("rdf:type", "<" + RDF.type.getURI() + ">"))
                        .peek(found -> assertThat(found).as(file).contains("<"))
                        .forEach(found -> property.matcher(found).results().forEach(p -> properties.add(p.group(1))));
                assertThat(Answers.properties(query)).as(file).containsAll(properties);
                assertThat(properties.isEmpty()).as(file).isEqualTo(file.equals("cube.rq"));
            });
        }
    }

    @Test
    void blankNodesAndGreatChangesAreLoadedAnew() throws IOException {
        Random random = new Random(3);
        releases.publish(graphs(random, 0), 9);

        List<GraphFile> blank = new ArrayList<>(graphs(random, 0));
        blank.addAll(new Drawer(folder.resolve("own"))
                .put("graph/vocabulary", "[] rdfs:label \"x\" .")
                .graphs());
        Release withBlank = releases.publish(blank, 9);
        assertThat(Slices.of(withBlank).updates()).isZero();
        assertThat(withBlank.notices()).singleElement().asString().contains("blank nodes");
        assertThat(Slices.of(releases.publish(graphs(random, 2 * PROJECTS), 9)).updates())
                .isZero();
    }

    @Test
    void aQuestionIsAskedAgainWhenAPropertyThatItNamesIsSaidOtherwise() throws IOException {
        Release first = releases.publish(withThing("jg:amount 1"), 9);
        Path answers = first.folder().resolve("answers.tsv");
        List<String> lines = new ArrayList<>(Kept.read(answers));
        assertThat(lines).anyMatch(line -> line.startsWith("statistics/cube.rq\t<"));
        String forged = "<http://example.org/forged> <http://example.org/p> <http://example.org/o>";
        lines.add("statistics/cube.rq\t" + forged);
        Kept.write(answers, lines);

        Release second = releases.publish(withThing("jg:amount 2"), 9);
        assertThat(second.folder().resolve("turtle/statistics.ttl")).content().contains(forged);
        Release third = releases.publish(withThing("a jg:Thing"), 9);
        assertThat(third.folder().resolve("turtle/statistics.ttl")).content().doesNotContain(forged);
        assertThat(Slices.of(third).updates()).isEqualTo(2);
    }

    private List<GraphFile> withThing(String said) throws IOException {
        List<GraphFile> graphs = new ArrayList<>(graphs(new Random(6), 0));
        graphs.addAll(new Drawer(folder.resolve("thing"))
                .put("graph/271004/2024", "<" + Drawer.BASE + "id/thing> " + said + " .")
                .graphs());
        return graphs;
    }

    private static void assertSameFiles(Release one, Release other) {
        assertThat(one.dump()).hasSameBinaryContentAs(other.dump());
        assertThat(one.folder().resolve("turtle/statistics.ttl"))
                .hasSameBinaryContentAs(other.folder().resolve("turtle/statistics.ttl"));
        assertThat(one.folder().resolve("census.tsv"))
                .hasSameBinaryContentAs(other.folder().resolve("census.tsv"));
    }

    private static Set<String> quads(Release release) {
        Set<String> quads = new TreeSet<>();
        try (OpenRelease open = OpenRelease.of(release)) {
            Txn.executeRead(
                    open.dataset(),
                    () -> open.dataset()
                            .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                            .forEachRemaining(quad -> quads.add(
                                    quad.getGraph().toString().endsWith("/catalogue") ? "" : quad.toString())));
        }
        // the catalogue says when it was made, also in the default graph
        quads.removeIf(quad -> quad.contains("http://purl.org/dc/terms/modified"));
        return quads;
    }

    private static Set<String> texts(Release release) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (DirectoryReader reader =
                DirectoryReader.open(FSDirectory.open(release.folder().resolve("text")))) {
            assertThat(reader.numDeletedDocs()).isZero();
            for (int i = 0; i < reader.maxDoc(); i++) {
                texts.add(reader.storedFields().document(i).get("uri"));
            }
            texts.add(reader.numDocs() + " texts");
        }
        return texts;
    }
}
