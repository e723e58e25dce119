package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jigyo.page.Typesetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A layout that is edited while its sheet is explained. */
class ExplainWatchTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    private Path folder;

    private void until(Path page, String text) throws IOException, InterruptedException {
        while (!Files.exists(page) || !Files.readString(page).contains(text)) {
            Thread.sleep(50);
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aChangedLayoutIsReadAgain() throws Exception {
        Path layout = Files.createDirectories(folder.resolve("data/layouts")).resolve("mori-r5.yml");
        String yaml = Files.readString(FORMS.resolve("mori-r5.yml"));
        Files.writeString(layout, yaml.replace("{to: department,", "{to: section,"));
        Path sheet =
                Files.write(folder.resolve("mori.pdf"), Typesetter.pdf(Files.readString(FORMS.resolve("mori.txt"))));
        Path page = folder.resolve("mori.html");
        CompletableFuture<Cli.Said> said = new CompletableFuture<>();
        Thread author = new Thread(() -> said.complete(Cli.run(
                "explain",
                "--watch",
                "--data",
                folder.resolve("data").toString(),
                "--html",
                page.toString(),
                sheet.toString())));
        author.start();

        until(page, "section = 図書館");
        assertThat(Files.readString(page)).contains("location.reload()");
        Files.writeString(layout, yaml);
        until(page, "department = 図書館");
        Files.writeString(layout, yaml.replace("form: mori", "fomr: mori"));
        while (Files.readString(page).contains("department = 図書館")) {
            Thread.sleep(50);
        }
        author.interrupt();

        Cli.Said end = said.get();
        assertThat(end.exitCode()).as(end.err()).isZero();
        assertThat(end.out())
                .containsPattern("mori-r5.yml: sheets 1; facts \\d+, new: department, gone: section; doubts 0")
                .contains("sheets 1 → 0");
        assertThat(end.err()).contains("mori-r5.yml:5:1: unknown key «fomr»");
        assertThat(Files.readString(page)).as("the page that stays").doesNotContain("location.reload()");
    }
}
