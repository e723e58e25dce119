package org.jigyo.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.release.Replica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jigyo pull}: copies a publisher's current release into the data folder of a replica. */
@Command(
        name = "pull",
        description = {
            "Copy the current release of a publisher into the data folder of a read-only replica, and make it current there."
                    + " Checksums are compared; what broke off is continued; a running server switches to it.",
            "SOURCE is the publisher's data folder: a path, or the address of a web server that serves its files."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo pull --data /srv/jigyo /mnt/publisher/jigyo-data",
            "  jigyo pull --data /srv/jigyo --every 60 https://publisher.example.jp/jigyo-data/",
            "  jigyo serve --data /srv/jigyo        beside it, after the first pull"
        })
final class PullCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "SOURCE", description = "Data folder of the publisher, as a path or an address.")
    private String source;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Number of releases to keep, including the new one (default: ${DEFAULT-VALUE}).")
    private int keep = 3;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description =
                    "Look again so many seconds later, until Ctrl-C; a pull that fails is reported, and tried again.")
    private int every;

    @Override
    public Integer call() throws InterruptedException {
        if (keep < 1 || every < 0) {
            throw new ParameterException(
                    command.commandLine(), "--keep must be at least 1, and --every must not be negative");
        }
        Releases releases = Releases.in(data.folder());
        if (every == 0) {
            pull(releases, "release %s was current already%n");
            return ExitCode.OK;
        }
        while (true) {
            try {
                pull(releases, "");
            } catch (EnvironmentException e) {
                command.commandLine().getErr().println("jigyo: " + e.getMessage());
            }
            TimeUnit.SECONDS.sleep(every);
        }
    }

    private void pull(Releases releases, String unchanged) {
        boolean fresh = Replica.pull(source, releases, keep);
        PrintWriter out = command.commandLine().getOut();
        String id = releases.current().map(Release::id).orElseThrow();
        out.printf(fresh ? "current release: %s%n" : unchanged, id);
        out.flush();
    }
}
