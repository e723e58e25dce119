package org.jigyo.page.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jigyo.EnvironmentException;
import org.jigyo.page.ocr.TextRecogniser.TextLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the program does, the reading ends, and says what went wrong. The programs are scripts of this test. */
class TesseractTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String HEAD =
            "level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n";

    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void named() {
        program = folder.resolve("program");
    }

    private Tesseract tesseract(String body) throws IOException {
        Files.writeString(
                program,
                "#!/bin/sh\ncase \"$1\" in\n--version) echo 'tesseract 5.0.0'; exit;;\n--list-langs) echo jpn; exit;;\nesac\n"
                        + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Tesseract.installed(program.toString());
    }

    private static String table(String rows) {
        return "printf '" + HEAD + rows + "'";
    }

    private static List<TextLine> read(Tesseract tesseract) throws IOException {
        return tesseract.read(List.of(Grey.blank(100, 40), Grey.blank(60, 40)), LONG);
    }

    @Test
    void wordsComeWithTheirPlaceAndConfidence() throws IOException {
        List<TextLine> lines = read(
                tesseract(
                        table(
                                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n"
                                        + "5\\t1\\t1\\t1\\t1\\t1\\t10\\t12\\t30\\t20\\t91.5\\t事業\\n5\\t1\\t1\\t1\\t1\\t2\\t44\\t12\\t20\\t20\\t80\\t費\\n"
                                        + "1\\t2\\t0\\t0\\t0\\t0\\t0\\t0\\t60\\t40\\t-1\\t\\n5\\t2\\t1\\t1\\t1\\t1\\t5\\t5\\t9\\t9\\t99\\t7\\n")));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).words()).extracting(TextRecogniser.Word::text).containsExactly("事業", "費");
        assertThat(lines.get(0).certainty()).isEqualTo(0.8);
        assertThat(lines.get(0).words().get(1).area()).isEqualTo(new Grey.Area(44, 12, 64, 32));
        assertThat(lines.get(1).picture()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n",
                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n1\\t3\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n",
                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t90\\t12\\t30\\t20\\t91\\tx\\n",
                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t9\\t12\\t30\\t20\\tNaN\\tx\\n",
                "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t40\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\tleft\\t12\\t30\\t20\\t9\\tx\\n",
                "1\\t1\\t0\\t0\\t0\\n"
            })
    void aDamagedTableIsRefused(String rows) throws IOException {
        Tesseract tesseract = tesseract(table(rows));
        assertThatThrownBy(() -> read(tesseract))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void otherOutputIsRefused() throws IOException {
        Tesseract tesseract = tesseract("echo hello");
        assertThatThrownBy(() -> read(tesseract)).hasMessageContaining("its first line is «hello»");
    }

    @Test
    void endlessOutputIsEnded() throws IOException {
        Tesseract tesseract = tesseract("yes");
        assertThatThrownBy(() -> read(tesseract)).hasMessageContaining("writes without end");
    }

    @Test
    void endlessMessagesDoNotHoldItUp() throws IOException {
        Tesseract tesseract = tesseract(
                "i=0; while [ $i -lt 20000 ]; do echo a message of some length >&2; i=$((i+1)); done; exit 3");
        assertThatThrownBy(() -> read(tesseract)).hasMessageContaining("ended with code 3: a message");
    }

    @Test
    void aFailureIsToldWithItsMessage() throws IOException {
        Tesseract tesseract = tesseract("echo 'no memory' >&2; exit 1");
        assertThatThrownBy(() -> read(tesseract)).hasMessageContaining("ended with code 1: no memory");
    }

    @Test
    void aProgramThatHangsIsEnded() throws IOException {
        Path alive = folder.resolve("alive");
        Tesseract tesseract = tesseract("while :; do sleep 0.2; : >> '" + alive + "'; done");
        long begin = System.nanoTime();
        assertThatThrownBy(() -> tesseract.read(List.of(Grey.blank(9, 9)), Duration.ofSeconds(1)))
                .hasMessageContaining("did not end within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aMissingProgramSaysHowToInstallIt() {
        assertThatThrownBy(() -> Tesseract.installed(folder.resolve("none").toString()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("apt-get install tesseract-ocr tesseract-ocr-jpn");
    }

    @Test
    void aProgramWithoutJapaneseSaysHowToInstallIt() throws IOException {
        Files.writeString(program, "#!/bin/sh\necho eng\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> Tesseract.installed(program.toString()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("has no data for Japanese")
                .hasMessageContaining("tesseract-ocr-jpn");
    }
}
