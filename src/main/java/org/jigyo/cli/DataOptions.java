package org.jigyo.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for the data folder, which holds the releases and the owner's layouts and corrections. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the releases, with your layouts/ and corrections/ (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("jigyo-data");

    Path folder() {
        return data;
    }

    /** The folder of the owner's layouts; it need not exist. */
    Path layouts() {
        return data.resolve("layouts");
    }
}
