package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.extract.ParallelReading;
import org.jigyo.extract.Run;
import org.jigyo.layout.Layout;
import org.jigyo.publish.Progress;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo extract}: prints the content of sheets. */
@Command(
        name = "extract",
        description = "Read sheets and print their content; findings (doubts and problems) go to stderr.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo extract sheets/                    a summary of each sheet",
            "  jigyo extract --json sheets/ > r.jsonl   sheet records as JSON Lines",
            "  jigyo extract --json --evidence a.pdf    with page, box and text of values"
        })
final class Extract implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--json", description = "Print one sheet record a line, as JSON.")
    private boolean json;

    @Option(names = "--evidence", description = "With --json: add the place of each value.")
    private boolean evidence;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<Layout> layouts = options.layouts();
        Extractor extractor = options.extractor(layouts, evidence);
        List<Finding> findings = new ArrayList<>();
        List<SourceFile> files = SourceFiles.of(paths, findings::add);
        Run run = new Run(layouts);
        int[] sheets = {0};
        Progress progress = TerminalProgress.of(main.quiet());
        progress.start("reading", files.size());
        Consumer<FileReading> part = reading -> {
            for (Sheet sheet : reading.sheets()) {
                run.add(sheet);
                out.println(json ? SheetJson.write(sheet) : Summary.of(sheet));
                sheets[0]++;
            }
            findings.addAll(reading.findings());
        };
        ParallelReading.parts(files, options.jobs(), extractor::readInParts, part, progress::step);
        progress.end();
        out.flush();
        findings.addAll(run.findings());
        if (!main.quiet()) {
            FindingTable.print(findings, command.commandLine().getErr());
        }
        return exitCode(sheets[0], findings);
    }

    static int exitCode(int sheets, List<Finding> findings) {
        if (sheets == 0) {
            return ExitCode.NOTHING_READ;
        }
        boolean errors = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        return errors ? ExitCode.SHEETS_WITH_ERRORS : ExitCode.OK;
    }
}
