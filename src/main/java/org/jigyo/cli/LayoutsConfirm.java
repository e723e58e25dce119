package org.jigyo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.coverage.Coverage;
import org.jigyo.coverage.CoverageText;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.publish.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo layouts confirm}: shows what a draft reads, and makes it a layout once a person agrees. */
@Command(
        name = "confirm",
        description = "Show what a drafted layout reads of sheets, and confirm it, so that publish uses it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo layouts confirm my-city-r6.yml sheets/        asks on the terminal",
            "  jigyo layouts confirm --yes my-city-r6.yml sheets/  when you have looked already"
        })
final class LayoutsConfirm implements Callable<Integer> {

    private static final Pattern DRAFT = Pattern.compile("(?m)^draft:\\s*true\\s*(?:#.*)?\\R?");

    @ParentCommand
    private LayoutsCommand parent;

    @Spec
    private CommandSpec command;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--yes", description = "Confirm without asking.")
    private boolean yes;

    @Parameters(index = "0", paramLabel = "LAYOUT", description = "A layout file (*.yml).")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Sheets: files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(command.commandLine(), "there is no layout file " + file);
        }
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        try {
            Layouts.Compiled compiled = Layouts.compile(file);
            if (!compiled.layout().draft()) {
                out.println(compiled.layout().id() + " is no draft; nothing to confirm");
                return ExitCode.OK;
            }
            List<Finding> findings = new ArrayList<>();
            Progress progress = TerminalProgress.of(parent.quiet());
            Coverage coverage = Check.coverage(compiled, paths, limits, progress, findings::add, findings::add);
            CoverageText.lines(coverage).forEach(out::println);
            out.flush();
            if (coverage.sheets() == 0) {
                FindingTable.print(findings, err);
                err.println("jigyo: no sheet was read, so the draft is not confirmed");
                return ExitCode.NOTHING_READ;
            }
            return agreed(out) ? confirm(out) : refused(err);
        } catch (LayoutException e) {
            e.problems().forEach(problem -> err.println("jigyo: " + file.resolveSibling(problem)));
            return ExitCode.NOTHING_READ;
        }
    }

    private boolean agreed(PrintWriter out) {
        if (yes) {
            return true;
        }
        out.print("Confirm this layout? [y/N] ");
        out.flush();
        try {
            // not closed: the terminal belongs to the process
            BufferedReader terminal = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String answer = terminal.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new EnvironmentException("cannot read the terminal: " + e.getMessage(), e);
        }
    }

    /** True if the text of a layout says that it is a draft. */
    static boolean isDraft(String yaml) {
        return DRAFT.matcher(yaml).find();
    }

    private int confirm(PrintWriter out) {
        try {
            Files.writeString(file, DRAFT.matcher(Files.readString(file)).replaceFirst(""));
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + e.getMessage(), e);
        }
        out.println(file + " is confirmed; publish uses it when it is in layouts/ of the data folder or in --layouts");
        out.flush();
        return ExitCode.OK;
    }

    private static int refused(PrintWriter err) {
        err.println("jigyo: not confirmed; the file is unchanged");
        err.flush();
        return ExitCode.OK;
    }
}
