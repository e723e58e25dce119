package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's tables join figures about cities to their sheets. */
class ReferenceTest {

    private static final String SHEETS = "src/main/resources/specimens/tsukuba-r4-tables.txt";

    @TempDir
    private Path folder;

    private Path tables;

    /** The example in the README of the tables. */
    @BeforeEach
    void writeTables() throws IOException {
        tables = Files.createDirectories(folder.resolve("tables"));
        Matcher example = Pattern.compile("(?s)`tables/(\\S+)`:\n```\\w+\n(.*?)```")
                .matcher(Files.readString(Path.of("src/main/resources/reference/README.md")));
        while (example.find()) {
            Files.writeString(tables.resolve(example.group(1)), example.group(2));
        }
        assertThat(tables.toFile().list()).containsExactlyInAnyOrder("totals.csv", "totals.yml");
    }

    private Cli.Said publish(String... more) {
        return run(Stream.concat(
                Stream.of("publish", "--data", folder.resolve("data").toString()), Stream.of(more)));
    }

    private String ask(String query, String... more) {
        Cli.Said said = run(Stream.concat(
                Stream.of("query", "--data", folder.resolve("data").toString(), "--format", "csv", query),
                Stream.of(more)));
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.out();
    }

    private static Cli.Said run(Stream<String> words) {
        return Cli.run(words.toArray(String[]::new));
    }

    @Test
    void questionsUseThemUntilOthersAreGiven() {
        assertThat(publish("--reference", tables.toString(), SHEETS).exitCode()).isZero();
        // the same again without the folder
        assertThat(publish("src/main/resources/specimens/tsukuba-r6-sheets.txt").exitCode())
                .isZero();
        assertThat(ask("share-explained", "--param", "year=2022")).contains(",105000000000,");
        assertThat(ask("cost-per-resident", "--param", "city=つくば市"))
                .contains(",252202,2022,決算と人口,")
                .doesNotContain("2020");
        assertThat(ask("cost-per-resident", "--param", "city=08220", "--param", "population=2020"))
                .contains(",241785,2020,国勢調査人口 2020年10月1日（速報）,");
        assertThat(ask("cost-per-resident", "--param", "city=tsukuba", "--param", "population=1920"))
                .contains("not-recorded");
        assertThat(ask("peers")).contains("082201").contains("none-found");
        Cli.Said said =
                run(Stream.of("query", "--data", folder.resolve("data").toString(), "peers", "--param", "city=府中市"));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("132063", "342084");
    }

    @Test
    void aWrongCellStopsBeforeAnythingIsRead() throws IOException {
        Path csv = tables.resolve("totals.csv");
        Files.writeString(csv, Files.readString(csv).replace("252202", "二十五万"));
        Cli.Said said = publish("--reference", tables.toString(), SHEETS);
        assertThat(said.exitCode()).isEqualTo(5);
        assertThat(said.err()).contains("totals.csv, row 2, column 総人口: «二十五万» is not a number");
        Files.delete(tables.resolve("totals.yml"));
        assertThat(publish("--reference", tables.toString(), SHEETS).err())
                .contains("its mapping totals.yml is missing");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(publish("--reference", empty.toString(), SHEETS).err()).contains("has no table");
    }
}
