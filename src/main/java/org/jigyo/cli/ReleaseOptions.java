package org.jigyo.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for creating and reporting a release, shared by publish and withdraw. */
final class ReleaseOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Number of releases to keep, including the new one (default: ${DEFAULT-VALUE}).")
    private int keep = 5;

    @Option(names = "--json", description = "Report what was added, replaced, kept and removed as JSON.")
    private boolean json;

    int keep() {
        if (keep < 1) {
            throw new ParameterException(command.commandLine(), "--keep must be at least 1");
        }
        return keep;
    }

    boolean json() {
        return json;
    }
}
