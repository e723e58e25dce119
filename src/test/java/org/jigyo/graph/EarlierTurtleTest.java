package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken over from Turtle that was written before is what would be written. */
class EarlierTurtleTest {

    @TempDir
    Path folder;

    private static List<Sheet> specimens(String was, String is) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl")).stream()
                .map(line -> SheetJson.read(line.replace(was, is)))
                .toList();
    }

    private Publication write(List<Sheet> sheets, String name, EarlierTurtle earlier) {
        return EditionWriter.write(
                sheets, Registries.empty(), GraphBase.DEFAULT, Map.of(), folder.resolve(name), earlier);
    }

    private static EarlierTurtle of(Publication publication) {
        Map<String, EarlierTurtle.File> files = new HashMap<>();
        publication.files().forEach(f -> files.put(f.graph(), new EarlierTurtle.File(f.path(), f.runs())));
        return new EarlierTurtle(files);
    }

    private static void assertSame(Publication one, Publication other) {
        assertThat(one.files())
                .extracting(GraphFile::graph)
                .isEqualTo(other.files().stream().map(GraphFile::graph).toList());
        for (int i = 0; i < one.files().size(); i++) {
            assertThat(one.files().get(i).path())
                    .hasSameBinaryContentAs(other.files().get(i).path());
            assertThat(one.files().get(i).runs()).isEqualTo(other.files().get(i).runs());
        }
    }

    @Test
    void whatIsSaidAgainIsTakenOver() throws IOException {
        Publication first = write(specimens("-", "-"), "first", EarlierTurtle.none());
        List<Sheet> changed = specimens("標本の目的", "標本の別の目的");
        EarlierTurtle earlier = of(first);
        Publication onTop = write(changed, "top", earlier);

        assertSame(onTop, write(changed, "anew", EarlierTurtle.none()));
        assertThat(earlier.notices()).isEmpty();
        GraphFile vocabulary = first.files().get(first.files().size() - 1);
        assertThat(vocabulary.runs()).hasSizeGreaterThan(5);

        // that it is taken over shows when another text, with its checksum, stands there
        EarlierTurtle.Run run = vocabulary.runs().get(0);
        byte[] other = new byte[run.bytes()];
        Arrays.fill(other, (byte) ' ');
        byte[] bytes = Files.readAllBytes(vocabulary.path());
        System.arraycopy(other, 0, bytes, Turtle.head().length, other.length);
        Path forged = Files.write(folder.resolve("forged.ttl"), bytes);
        EarlierTurtle.File file = new EarlierTurtle.File(forged, List.of(EarlierTurtle.Run.of(run.digest(), other)));
        write(specimens("-", "-"), "blank", new EarlierTurtle(Map.of(vocabulary.graph(), file)));
        assertThat(folder.resolve("blank/vocabulary.ttl")).hasSameBinaryContentAs(forged);
    }

    @Test
    void damagedTurtleIsWrittenAnewAndSaid() throws IOException {
        Publication first = write(specimens("-", "-"), "first", EarlierTurtle.none());
        GraphFile edition = first.files().get(0);
        byte[] bytes = Files.readAllBytes(edition.path());
        Publication again = write(specimens("-", "-"), "again", of(first));
        assertSame(again, first);

        bytes[bytes.length / 2] ^= 1;
        Files.write(edition.path(), bytes);
        EarlierTurtle earlier = of(first);
        assertSame(write(specimens("-", "-"), "mended", earlier), again);
        assertThat(earlier.notices()).singleElement().asString().contains(edition.graph(), "is damaged");

        Files.write(edition.path(), new byte[10]);
        EarlierTurtle cut = of(first);
        assertSame(write(specimens("-", "-"), "mended again", cut), again);
        assertThat(cut.notices()).singleElement().asString().contains(edition.graph(), "is damaged");

        Files.delete(edition.path());
        EarlierTurtle missing = of(first);
        assertSame(write(specimens("-", "-"), "made again", missing), again);
        assertThat(missing.notices()).singleElement().asString().contains(edition.graph());
    }
}
