package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jigyo.graph.GraphBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo publish}: sheets in, a new release out. */
@Command(
        name = "publish",
        description = {
            "Read sheets and publish them as a new release, which becomes the current one.",
            "A release holds what the given paths hold. Files that were read before are not read again. If anything fails,"
                    + " the previous release stays the current one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo publish sheets/",
            "  jigyo publish --data /srv/jigyo --base https://data.example.jp/jigyo/ sheets/",
            "  jigyo publish --vocabulary labels/ sheets/   further Turtle files, such as SDG texts"
        })
final class Publish implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--base", paramLabel = "IRI", description = "Where things are named (default: ${DEFAULT-VALUE}).")
    private String base = GraphBase.DEFAULT.iri();

    @Option(names = "--vocabulary", paramLabel = "DIR", description = "A folder with further vocabularies (*.ttl).")
    private Path vocabulary;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "How many releases to keep, the new one included (default: ${DEFAULT-VALUE}).")
    private int keep = 5;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders (.pdf, .txt, .tsv).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new ParameterException(command.commandLine(), "--keep must be at least 1");
        }
        Publishing.Published published =
                new Publishing(data.folder(), base(), options, main.quiet()).publish(paths, vocabulary, keep);
        if (!main.quiet()) {
            PrintWriter err = command.commandLine().getErr();
            FindingTable.print(published.findings(), err);
            published.notices().forEach(notice -> err.println("jigyo: " + notice));
            err.flush();
        }
        if (published.release() != null) {
            command.commandLine()
                    .getOut()
                    .printf(
                            "release %s: %d sheets, %d graphs, %d statements in %s%n",
                            published.release().id(),
                            published.sheets(),
                            published.release().graphs().size(),
                            published.release().statements(),
                            data.folder());
            command.commandLine().getOut().flush();
        }
        return Extract.exitCode(published.sheets(), published.findings());
    }

    private GraphBase base() {
        try {
            return new GraphBase(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--base: " + e.getMessage(), e);
        }
    }
}
