package org.jigyo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.coverage.Counting;
import org.jigyo.coverage.Coverage;
import org.jigyo.coverage.CoverageText;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.ParallelReading;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.publish.Progress;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo check}: checks a layout, and what it reads of sheets. */
@Command(
        name = "check",
        description = {
            "Check a layout file, and with sheets also what it reads of them, with no other layout.",
            "Prints on how many sheets each path is filled (never filled first), the expected shares and the identities,"
                    + " the texts that no field took, the doubts by code, and the sheets that differ from most."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the layout is valid, and the sheets were read",
            "1:internal error",
            "2:wrong usage",
            "3:the layout is refused, or no sheet was read with it",
            "4:some sheets or files have errors; the others were counted",
            "5:problem of the environment"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo check my-city-r6.yml                   is the layout valid?",
            "  jigyo check my-city-r6.yml sheets/           what does it read?",
            "  jigyo check --json my-city-r6.yml sheets/"
        })
final class Check implements Callable<Integer> {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--json", description = "Print everything as one JSON object.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "LAYOUT", description = "A layout file (*.yml).")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Sheets: files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws JsonProcessingException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(command.commandLine(), "there is no layout file " + file);
        }
        Layouts.Compiled compiled;
        try {
            compiled = Layouts.compile(file);
        } catch (LayoutException e) {
            return refused(e.problems());
        }
        List<Finding> lost = new ArrayList<>();
        Progress progress = TerminalProgress.of(main.quiet());
        Coverage coverage = coverage(compiled, paths, limits, progress, lost::add, finding -> {
            if (finding.severity() == Finding.Severity.ERROR) {
                lost.add(finding);
            }
        });
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(MAPPER.writeValueAsString(coverage));
        } else if (paths.isEmpty()) {
            out.println(compiled.layout().id() + ": valid; it can fill "
                    + coverage.paths().size() + " paths and has "
                    + coverage.sums().size() + " identities");
        } else {
            CoverageText.lines(coverage).forEach(out::println);
        }
        out.flush();
        if (!main.quiet()) {
            PrintWriter err = command.commandLine().getErr();
            compiled.warnings().forEach(warning -> err.println("jigyo: " + file.resolveSibling(warning)));
        }
        return paths.isEmpty() ? ExitCode.OK : told(compiled, coverage, lost);
    }

    private int refused(List<String> problems) throws JsonProcessingException {
        if (json) {
            PrintWriter out = command.commandLine().getOut();
            out.println(MAPPER.writeValueAsString(Map.of("problems", problems)));
            out.flush();
        }
        PrintWriter err = command.commandLine().getErr();
        problems.forEach(problem -> err.println("jigyo: " + file.resolveSibling(problem)));
        err.println("jigyo: the layout is refused");
        return ExitCode.NOTHING_READ;
    }

    /**
     * What a layout alone reads of these files.
     *
     * @param files receives what is wrong with the files themselves
     * @param read receives what reading them found
     */
    static Coverage coverage(
            Layouts.Compiled compiled,
            List<Path> paths,
            LimitOptions limits,
            Progress progress,
            Consumer<Finding> files,
            Consumer<Finding> read) {
        Counting counting = new Counting(compiled);
        if (!paths.isEmpty()) {
            Extractor extractor = new Extractor(List.of(compiled.layout()), limits.reader(), false, false);
            List<SourceFile> sources = SourceFiles.of(paths, files);
            progress.start("reading", sources.size());
            ParallelReading.parts(
                    sources,
                    limits.jobs(),
                    extractor::readInParts,
                    reading -> {
                        counting.add(reading);
                        reading.findings().forEach(read);
                    },
                    progress::step);
            progress.end();
        }
        return counting.coverage();
    }

    /** Names on stderr what kept a file or a sheet from being counted. */
    private int told(Layouts.Compiled compiled, Coverage coverage, List<Finding> lost) {
        PrintWriter err = command.commandLine().getErr();
        if (!main.quiet()) {
            FindingTable.print(lost, err);
        }
        if (compiled.layout().tree() != null) {
            err.println("jigyo: this layout is the tree of a plan, which has no sheets of its own; check the layout of"
                    + " its sheets");
        }
        return Extract.exitCode(coverage.sheets(), lost);
    }
}
