package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gives a clear message and the documented exit code, and valid input is still processed. */
class BadInputTest {

    private static final Path GOOD = Path.of("src/main/resources/specimens/tsukuba-r3-list.txt");

    @TempDir
    private Path temporary;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(temporary.resolve(name), bytes);
    }

    private static void refused(Cli.Said said, int exitCode, String code) {
        assertThat(said.exitCode()).as(said.err()).isEqualTo(exitCode);
        assertThat(said.err()).contains(code).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(Cli.run("extract", file("a.txt", new byte[0]).toString()), ExitCode.NOTHING_READ, "FILE_EMPTY");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] bytes = {(byte) 0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0};
        refused(Cli.run("extract", file("a.txt", bytes).toString()), ExitCode.NOTHING_READ, "FILE_BINARY");
    }

    @Test
    void aStrayControlCharacterCostsItsValueNotTheFile() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/specimens/tsukuba-r4-tables.txt"));
        byte[] bytes = text.replaceFirst("（標本）市に住む", "（標本）市に\u0007住む").getBytes(StandardCharsets.UTF_8);
        Cli.Said said = Cli.run("extract", "--json", file("a.txt", bytes).toString());
        assertThat(said.exitCode()).isZero();
        assertThat(said.err())
                .contains("VALUE_UNREADABLE", "texts/target", "U+0007")
                .doesNotContain("FILE_BINARY");
        assertThat(said.out()).contains("スマートシティの推進").doesNotContain("市に\\u0007住む");
    }

    @Test
    void aTextInNoEncoding() throws IOException {
        byte[] bytes = {(byte) 0x81, 0x20, (byte) 0xFF, (byte) 0xFE, 0x41};
        refused(Cli.run("extract", file("a.txt", bytes).toString()), ExitCode.NOTHING_READ, "ENCODING_UNSUPPORTED");
    }

    @Test
    void aSheetOfAnUnknownForm() throws IOException {
        byte[] bytes = "予算要求書\n\n要求額\t1,000\n".getBytes(StandardCharsets.UTF_8);
        refused(Cli.run("extract", file("a.txt", bytes).toString()), ExitCode.NOTHING_READ, "LAYOUT_UNKNOWN");
    }

    @Test
    void aFolderWithoutSheets() {
        refused(Cli.run("extract", temporary.toString()), ExitCode.NOTHING_READ, "FILE_UNREADABLE");
    }

    @Test
    void aFileThatIsNotThere() {
        refused(Cli.run("extract", temporary.resolve("no.pdf").toString()), ExitCode.NOTHING_READ, "FILE_UNREADABLE");
    }

    @Test
    void aTruncatedPdf() throws IOException {
        Cli.Said said = Cli.run(
                "extract",
                file("a.pdf", "%PDF-1.7\n1 0 obj\n<<".getBytes(StandardCharsets.US_ASCII))
                        .toString());
        refused(said, ExitCode.NOTHING_READ, "PDF_DAMAGED");
    }

    @Test
    void whatIsGoodStillGoesThrough() throws IOException {
        Path bad = file("bad.txt", new byte[0]);
        Cli.Said said = Cli.run("extract", "--json", bad.toString(), GOOD.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.SHEETS_WITH_ERRORS);
        assertThat(said.err()).contains("FILE_EMPTY");
        assertThat(said.out().lines()).hasSize(3);
    }

    @Test
    void aDataFolderThatCannotBeWrittenInIsTheEnvironment() throws IOException {
        Path file = file("data", new byte[0]);
        refused(
                Cli.run("publish", GOOD.toString(), "--data", file.toString()),
                ExitCode.ENVIRONMENT,
                "cannot write to the data folder " + file);
    }

    @Test
    void aWrongOptionIsUsage() {
        Cli.Said said = Cli.run("extract", "--jsn", "x");
        assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("--jsn").contains("--json");
    }

    @Test
    void withoutAVerbThereIsHelp() {
        Cli.Said said = Cli.run();
        assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("Exit codes").contains("Examples");
    }
}
