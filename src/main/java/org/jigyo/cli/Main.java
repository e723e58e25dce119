package org.jigyo.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code jigyo}: one subcommand a verb. */
@Command(
        name = "jigyo",
        mixinStandardHelpOptions = true,
        description = "Project-evaluation sheets of Japanese municipalities as linked data.")
public final class Main {

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
