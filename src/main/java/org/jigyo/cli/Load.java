package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jigyo.EnvironmentException;
import org.jigyo.release.LoadFiles;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jigyo load}: writes a release as files for the bulk loader of another server, and loads them into Virtuoso. */
@Command(
        name = "load",
        description = {
            "Write the current release as compressed N-Quads for the bulk loader of another SPARQL server, to be served with"
                    + " «serve --sparql URL». Load release.nq last, and each release into an empty database.",
            "With --virtuoso, also load them into a running Virtuoso, and check that every statement arrived. It must be allowed"
                    + " to read the folder (DirsAllowed in virtuoso.ini); its program isql or isql-vt must be on the PATH."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo load quads/                                    files for any bulk loader",
            "  jigyo load --virtuoso 127.0.0.1:1111 /srv/quads/     into Virtuoso",
            "  jigyo serve --sparql http://127.0.0.1:8890/sparql"
        })
final class Load implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "DIR", description = "A new or empty folder for the files.")
    private Path folder;

    @Option(names = "--release", paramLabel = "ID", description = "Another release than the current one.")
    private String id;

    @Option(
            names = "--virtuoso",
            paramLabel = "HOST:PORT",
            description = "SQL port of a running Virtuoso on this machine, with an empty database.")
    private String virtuoso;

    @Option(names = "--user", paramLabel = "NAME", description = "User of Virtuoso (default: ${DEFAULT-VALUE}).")
    private String user = "dba";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password of the user (default: the password is «dba»).")
    private Path passwordFile;

    @Override
    public Integer call() throws Exception {
        Releases releases = Releases.in(data.folder());
        Release release = (id == null ? releases.current() : releases.find(id))
                .orElseThrow(() -> new EnvironmentException(
                        id == null
                                ? "there is no release in " + releases.data() + "; publish some sheets first"
                                : "there is no release " + id + "; «releases» lists them"));
        Path files = folder.toAbsolutePath().normalize();
        Virtuoso server = virtuoso == null ? null : new Virtuoso(virtuoso, user, password());
        if (server != null) {
            server.checkEmpty(release);
        }
        LoadFiles.write(release, files);
        PrintWriter out = command.commandLine().getOut();
        if (server == null) {
            out.println("release " + release.id() + " is in " + files + "; load " + LoadFiles.LAST + " last");
        } else {
            long statements = server.load(release, files);
            out.println("release " + release.id() + " is in Virtuoso: " + statements + " statements");
        }
        return ExitCode.OK;
    }

    private String password() throws java.io.IOException {
        return passwordFile == null ? "dba" : Files.readString(passwordFile).strip();
    }
}
