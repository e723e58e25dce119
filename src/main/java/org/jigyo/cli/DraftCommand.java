package org.jigyo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.coverage.CoverageText;
import org.jigyo.draft.DraftException;
import org.jigyo.draft.Drafts;
import org.jigyo.draft.LayoutDraft;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.publish.Progress;
import org.jigyo.sheet.Characters;
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

/** {@code jigyo draft}: proposes a layout for an unknown form. */
@Command(
        name = "draft",
        description = {
            "Propose a layout for an unknown form from the files themselves, for a person to confirm.",
            "What repeats on the sheets is a label, what varies beside it is a value, and numbers that add up say what they are."
                    + " Twenty sheets of different departments show most. A list, one row a project, is drafted from its columns."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo draft sheets/ -o jigyo-data/layouts/             the layout, and its questions as a table",
            "  jigyo draft sheets/ --city 池田市 --html draft.html     a page to look at",
            "  jigyo draft sheets/ --answer my-city-r6.questions.tsv  once more, with answers in the column «answer»",
            "  jigyo draft sheets/ -o layouts/ --answer -             asks the questions, and drafts again with the answers"
        })
final class DraftCommand implements Callable<Integer> {

    /** The answers are asked for on the terminal. */
    private static final String TERMINAL = "-";

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description =
                    "Write the layout to this file, or into this folder under its id; beside it its questions (*.questions.tsv)."
                            + " Without it the layout goes to stdout.")
    private Path output;

    @Option(
            names = "--city",
            paramLabel = "NAME|CODE",
            description = "The municipality, where the sheets do not print its name.")
    private String city;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Draw the first sheets with the proposed fields, and the questions, into this file.")
    private Path html;

    @Option(
            names = "--json",
            description =
                    "Print what was drafted as one JSON object: layout, fields, questions, and how the form differs"
                            + " from the known layout that the draft starts from.")
    private boolean json;

    @Option(
            names = "--answer",
            paramLabel = "TSV",
            description =
                    "A table of questions with the column «answer» filled in: a path of the record, or ignore. With - they are asked on the"
                            + " terminal.")
    private String answers;

    @Option(
            names = "--lexicon",
            paramLabel = "YAML",
            description = "Further words for labels, as in the bundled draft/lexicon.yml.")
    private Path lexicon;

    @Option(
            names = "--sheets",
            paramLabel = "N",
            description =
                    "Look at this many sheets at most (default: ${DEFAULT-VALUE}); of a list, read five times as many rows.")
    private int sheets = 20;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Sheets or lists of one form: files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        List<SourceFile> files = SourceFiles.of(paths, findings::add);
        Progress progress = TerminalProgress.of(main.quiet());
        progress.start("reading", Math.min(files.size(), sheets));
        Map<String, String> given = answers();
        Drafts.Drafted drafted;
        try {
            drafted = Drafts.of(files, settings(given), read.pages(), findings::add, progress::step);
        } catch (DraftException e) {
            progress.end();
            FindingTable.print(findings, err);
            err.println("jigyo: " + Characters.spelled(e.getMessage()));
            return ExitCode.NOTHING_READ;
        }
        progress.end();
        if (TERMINAL.equals(answers) && !drafted.draft().questions().isEmpty()) {
            // not closed: the terminal belongs to the process
            var terminal = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            given.putAll(new AnswerDialogue(terminal, err).ask(drafted.draft().questions()));
            drafted = Drafts.of(files, settings(given), read.pages(), f -> {}, () -> {});
        }
        if (!main.quiet()) {
            FindingTable.print(findings, err);
        }
        LayoutDraft draft = drafted.draft();
        if (json) {
            out.println(DraftJson.of(draft));
        }
        if (output == null) {
            out.print(json ? "" : draft.yaml());
            out.flush();
        } else {
            Path file =
                    Files.isDirectory(output) ? output.resolve(draft.layout().id() + ".yml") : output;
            if (Files.exists(file) && !LayoutsConfirm.isDraft(read(file))) {
                throw new ParameterException(
                        command.commandLine(),
                        file
                                + " is no draft but a confirmed layout, which a draft does not replace; give another file with -o, or move this one away");
            }
            write(file, draft.yaml());
            write(
                    file.resolveSibling(file.getFileName().toString().replaceFirst("\\.ya?ml$", "") + ".questions.tsv"),
                    QuestionTable.of(given, draft.questions()));
            if (!json) {
                out.println(file);
            }
        }
        if (html != null) {
            write(html, DraftPage.of(draft, drafted.pages()));
        }
        known(draft.known(), err);
        err.println(CoverageText.summary(draft.coverage()));
        err.println("questions: " + draft.questions().size()
                + "; nothing is published with it before: jigyo layouts confirm "
                + draft.layout().id() + ".yml PATH…");
        err.flush();
        return ExitCode.OK;
    }

    private static void known(KnownForm known, PrintWriter err) {
        if (known != null) {
            err.println("starts from " + known.layout().id() + ", with "
                    + known.differences().size() + " differences"
                    + (known.reads() ? "; it reads these sheets, too, so the draft has its id and stands for it" : ""));
            known.differences().forEach(d -> err.println("  " + d));
        }
    }

    private Drafts.Settings settings(Map<String, String> given) {
        if (sheets < 3) {
            throw new ParameterException(
                    command.commandLine(), "--sheets must be at least 3, because a draft looks at what repeats");
        }
        return new Drafts.Settings(
                sheets, city(), given, lexicon == null ? List.of() : List.of(read(lexicon)), read.layouts());
    }

    private LocalGovernment city() {
        if (city == null) {
            return null;
        }
        List<LocalGovernment> found = LocalGovernments.find(city);
        if (found.size() != 1) {
            throw new ParameterException(
                    command.commandLine(),
                    found.isEmpty()
                            ? "--city: there is no local government «" + city + "»"
                            : "--city: «" + city + "» may be " + String.join(" or ", LocalGovernments.describe(found))
                                    + "; give the code");
        }
        return found.get(0);
    }

    private Map<String, String> answers() {
        if (TERMINAL.equals(answers) && !System.getProperty("jigyo.input", "").equals("terminal")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--answer -: there is no terminal; fill in the table *.questions.tsv and give it: --answer FILE");
        }
        boolean file = answers != null && !TERMINAL.equals(answers);
        return new LinkedHashMap<>(file ? QuestionTable.answers(read(Path.of(answers))) : Map.of());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
