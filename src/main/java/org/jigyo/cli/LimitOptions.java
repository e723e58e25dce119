package org.jigyo.cli;

import java.time.Duration;
import org.jigyo.page.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for how much of a file is read at most, and how many files at once. */
final class LimitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Number of files to read at once (default: the number of cores).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "Maximum time for one file (default: ${DEFAULT-VALUE}).")
    private int maxSeconds = (int) Limits.DEFAULT.time().toSeconds();

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            description = "Maximum pages of one file (default: ${DEFAULT-VALUE}).")
    private int maxPages = Limits.DEFAULT.pages();

    @Option(
            names = "--max-glyphs",
            paramLabel = "N",
            description = "Maximum characters of one page (default: ${DEFAULT-VALUE}).")
    private int maxGlyphs = Limits.DEFAULT.glyphs();

    @Option(
            names = "--max-rulings",
            paramLabel = "N",
            description = "Maximum ruling lines of one page (default: ${DEFAULT-VALUE}).")
    private int maxRulings = Limits.DEFAULT.rulings();

    @Option(
            names = "--max-cells",
            paramLabel = "N",
            description =
                    "Maximum squares between the rulings of a page, or cells of a table (default: ${DEFAULT-VALUE}).")
    private int maxCells = Limits.DEFAULT.squares();

    /** The default limits. */
    static LimitOptions of(CommandSpec command) {
        LimitOptions options = new LimitOptions();
        options.command = command;
        return options;
    }

    int jobs() {
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1");
        }
        return jobs;
    }

    Limits limits() {
        try {
            return new Limits(Duration.ofSeconds(maxSeconds), maxPages, maxGlyphs, maxRulings, maxCells);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
