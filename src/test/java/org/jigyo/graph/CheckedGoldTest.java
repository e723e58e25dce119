package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of the real sheets breaks no rule. */
class CheckedGoldTest {

    @Test
    void noViolation(@TempDir Path folder) throws Exception {
        Publication publication = EditionWriter.write(Gold.sheets(), Registry.empty(), GraphBase.DEFAULT, folder);
        CheckReport report = GraphCheck.check(
                publication.files().stream().map(GraphFile::path).toList());
        assertThat(report.findings()).isEmpty();
        assertThat(report.heldBack()).isEmpty();
    }
}
