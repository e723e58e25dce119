package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is checked where something changed says the same as what is checked everywhere. */
class RevisionTest {

    private static final String OWN = GraphBase.DEFAULT.iri() + "id/";

    @TempDir
    static Path folder;

    private static Set<Triple> specimens;

    @BeforeAll
    static void write() throws Exception {
        List<Path> files = EditionWriter.write(
                        Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl")).stream()
                                .map(SheetJson::read)
                                .toList(),
                        Registries.empty(),
                        GraphBase.DEFAULT,
                        Map.of(),
                        folder)
                .files()
                .stream()
                .map(org.jigyo.graph.GraphFile::path)
                .toList();
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        files.forEach(file -> RDFParser.source(file).lang(Lang.TURTLE).parse(graph));
        specimens = new LinkedHashSet<>(graph.find().toList());
    }

    /** Seeded: statements go, come, lead elsewhere; things go whole; each state is checked on top of the one before. */
    @Test
    void aRevisionIsCheckedAsTheWholeIs() {
        Random random = new Random(20241122);
        int rounds = Integer.getInteger("jigyo.revisions", 12);
        Set<Triple> before = specimens;
        CheckReport known = GraphCheck.check(graph(before));
        int breaches = 0;
        for (int round = 0; round < rounds; round++) {
            // now and then back to what breaks no rule
            Set<Triple> now = round % 6 == 5 ? specimens : changed(before, random);
            Revision revision = revision(before, now, known.breaches());
            Graph graph = graph(now);
            Optional<Set<Node>> affected = Affected.of(graph, revision, OWN, Long.MAX_VALUE);
            assertThat(affected).isPresent();

            CheckReport part = GraphCheck.check(graph, revision, OWN, affected.get());
            CheckReport whole = GraphCheck.check(graph(now));
            Set<String> missed = new TreeSet<>(texts(whole));
            missed.removeAll(texts(part));
            assertThat(missed).as("missed in round " + round).isEmpty();
            Set<String> invented = new TreeSet<>(texts(part));
            invented.removeAll(texts(whole));
            assertThat(invented).as("invented in round " + round).isEmpty();
            assertThat(part.findings()).hasSameSizeAs(whole.findings());
            assertThat(part.heldBack()).isEqualTo(whole.heldBack());
            breaches += whole.breaches().size();
            before = now;
            known = part;
        }
        assertThat(breaches).isGreaterThan(rounds);
    }

    private static List<String> texts(CheckReport report) {
        return report.findings().stream().map(Object::toString).toList();
    }

    private static Set<Triple> changed(Set<Triple> statements, Random random) {
        List<Triple> all = new ArrayList<>(statements);
        List<Triple> own = all.stream()
                .filter(triple -> Affected.own(triple.getSubject(), OWN))
                .toList();
        Set<Triple> changed = new LinkedHashSet<>(all);
        for (int i = 0; i < 6; i++) {
            Triple one = own.get(random.nextInt(own.size()));
            Triple other = own.get(random.nextInt(own.size()));
            switch (random.nextInt(5)) {
                case 0 -> changed.remove(one);
                case 1 -> changed.removeIf(triple -> triple.getSubject().equals(one.getSubject()));
                case 2 -> changed.add(Triple.create(one.getSubject(), one.getPredicate(), other.getObject()));
                case 3 -> {
                    changed.remove(one);
                    changed.add(Triple.create(one.getSubject(), one.getPredicate(), other.getSubject()));
                }
                default ->
                    all.stream()
                            .filter(triple -> triple.getSubject().equals(one.getSubject()))
                            .forEach(triple -> changed.add(Triple.create(
                                    NodeFactory.createURI(one.getSubject().getURI() + "-twin"),
                                    triple.getPredicate(),
                                    triple.getObject())));
            }
        }
        return changed;
    }

    private static Revision revision(Set<Triple> before, Set<Triple> now, List<Breach> breaches) {
        Set<Node> subjects = new HashSet<>();
        Set<Node> left = new HashSet<>();
        before.stream().filter(triple -> !now.contains(triple)).forEach(triple -> {
            subjects.add(triple.getSubject());
            left.add(triple.getObject());
        });
        now.stream().filter(triple -> !before.contains(triple)).forEach(triple -> subjects.add(triple.getSubject()));
        return new Revision(subjects, left, breaches);
    }

    private static Graph graph(Set<Triple> statements) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        statements.forEach(graph::add);
        return graph;
    }

    @Test
    void definitionsAndEntangledObservationsAreCheckedWhole() {
        Node code = NodeFactory.createURI("https://w3id.org/jigyo/code/phase/settled");
        Graph graph = graph(specimens);
        assertThat(Affected.of(graph, new Revision(Set.of(code), Set.of(), List.of()), OWN, Long.MAX_VALUE))
                .isEmpty();
        Node thing = NodeFactory.createURI(OWN + "thing");
        Revision own = new Revision(Set.of(thing), Set.of(), List.of());
        assertThat(Affected.of(graph, own, OWN, Long.MAX_VALUE)).isPresent();
        graph.add(thing, CubeIntegrity.qb("slice"), thing);
        assertThat(Affected.of(graph, own, OWN, Long.MAX_VALUE)).isEmpty();
    }

    /** What {@link Affected} relies on: a shape looks at a node's own statements and at what they lead to, no further. */
    @Test
    void shapesLookNoFurtherThanIsKnown() {
        Model shapes = ModelFactory.createModelForGraph(Shapes.shipped().source());
        assertThat(shapes.listObjectsOfProperty(SHACLM.path).toList())
                .as("a path is one property, forward")
                .allMatch(RDFNode::isURIResource);
        assertThat(shapes.listStatements().toList().stream()
                        .map(statement -> statement.getPredicate().getURI())
                        .filter(property -> property.startsWith(SHACLM.NS))
                        .map(property -> property.substring(SHACLM.NS.length())))
                .isSubsetOf(
                        "targetClass",
                        "targetSubjectsOf",
                        "property",
                        "path",
                        "message",
                        "minCount",
                        "maxCount",
                        "datatype",
                        "nodeKind",
                        "pattern",
                        "languageIn",
                        "class",
                        "node",
                        "hasValue",
                        "minInclusive",
                        "maxInclusive",
                        "not",
                        "or",
                        "sparql",
                        "select",
                        "prefixes",
                        "declare",
                        "prefix",
                        "namespace");
        assertThat(shapes.listObjectsOfProperty(SHACLM.node).toList())
                .as("a shape of what a property leads to looks at that thing's statements only")
                .allMatch(shape -> !shapes.contains(null, SHACLM.node, (RDFNode) null)
                        || shape.asResource().listProperties(SHACLM.property).toList().stream()
                                .noneMatch(inner -> inner.getResource().hasProperty(SHACLM.node)
                                        || inner.getResource().hasProperty(SHACLM.class_)));
        assertThat(shapes.listObjectsOfProperty(SHACLM.sparql).toList())
                .extracting(query -> query.asResource().getLocalName())
                .as("read by hand: from a node, at most back to what points to it, then along two statements")
                .containsExactlyInAnyOrder("ScaleShape-scheme", "DirectionShape-scheme", "RoundingShape-step");
    }
}
