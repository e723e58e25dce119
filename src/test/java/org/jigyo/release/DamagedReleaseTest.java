package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jigyo.Copies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release is built on the previous one; what is damaged there is rebuilt, and the release says so. */
class DamagedReleaseTest {

    @TempDir
    private static Path shared;

    private static Path before;
    private static List<GraphFile> changed;
    private static Set<String> expected;

    @TempDir
    private Path folder;

    @BeforeAll
    static void publish() {
        Random random = new Random(4);
        before = shared.resolve("before");
        Releases.in(before).publish(OnTopTest.graphs(shared, random, 0), 9);
        changed = OnTopTest.graphs(shared, random, 20);
        expected = OnTopTest.quads(Releases.in(shared.resolve("fresh")).publish(changed, 9));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "files.tsv, missing",
        "files.tsv, damaged",
        "census.tsv, missing",
        "census.tsv, damaged",
        "turtle/082201-2024.blocks.tsv, missing",
        "turtle/082201-2024.blocks.tsv, damaged",
        "turtle/082201-2024.ttl, damaged",
        "turtle/statistics.ttl, damaged",
        "tdb2/Data-0001/SPOG.dat, missing",
        "tdb2/Data-0001/nodes-data.obj, damaged",
        "text/_0.cfs, damaged"
    })
    void whatIsDamagedIsMadeAgainAndSaid(String file, String harm) throws IOException {
        Releases releases = copy();
        Release first = releases.current().orElseThrow();
        Path harmed = first.folder().resolve(file);
        byte[] bytes = Files.readAllBytes(harmed);
        Files.delete(harmed);
        if (harm.equals("damaged")) {
            // a digit in the last line, replaced by another digit
            bytes[bytes.length - 3] ^= 1;
            Files.write(harmed, bytes);
        }
        Release second = releases.publish(changed, 9);

        assertThat(second.notices()).anyMatch(notice -> notice.contains(first.id()) && notice.contains(harm));
        assertThat(releases.current()).contains(second);
        assertThat(OnTopTest.quads(second)).isEqualTo(expected);
    }

    /** The copies that the cases above damage are intact. */
    @Test
    void whatIsNotDamagedIsBuiltUpon() {
        Release second = copy().publish(changed, 9);

        assertThat(second.notices()).isEmpty();
        assertThat(OnTopTest.quads(second)).isEqualTo(expected);
    }

    private Releases copy() {
        return Releases.in(Copies.of(before, folder.resolve("data")));
    }
}
