package org.jigyo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder: the place of the releases, and of what their owner adds: layouts and corrections. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the releases, with your layouts/ and corrections/ (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("jigyo-data");

    Path folder() {
        return data;
    }

    /** The layouts that the owner of the data folder adds; the folder need not exist. */
    Path layouts() {
        return data.resolve("layouts");
    }
}
