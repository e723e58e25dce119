package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.jigyo.graph.Gold;
import org.junit.jupiter.api.Test;

class SheetJsonTest {

    @Test
    void factsOfAnAssembledSheetAreTheFacts() throws IOException {
        for (Sheet sheet : gold()) {
            Map<String, Object> facts = Facts.of(sheet);
            assertThat(Facts.of(Facts.assemble(facts, Set.of()))).isEqualTo(facts);
        }
    }

    @Test
    void whatIsReadIsWrittenAgain() throws IOException {
        for (Sheet sheet : gold()) {
            assertThat(SheetJson.read(SheetJson.write(sheet))).isEqualTo(sheet);
        }
    }

    private static List<Sheet> gold() throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (Stream<Path> files = Files.list(RealSheets.folder().resolve("gold"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                JsonNode json = new ObjectMapper().readTree(file.toFile());
                for (JsonNode record : json.isArray() ? json : List.of(json)) {
                    if (!Gold.isRead(record)) {
                        continue;
                    }
                    sheets.add(SheetJson.read(record.toString()));
                }
            }
        }
        return sheets;
    }
}
