package org.jigyo.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jigyo releases}: lists the releases. */
@Command(
        name = "releases",
        description = "List the releases of the data folder, newest first; the current one is marked.",
        footerHeading = "%nExamples:%n",
        footer = "  jigyo releases --data /srv/jigyo")
final class ReleasesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Releases releases = Releases.in(data.folder());
        Optional<String> current = releases.current().map(Release::id);
        for (Release r : releases.list()) {
            out.printf(
                    "%s %s  %s  %d graphs, %d statements%n",
                    current.filter(r.id()::equals).isPresent() ? "*" : " ",
                    r.id(),
                    r.published(),
                    r.graphs().size(),
                    r.statements());
        }
        out.flush();
        return ExitCode.OK;
    }
}
