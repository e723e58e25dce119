package org.jigyo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where releases lie: the option that publish, serve, query, releases and rollback share. */
final class DataOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the releases (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("jigyo-data");

    Path folder() {
        return data;
    }
}
