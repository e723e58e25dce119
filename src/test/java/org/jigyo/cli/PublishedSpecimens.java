package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.jigyo.Copies;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.serve.http.Settings;

/** The bundled specimens, published once for all tests in this virtual machine that begin with them. */
final class PublishedSpecimens {

    static final Path SHEETS = Path.of("src/main/resources/specimens");

    private static Path published;

    private PublishedSpecimens() {}

    /** A data folder that tests only read. */
    static synchronized Path data() {
        if (published == null) {
            try {
                Path folder = Files.createTempDirectory("specimens");
                Cli.Said said = Cli.run("publish", "--quiet", "--data", folder.toString(), SHEETS.toString());
                assertThat(said.exitCode()).as(said.err()).isZero();
                FileUtils.forceDeleteOnExit(folder.toFile());
                published = folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return published;
    }

    /** A server over them, at a port that is free. */
    static Server serve(Path temporary) throws IOException {
        return serve(data(), temporary);
    }

    /**
     * A server over a data folder, at a port that is free.
     *
     * @param temporary a folder for its configuration
     */
    static Server serve(Path data, Path temporary) throws IOException {
        Path config = Files.writeString(
                temporary.resolve("serve.yml"),
                "listen: {port: 0, monitor-port: -1}\nrelease: {exercise-seconds: 0}\n");
        return Server.start(Releases.in(data), Settings.read(config));
    }

    /**
     * A data folder that a test may change.
     *
     * @param to a folder that does not exist yet
     */
    static Path copy(Path to) {
        return Copies.of(data(), to);
    }
}
