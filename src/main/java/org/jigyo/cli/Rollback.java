package org.jigyo.cli;

import java.util.concurrent.Callable;
import org.jigyo.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jigyo rollback}: makes another release current. */
@Command(
        name = "rollback",
        description = "Make another release the current one; a running server switches to it.",
        footerHeading = "%nExamples:%n",
        footer = {"  jigyo releases", "  jigyo rollback 0123456789abcdef"})
final class Rollback implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(arity = "1", paramLabel = "ID", description = "Id of the release, as listed by «jigyo releases».")
    private String id;

    @Override
    public Integer call() {
        String current = Releases.in(data.folder()).rollback(id).id();
        command.commandLine().getOut().println("current release: " + current);
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
