package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding;
import org.jigyo.check.GraphCheck;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corrected reprint coexists with the first print: two editions, two figures, one finding. */
class ReprintTest {

    private static Sheet sheet(String file, char digit, int settled) {
        return SheetJson.read("""
                {"source":{"file":"%s","sha256":"%s"},"context":{"form":"ikeda-target-sheet","currencyUnit":1000},
                 "city":"272043","fiscalYear":2024,"number":"1","name":"標本事業",
                 "costs":[{"item":"total","phase":"settled","year":2024,"value":%d}]}
                """.formatted(file, String.valueOf(digit).repeat(64), settled));
    }

    @Test
    void bothFiguresAreKept(@TempDir Path folder) {
        Publication publication = EditionWriter.write(
                List.of(sheet("b-corrected.pdf", 'b', 20), sheet("a.pdf", 'a', 10)),
                Registries.empty(),
                GraphBase.DEFAULT,
                folder);
        assertThat(publication.files())
                .extracting(GraphFile::graph)
                .contains("https://w3id.org/jigyo/graph/272043/2024", "https://w3id.org/jigyo/graph/272043/2024-2");
        assertThat(folder.resolve("272043-2024.ttl")).content().contains("jgd:repeatedAmount 10000");
        assertThat(folder.resolve("272043-2024-2.ttl")).content().contains("jgd:amount 20000;");
        assertThat(folder.resolve("derived.ttl"))
                .content()
                .contains("evaluation/2024-2>", "prov:alternateOf")
                .contains("jgd:repeatedAmount 20000")
                .doesNotContain("10000");
        assertThat(publication.findings()).extracting(Finding::code).containsExactly(Finding.Code.EDITIONS_DIFFER);
        assertThat(GraphCheck.check(publication.files().stream()
                                .map(GraphFile::file)
                                .toList())
                        .findings())
                .isEmpty();
    }
}
