package org.jigyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.compare.GoldenRecords;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.publish.Progress;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo golden}: writes golden records for a person to check. */
@Command(
        name = "golden",
        description = {
            "Write golden records for a person to check: of each file its records (NAME.jsonl), and a page (NAME.html) that shows"
                    + " each value beside its cell as drawn.",
            "Check each value on the page, and correct the record where it is wrong; «compare» then compares later readings"
                    + " with it. A record that is there is never replaced unless you say so."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:a record that is there differs and was kept, or an internal error",
            "2:wrong usage",
            "3:no sheet was read",
            "4:some sheets or files have errors; the others were written",
            "5:problem of the environment"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo golden sheet.pdf                  golden/sheet.jsonl and golden/sheet.html",
            "  jigyo golden -o gold/ sheets/",
            "  jigyo golden -o gold/ sheets/ && jigyo compare gold/ sheets/"
        })
final class Golden implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the records and pages (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("golden");

    @Option(names = "--replace", description = "Replace records that differ from what is read now.")
    private boolean replace;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    private final Set<String> names = new HashSet<>();
    private boolean differs;

    @Override
    public Integer call() {
        Extractor extractor = new Extractor(options.layouts(), options.pages(), true, true);
        List<Finding> findings = new ArrayList<>();
        List<SourceFile> files = SourceFiles.of(paths, findings::add);
        Progress progress = TerminalProgress.of(main.quiet());
        progress.start("reading", files.size());
        int sheets = 0;
        for (SourceFile file : files) {
            sheets += write(file.name(), extractor.raw(file), extractor, findings);
            progress.step();
        }
        progress.end();
        command.commandLine().getOut().flush();
        if (!main.quiet()) {
            FindingTable.print(findings, command.commandLine().getErr());
        }
        int code = Extract.exitCode(sheets, findings);
        return code == ExitCode.OK && differs ? ExitCode.BOUND_NOT_MET : code;
    }

    /** Writes the record and the page of a file, and returns the number of its sheets. */
    private int write(String file, FileReading raw, Extractor extractor, List<Finding> findings) {
        findings.addAll(raw.findings());
        List<Sheet> sheets = new ArrayList<>();
        GoldenPage page = new GoldenPage(file);
        for (int i = 0; i < raw.sheets().size(); i++) {
            FileReading one =
                    extractor.complete(new FileReading(raw.file(), raw.sheets().subList(i, i + 1), List.of()));
            findings.addAll(one.findings());
            sheets.addAll(one.sheets());
            byte[] drawing = i < raw.drawings().size() ? raw.drawings().get(i) : null;
            one.sheets().forEach(sheet -> page.add(sheet, drawing));
        }
        if (!sheets.isEmpty()) {
            String name = name(file);
            write(output.resolve(name + ".html"), page.document(name + ".jsonl"));
            record(output.resolve(name + ".jsonl"), GoldenRecords.text(sheets), sheets.size());
        }
        return sheets.size();
    }

    private void record(Path path, String records, int sheets) {
        PrintWriter out = command.commandLine().getOut();
        String old = read(path);
        if (records.equals(old)) {
            out.println(path + ": unchanged");
        } else if (old == null || replace) {
            write(path, records);
            out.println(path + ": " + sheets + (sheets == 1 ? " sheet" : " sheets") + " to check");
        } else {
            differs = true;
            out.println(path + ": kept, but it differs from what is read now; «jigyo compare» says in what, --replace"
                    + " replaces it");
        }
    }

    /** The name of a file without folder and ending, with a number if another file of this run has it too. */
    private String name(String file) {
        String name = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String free = name;
        for (int n = 2; !names.add(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    private static String read(Path path) {
        try {
            return Files.exists(path) ? Files.readString(path) : null;
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
