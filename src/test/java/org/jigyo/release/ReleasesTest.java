package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.jigyo.EnvironmentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void open() {
        releases = Releases.in(folder.resolve("data"));
    }

    private Drawer city() {
        return Drawer.ofCity(folder.resolve("turtle"), 3);
    }

    @Test
    void publishesWhatIsThenCurrentAndCanBeRead() {
        Release release = releases.publish(city().graphs(), 5);

        assertThat(releases.current()).contains(release);
        assertThat(release.graphs())
                .extracting(Release.Part::graph)
                .containsExactly(
                        Drawer.BASE + "graph/082201/2024",
                        Drawer.BASE + "graph/082201/2024/evidence",
                        Drawer.BASE + "graph/vocabulary",
                        Drawer.BASE + "graph/statistics",
                        Drawer.BASE + "graph/catalogue");
        assertThat(ask(release, "{ ?p a <https://w3id.org/jigyo/ns#Project> }")).isTrue();
    }

    @Test
    void extractsAreSeenOnlyInTheirOwnGraph() {
        Release release = releases.publish(city().graphs(), 5);

        assertThat(ask(release, "{ ?e <https://w3id.org/jigyo/ns#page> ?page }"))
                .isFalse();
        assertThat(ask(release, "{ GRAPH ?g { ?e <https://w3id.org/jigyo/ns#page> ?page } }"))
                .isTrue();
    }

    @Test
    void theSameInputIsTheSameReleaseAndIsNotBuiltAgain() {
        Release first = releases.publish(city().graphs(), 5);
        Release again = releases.publish(city().graphs(), 5);
        Release elsewhere = Releases.in(folder.resolve("other")).publish(city().graphs(), 5);

        assertThat(again).isEqualTo(first);
        assertThat(elsewhere.id()).isEqualTo(first.id());
        assertThat(releases.list()).hasSize(1);
    }

    @Test
    void anUnchangedGraphKeepsItsDate() {
        Release first = releases.publish(city().graphs(), 5);
        Release second = releases.publish(
                city().put("graph/vocabulary", "jg:Project rdfs:label \"事業\"@ja .")
                        .graphs(),
                5);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.graphs().get(0)).isEqualTo(first.graphs().get(0));
    }

    @Test
    void rollsBackToAnEarlierReleaseAndNamesThoseThereAre() {
        Release first = releases.publish(city().graphs(), 5);
        releases.publish(city().put("graph/vocabulary", "").graphs(), 5);

        releases.rollback(first.id());

        assertThat(releases.current()).contains(first);
        assertThatThrownBy(() -> releases.rollback("0123456789abcdef"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(first.id());
        assertThatThrownBy(() -> releases.rollback("../../etc")).isInstanceOf(EnvironmentException.class);
    }

    @Test
    void keepsAsManyReleasesAsAskedAndTheCurrentOneAlways() {
        for (int i = 0; i < 4; i++) {
            releases.publish(
                    city().put("graph/vocabulary", "jg:n" + i + " rdfs:label \"" + i + "\" .")
                            .graphs(),
                    2);
        }

        assertThat(releases.list()).hasSize(2).contains(releases.current().orElseThrow());
    }

    @Test
    void brokenTurtleLeavesTheCurrentReleaseAndSaysWhere() {
        Release first = releases.publish(city().graphs(), 5);
        List<GraphFile> broken =
                city().put("graph/vocabulary", "jg:Project rdfs:label ").graphs();

        assertThatThrownBy(() -> releases.publish(broken, 5))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("graph-vocabulary.ttl")
                .hasMessageContaining("line");
        assertThat(releases.current()).contains(first);
        assertThat(names(folder.resolve("data/releases"))).containsExactly(first.id());
    }

    @Test
    void whatACrashLeftLyingIsSweptAway() throws IOException {
        Release first = releases.publish(city().graphs(), 5);
        Files.createDirectories(folder.resolve("data/releases/.unfinished-0123456789abcdef/tdb2"));

        releases.publish(city().put("graph/vocabulary", "").graphs(), 5);

        assertThat(names(folder.resolve("data/releases"))).hasSize(2).contains(first.id());
    }

    @Test
    void valuesThatTdbSpellsInItsOwnWayAndRepeatedStatementsAreNoLoss() {
        Drawer drawer = new Drawer(folder.resolve("turtle"))
                .put(
                        "graph/x",
                        "jg:a jg:b 18.0 , 007 , \"2024-04-01\"^^xsd:date , true , 1e3 , _:x .\n"
                                + "jg:a jg:c 1 . jg:a jg:b 18.0 . _:x jg:b _:y .");

        assertThat(releases.publish(drawer.graphs(), 1).graphs().get(0).statements())
                .as("the repeated one counts once")
                .isEqualTo(8);
    }

    @Test
    void aDataFolderThatCannotBeMadeIsSaidClearly() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Releases.in(file.resolve("data")).publish(city().graphs(), 5))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aDatabaseThatCannotBeWrittenInIsSaidClearly() throws IOException {
        Release release = releases.publish(city().graphs(), 5);
        Path journal = release.tdb().resolve("Data-0001/journal.jrnl");
        Files.delete(journal);
        Files.createDirectory(journal);

        assertThatThrownBy(() -> OpenRelease.of(release))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(journal.toString())
                .hasMessageContaining("the folder tdb2 of the release must be writable");
    }

    @Test
    void nothingPublishedIsNoRelease() {
        assertThat(releases.current()).isEmpty();
        assertThat(releases.list()).isEmpty();
    }

    private static boolean ask(Release release, String pattern) {
        try (OpenRelease open = OpenRelease.of(release)) {
            return Txn.calculateRead(
                    open.dataset(),
                    () -> QueryExec.dataset(open.dataset())
                            .query("ASK " + pattern)
                            .build()
                            .ask());
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
