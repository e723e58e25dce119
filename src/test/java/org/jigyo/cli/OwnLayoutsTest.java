package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jigyo.page.Typesetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner of a data folder adds forms by adding files only. */
class OwnLayoutsTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    private Path folder;

    private Path layouts;
    private String sheet;

    @BeforeEach
    void make() throws IOException {
        layouts = Files.createDirectories(folder.resolve("data/layouts"));
        Files.copy(FORMS.resolve("mori-r5.yml"), layouts.resolve("mori-r5.yml"));
        Path pdf = folder.resolve("mori.pdf");
        sheet = Files.write(pdf, Typesetter.pdf(Files.readString(FORMS.resolve("mori.txt"))))
                .toString();
    }

    private Cli.Said run(String command, String... more) {
        String[] all = new String[3 + more.length];
        all[0] = command;
        all[1] = "--data";
        all[2] = folder.resolve("data").toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return Cli.run(all);
    }

    @Test
    void everyCommandKnowsThem() {
        assertThat(run("layouts").out()).contains("mori-r5", "ikeda-r6");
        assertThat(run("extract", "--json", sheet).out()).contains("\"layout\":\"mori-r5\"", "移動図書館");
        assertThat(run("explain", sheet).out()).contains("mori-r5");
        assertThat(run("publish", sheet).exitCode()).isZero();
        Cli.Said asked = run("query", "--format", "csv", "coverage");
        assertThat(asked.out()).contains("139998");
    }

    @Test
    void oneWithErrorsIsNamedWithItsPlacesAndTheOthersAreUsed() throws IOException {
        Files.writeString(
                layouts.resolve("broken.yml"),
                Files.readString(FORMS.resolve("mori-r5.yml")).replace("form: mori", "fomr: mori"));
        Cli.Said said = run("extract", "--json", sheet);
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.err())
                .contains(layouts.resolve("broken.yml") + ":5:1: unknown key «fomr»; did you mean «form»?")
                .contains("this layout was left out");
        assertThat(said.out()).contains("\"layout\":\"mori-r5\"");
    }

    /** A bundled layout changed by its owner, with a mistake: reading with the original one would hide the mistake. */
    @Test
    void noOtherLayoutTakesTheNameOfOneWithErrors() throws IOException {
        Files.writeString(layouts.resolve("ikeda-r6.yml"), "id: ikeda-r6\n");
        assertThat(run("layouts").out()).contains("mori-r5").doesNotContain("ikeda-r6");
    }

    @Test
    void oneOfTheSameNameReplacesTheBundledOne() throws IOException {
        String yaml = Files.readString(FORMS.resolve("mori-r5.yml")).replace("id: mori-r5", "id: ikeda-r6");
        Files.writeString(layouts.resolve("ikeda-r6.yml"), yaml);
        Files.delete(layouts.resolve("mori-r5.yml"));
        assertThat(run("extract", "--json", sheet).out()).contains("\"layout\":\"ikeda-r6\"");
    }
}
