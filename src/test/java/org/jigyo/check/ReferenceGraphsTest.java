package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.release.GraphFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with every release besides sheets conforms to the shapes and to the rules of cubes. */
class ReferenceGraphsTest {

    @Test
    void theShippedGraphsAreSound(@TempDir Path folder) {
        List<Path> files = new java.util.ArrayList<>(
                EditionWriter.references(GraphBase.DEFAULT, Set.of("082201", "141305", "272043", "141003"), folder)
                        .stream()
                        .map(GraphFile::file)
                        .toList());
        for (String ontology : List.of("ontology", "cubes", "reference", "terms")) {
            files.add(Path.of("ontology", ontology + ".ttl"));
        }
        assertThat(GraphCheck.check(files).findings()).isEmpty();
    }
}
