package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.jigyo.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release built on the previous one equals a release built from scratch. */
class OnTopTest {

    private static final int PROJECTS = 600;

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void open() {
        releases = Releases.in(folder.resolve("data"));
    }

    private List<GraphFile> graphs(Random random, int changes) {
        return graphs(folder, random, changes);
    }

    /** Two editions that share statements, of which one may go while the other stays, and Extracts. */
    static List<GraphFile> graphs(Path folder, Random random, int changes) {
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
    void whatIsBuiltOnTopIsWhatIsBuiltFromNothing() throws IOException {
        Random random = new Random(20241122);
        releases.publish(graphs(random, 0), 9);
        for (int round = 1; round <= 3; round++) {
            List<GraphFile> changed = graphs(random, 20);
            Release onTop = releases.publish(changed, 9);
            Release fromNothing = Releases.in(folder.resolve("fresh" + round)).publish(changed, 9);

            assertThat(onTop.notices()).isEmpty();
            assertThat(onTop.id()).isEqualTo(fromNothing.id());
            assertThat(onTop.statements()).isEqualTo(fromNothing.statements());
            assertThat(onTop.dump()).hasSameBinaryContentAs(fromNothing.dump());
            assertThat(onTop.folder().resolve("turtle/statistics.ttl"))
                    .hasSameBinaryContentAs(fromNothing.folder().resolve("turtle/statistics.ttl"));
            assertThat(quads(onTop)).isEqualTo(quads(fromNothing));
            assertThat(texts(onTop)).isEqualTo(texts(fromNothing));
            // Jena's own tools leave such a file
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

    /** On a release that already contains the results, the queries of statistics and catalogue return the same. */
    @Test
    void statisticsDoNotDependOnStatistics() throws IOException {
        List<GraphFile> counted = new ArrayList<>(graphs(new Random(3), 9));
        counted.addAll(
                new Drawer(folder.resolve("own")).put("graph/082201/2022", """
                        <https://w3id.org/jigyo/id/evaluation/1> jg:evaluates <https://w3id.org/jigyo/id/project/1> ;
                          jg:evaluatedYear <https://w3id.org/jigyo/id/year/2022> ; jg:municipality <https://w3id.org/jigyo/id/city/1> ;
                          jg:sdgGoal <http://metadata.un.org/sdg/4> .
                        """).graphs());
        Release release = releases.publish(counted, 9);
        try (OpenRelease open = OpenRelease.of(release)) {
            String again =
                    new Statistics(open.dataset(), Drawer.BASE).of(Draft.of(counted), folder.resolve("again"), null);
            Set<String> stored = new TreeSet<>();
            TurtleSource.read(
                    release.folder().resolve("turtle/statistics.ttl"),
                    Drawer.BASE,
                    triple -> stored.add(NTriples.line(triple) + " ."));
            assertThat(again.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(stored).contains(line));
        }
    }

    /** Statistics of a city are computed again only if its part, or what belongs to no single city, changed. */
    @Test
    void statisticsOfAnUnchangedCityAreTakenOver() throws IOException {
        Release first = publish(Map.of("082201", "a", "272043", "b"), "shared");
        for (String city : List.of("082201", "272043")) {
            Path kept = first.folder().resolve("statistics/" + city + ".tsv");
            List<String> lines = new ArrayList<>(Kept.read(kept));
            lines.add("<" + Drawer.BASE + "id/" + city + "> <" + Drawer.BASE + "mark> \"kept\" .");
            Kept.write(kept, lines);
        }
        assertThat(marked(publish(Map.of("082201", "a", "272043", "c"), "shared")))
                .contains("/082201>")
                .doesNotContain("/272043>");
        assertThat(marked(publish(Map.of("082201", "a", "272043", "c"), "other")))
                .isEmpty();
    }

    private Release publish(Map<String, String> parts, String shared) throws IOException {
        StringBuilder cities = new StringBuilder();
        parts.forEach((city, part) -> cities.append("<" + Drawer.BASE + "id/evaluation/" + city + "> jg:municipality <"
                + Drawer.BASE + "id/municipality/" + city + "> ; jg:text \"" + part + shared + "\" .\n"));
        List<GraphFile> graphs = new ArrayList<>(graphs(new Random(3), 0));
        graphs.addAll(new Drawer(folder.resolve("cities" + parts.hashCode() + shared))
                .put("graph/derived", cities.toString())
                .graphs());
        return releases.publish(new Draft(graphs, new TreeMap<>(parts), shared), 9, List.of());
    }

    private static String marked(Release release) throws IOException {
        return Files.readAllLines(release.folder().resolve("turtle/statistics.ttl")).stream()
                .filter(line -> line.contains("mark>"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void blankNodesAndGreatChangesAreLoadedAgain() {
        Random random = new Random(3);
        releases.publish(graphs(random, 0), 9);
        List<GraphFile> blank = new ArrayList<>(graphs(random, 0));
        blank.addAll(new Drawer(folder.resolve("own"))
                .put("graph/vocabulary", "[] rdfs:label \"x\" .")
                .graphs());
        assertThat(releases.publish(blank, 9).notices())
                .singleElement()
                .asString()
                .contains("blank nodes");
        assertThat(releases.publish(graphs(random, 2 * PROJECTS), 9).notices())
                .anyMatch(notice -> notice.contains("more than an eighth"));
    }

    /** Change sets take less than twice the size of the changed statements. */
    @Test
    void changesAreListedInLittleRoom() throws IOException {
        Random random = new Random(8);
        Release first = releases.publish(graphs(random, 0), 9);
        Set<String> before = quads(first);
        Release second = releases.publish(graphs(random, 40), 9);
        Set<String> after = quads(second);
        List<Changes.Change> listed = new ArrayList<>();
        Changes.forEach(second, listed::add);
        Changes.Totals totals = Changes.totals(second).orElseThrow();

        assertThat(listed).hasSize((int) (totals.added() + totals.removed())).hasSizeGreaterThan(40);
        assertThat(totals.listed()).isTrue();
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(after);
        changed.removeIf(quad -> before.contains(quad) && after.contains(quad));
        changed.removeIf(quad -> quad.contains("/statistics") || quad.contains("defaultGraph") || quad.isEmpty());
        long bytes = changed.stream()
                .mapToLong(quad -> quad.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .sum();
        assertThat(Files.size(second.changes())).isLessThan(2 * bytes);
    }

    static Set<String> quads(Release release) {
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
        quads.removeIf(quad -> quad.contains("http://purl.org/dc/terms/modified")
                || quad.contains("http://purl.org/dc/terms/issued")
                || quad.contains("http://www.w3.org/ns/prov#endedAtTime"));
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
