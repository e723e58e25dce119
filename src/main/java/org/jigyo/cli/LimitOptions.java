package org.jigyo.cli;

import java.time.Duration;
import org.jigyo.page.Limits;
import org.jigyo.page.PageReader;
import org.jigyo.page.ocr.PicturePages;
import org.jigyo.page.ocr.Tesseract;
import org.jigyo.page.table.Formats;
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
            description =
                    "Maximum time for reading the pages of one file, and again for reading sheets from them (default: ${DEFAULT-VALUE}).")
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

    @Option(
            names = "--ocr",
            description = "Recognise the text of PDF pages that are pictures, with Tesseract and its Japanese data"
                    + " (Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-jpn). Only figures that a sum proves are certain; every"
                    + " other value is an issue. Some 6 seconds a page.")
    private boolean ocr;

    @Option(
            names = "--tesseract",
            paramLabel = "COMMAND",
            description = "The program for --ocr (default: ${DEFAULT-VALUE}).")
    private String tesseract = "tesseract";

    private Tesseract program;

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

    /** The reader of pages. With {@code --ocr}, the program must be installed. */
    PageReader reader() {
        return ocr ? Formats.reader(limits(), new PicturePages(program(), limits())) : Formats.reader(limits());
    }

    /** Everything here that changes what is read. */
    String fingerprint() {
        return limits() + (ocr ? program().version() : "");
    }

    private Tesseract program() {
        if (program == null) {
            program = Tesseract.installed(tesseract);
        }
        return program;
    }

    Limits limits() {
        try {
            return new Limits(Duration.ofSeconds(maxSeconds), maxPages, maxGlyphs, maxRulings, maxCells);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
