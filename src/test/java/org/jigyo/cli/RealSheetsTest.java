package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cities' own sheets, read by the program and scored by the tool that comes with them. */
class RealSheetsTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"tsukuba,082201,--complete", "kawasaki,141305,--complete", "ikeda,272043,", "yokohama,141003,"})
    void everyFactIsRightOrFlagged(String city, String code, String complete) throws Exception {
        Path shared = RealSheets.folder();
        Path records = temporary.resolve("records.jsonl");
        Files.writeString(records, extract(city));
        List<String> command = new ArrayList<>(List.of(
                "python3",
                shared.resolve("tools/score.py").toString(),
                shared.resolve("gold").toString(),
                records.toString(),
                "--city",
                code,
                "--min-f1",
                "0.995",
                "--max-silent",
                "0",
                "--max-false-alarms",
                "0.5",
                "--verbose"));
        if (complete != null) {
            command.add(complete);
        }
        Process score = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(score.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(score.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @CsvSource({"tsukuba,59", "kawasaki,10", "ikeda,60", "yokohama,13"})
    void everyRecordKeepsTheContract(String city, int sheets) throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.newInputStream(RealSheets.folder().resolve("design/sheet-record.schema.json")));
        List<String> lines = extract(city).lines().toList();
        assertThat(lines).hasSize(sheets);
        ObjectMapper mapper = new ObjectMapper();
        for (String line : lines) {
            JsonNode record = mapper.readTree(line);
            assertThat(schema.validate(record)).as(line).isEmpty();
        }
    }

    @Test
    void twoSheetsThatPrintTheSameNumberAreTwoSheets() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : extract("tsukuba").lines().toList()) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.path("number").asText().equals("088")
                    && record.path("fiscalYear").asInt() == 2024) {
                names.add(record.path("name").asText());
            }
        }
        assertThat(names).hasSize(2).doesNotHaveDuplicates();
    }

    private static String extract(String city) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("extract", "--json", "--quiet"));
        try (Stream<Path> files = Files.list(RealSheets.folder().resolve("sheets"))) {
            files.filter(f -> f.getFileName().toString().startsWith(city))
                    .sorted()
                    .forEach(f -> arguments.add(f.toString()));
        }
        return Cli.run(arguments.toArray(String[]::new)).out();
    }
}
