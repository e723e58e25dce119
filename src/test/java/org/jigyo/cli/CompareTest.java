package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.RealSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records compared with gold: what was damaged is counted, and nothing else. */
class CompareTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static ObjectNode specimen() throws Exception {
        String record = Cli.run("extract", "--quiet", "--json", PublishedSpecimens.SHEETS + "/ikeda-r6.pdf")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        return (ObjectNode) MAPPER.readTree(record);
    }

    private Cli.Said compare(ObjectNode gold, ObjectNode record, String... more) throws Exception {
        Path expected = Files.writeString(folder.resolve("gold.json"), gold.toString());
        Path read = Files.writeString(folder.resolve("read.jsonl"), record + "\n");
        List<String> arguments = new ArrayList<>(List.of("compare", expected.toString(), read.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void aDamagedFactIsSilentUntilAnIssueNamesIt() throws Exception {
        ObjectNode gold = specimen();
        gold.remove("issues");
        ObjectNode read = gold.deepCopy();
        assertThat(compare(gold, read, "--min-f1", "1", "--max-silent", "0").exitCode())
                .isZero();
        read.put("department", "架空の課");
        Cli.Said silent = compare(gold, read, "--max-silent", "0");
        assertThat(silent.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        assertThat(silent.out()).contains("SILENT wrong", "wrong=1 missing=0 extra=0", "silent=1");
        read.withArray("issues")
                .addObject()
                .put("code", "VALUE_UNREADABLE")
                .put("severity", "warning")
                .put("field", "department");
        assertThat(compare(gold, read, "--max-silent", "0").exitCode()).isZero();
        assertThat(compare(gold, gold.deepCopy().set("issues", read.get("issues")), "--max-false-alarms", "0.5")
                        .exitCode())
                .isEqualTo(ExitCode.BOUND_NOT_MET);
    }

    @Test
    void aSheetWithoutRecordAndAFileWithoutRecordsAreTold() throws Exception {
        ObjectNode gold = specimen();
        ObjectNode other = gold.deepCopy().put("name", "別の事業");
        Cli.Said said = compare(gold, other, "--complete");
        assertThat(said.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        assertThat(said.out()).contains("NO RECORD", "INVENTED");
        assertThat(compare(gold, MAPPER.createObjectNode().put("key", 1)).exitCode())
                .isEqualTo(ExitCode.NOTHING_READ);
    }

    /** Sheets are read as «extract» reads them; a file that cannot be read is named, and the others are compared. */
    @Test
    void sheetsAreReadAndWhatCannotBeReadIsNamed() throws Exception {
        Path sheet = PublishedSpecimens.SHEETS.resolve("ikeda-r6.pdf");
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                Cli.run("extract", "--quiet", "--json", sheet.toString()).out());
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 cut off");

        Cli.Said said = Cli.run(
                "compare", gold.toString(), sheet.toString(), broken.toString(), "--min-f1", "1", "--max-silent", "0");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.err()).contains("PDF_DAMAGED").contains("broken.pdf");
    }

    /** What gold leaves open is right to leave out; to fill it is silent, unless an issue names it. */
    @Test
    void anUndecidedFactIsSilentOnlyIfItIsFilledWithoutAnIssue() throws Exception {
        ObjectNode gold = specimen();
        gold.remove("issues");
        gold.withArray("undecided").add("department");
        ObjectNode read = gold.deepCopy();
        read.remove("department");
        String[] bounds = {"--min-f1", "1", "--max-silent", "0"};
        assertThat(compare(gold, read, bounds).out()).contains("wrong=0 missing=0 extra=0", "silent=0");
        read.put("department", "架空の課");
        Cli.Said filled = compare(gold, read, bounds);
        assertThat(filled.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        assertThat(filled.out()).contains("SILENT undecided", "wrong=0 missing=0 extra=0", "silent=1");
        read.withArray("issues")
                .addObject()
                .put("code", "SLOT_AMBIGUOUS")
                .put("severity", "warning")
                .put("field", "department");
        assertThat(compare(gold, read, bounds).exitCode()).isZero();
    }

    @Test
    void twoRecordsOfOneSheetAreTold() throws Exception {
        ObjectNode gold = specimen();
        Path expected = Files.writeString(folder.resolve("gold.json"), gold.toString());
        Path read = Files.writeString(folder.resolve("read.jsonl"), gold + "\n" + gold + "\n");
        Cli.Said said = Cli.run("compare", expected.toString(), read.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        assertThat(said.out())
                .contains("TWICE " + gold.get("city").asText() + " 2024 ")
                .contains("twice=1");
    }

    /** Of gold of two years only the one that is asked for is compared; the record of the other is not missed. */
    @Test
    void oneYearIsCompared() throws Exception {
        ObjectNode gold = specimen();
        gold.remove("issues");
        ObjectNode earlier = gold.deepCopy().put("fiscalYear", 2023);
        Path expected = Files.writeString(folder.resolve("gold.jsonl"), gold + "\n" + earlier + "\n");
        Path read = Files.writeString(folder.resolve("read.jsonl"), gold + "\n");
        String[] all = {"compare", expected.toString(), read.toString()};
        assertThat(Cli.run(all).exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        Cli.Said one = Cli.run(all[0], all[1], all[2], "--year", "2024", "--min-f1", "1");
        assertThat(one.exitCode()).as(one.out()).isZero();
        assertThat(one.out()).contains("sheets=1 found=1");
        Cli.Said none = Cli.run(all[0], all[1], all[2], "--year", "2022");
        assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(none.err()).contains("no gold record of this city and year");
    }

    @Test
    void theFiguresAreAlsoJson() throws Exception {
        ObjectNode gold = specimen();
        gold.remove("issues");
        ObjectNode read = gold.deepCopy().put("department", "架空の課");
        read.remove("direction");
        Cli.Said said = compare(gold, read, "--json", "--max-silent", "0");
        assertThat(said.exitCode()).isEqualTo(ExitCode.BOUND_NOT_MET);
        JsonNode json = MAPPER.readTree(said.out());
        assertThat(json.get("sheets").asInt()).isEqualTo(1);
        assertThat(json.get("wrong").asInt()).isEqualTo(1);
        assertThat(json.get("silent").asInt()).isEqualTo(json.get("notRight").size());
        assertThat(json.get("f1").asDouble()).isBetween(0.5, 0.9999);
        List<String> paths = json.get("notRight").findValuesAsText("path");
        assertThat(paths).contains("department", "direction");
        JsonNode wrong = json.get("notRight").get(paths.indexOf("department"));
        assertThat(wrong.get("kind").asText()).isEqualTo("wrong");
        assertThat(wrong.get("gold").asText()).isEqualTo(gold.get("department").asText());
        assertThat(wrong.get("read").asText()).isEqualTo("架空の課");
        assertThat(wrong.get("silent").asBoolean()).isTrue();
        assertThat(json.get("noRecord")).isEmpty();
    }

    /** Real records, some facts of each removed or changed: the figures are those of the tool that comes with gold. */
    @Test
    void theFiguresAreThoseOfTheToolThatComesWithGold() throws Exception {
        Path shared = RealSheets.folder();
        for (String city : List.of("ikeda,272043", "yokohama,141003")) {
            String[] of = city.split(",");
            Path sheets = shared.resolve("sheets").resolve(of[0]);
            List<String> lines = new ArrayList<>();
            for (String line : Cli.run("extract", "--quiet", "--json", sheets.toString())
                    .out()
                    .lines()
                    .toList()) {
                ObjectNode record = (ObjectNode) MAPPER.readTree(line);
                record.put("department", "架空の課");
                record.remove("direction");
                if (record.get("costs") instanceof ArrayNode costs && costs.size() > 1) {
                    costs.remove(0);
                    costs.addObject()
                            .put("item", "labour")
                            .put("phase", "planned")
                            .put("year", 1999)
                            .put("value", 1);
                }
                lines.add(record.toString());
            }
            Path records = Files.write(folder.resolve(of[0] + ".jsonl"), lines);
            String gold = shared.resolve("gold").toString();
            String expected = lastLine(score(shared, gold, records, of[1]));
            String said = lastLine(Cli.run("compare", gold, records.toString(), "--city", of[1])
                    .out());
            for (String figure : List.of("wrong", "missing", "extra", "silent")) {
                assertThat(figure(said, figure)).as(figure + " of " + city).isEqualTo(figure(expected, figure));
            }
            assertThat(Integer.parseInt(figure(said, "wrong"))).isPositive();
        }
    }

    private static String score(Path shared, String gold, Path records, String city) throws Exception {
        Process process = new ProcessBuilder(
                        "python3",
                        shared.resolve("tools/score.py").toString(),
                        gold,
                        records.toString(),
                        "--city",
                        city)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String lastLine(String text) {
        return text.lines().reduce((one, other) -> other).orElse("");
    }

    private static String figure(String line, String name) {
        return line.replaceFirst(".*\\b" + name + "=([0-9.]+).*", "$1");
    }
}
