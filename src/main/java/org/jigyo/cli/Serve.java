package org.jigyo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jigyo.Bundled;
import org.jigyo.EnvironmentException;
import org.jigyo.publish.Publishing;
import org.jigyo.publish.Request;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.serve.http.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo serve}: serves the current release. */
@Command(
        name = "serve",
        description = {
            "Serve the current release. If the data folder is empty, the bundled specimens are published first.",
            "The server switches to a newly published release without a restart. Ctrl-C stops it.",
            "With --sparql, the statements are asked of another server, into which «jigyo load» has loaded a release."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo serve                          http://127.0.0.1:3030/",
            "  jigyo serve --data /srv/jigyo --config serve.yml",
            "  jigyo serve --sparql http://127.0.0.1:8890/sparql"
        })
final class Serve implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port; 0 takes a free one (default: 3030, or that of --config).")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Address to listen on (default: 127.0.0.1, or that of --config).")
    private String host;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "File of limits and switches; fuseki-config/serve.yml lists all of them.")
    private Path config;

    @Option(
            names = "--sparql",
            paramLabel = "URL",
            description = {
                "SPARQL 1.1 endpoint that holds the statements of a release.",
                "Dumps, drawn sheets and the index of the full-text search come from the data folder, if the release is there."
            })
    private String sparql;

    @Option(
            names = "--no-drawings",
            description = "If the specimens are published first, keep no drawings of their pages.")
    private boolean withoutDrawings;

    @Option(
            names = "--until",
            hidden = true,
            description = "Stop when the specimens are published where nothing was, or when the server has answered.")
    private Until until;

    /** The event at which the server stops early. */
    private enum Until {
        PUBLISHED,
        ANSWERED
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        Settings settings = config == null ? Settings.bundled() : Settings.read(config);
        settings = settings.at(
                host == null ? settings.listen().host() : host,
                port == null ? settings.listen().port() : port);
        Releases releases = Releases.in(data.folder());
        if (sparql == null && releases.current().isEmpty()) {
            int code = until == null ? publishSpecimensApart() : publishSpecimens(err);
            if (code != ExitCode.OK) {
                return code;
            }
        }
        if (until == Until.PUBLISHED) {
            return ExitCode.OK;
        }
        try (Server server = started(releases, settings)) {
            if (until == Until.ANSWERED) {
                try (InputStream answer = server.address()
                        .resolve("sparql?query=ASK%7B%7D")
                        .toURL()
                        .openStream()) {
                    return answer.readAllBytes().length > 0 ? ExitCode.OK : ExitCode.INTERNAL;
                }
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            err.println("jigyo: ready at " + server.address());
            server.join();
        }
        return ExitCode.OK;
    }

    private Server started(Releases releases, Settings settings) {
        if (sparql == null) {
            return Server.start(releases, settings);
        }
        if (!sparql.matches("https?://\\S+")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--sparql must be the address of an endpoint, such as http://127.0.0.1:8890/sparql");
        }
        return Server.inFrontOf(sparql, releases, settings);
    }

    /**
     * Publishes the specimens in a separate virtual machine with options for a short run. The server's own options
     * compile at length what a publish needs once, which takes three times its processor time.
     */
    private int publishSpecimensApart() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches("-XX:SharedArchiveFile=.*|-Xlog.*|-Djigyo.*"))
                .forEach(words::add);
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(
                List.of("serve", "--until", "published", "--data", data.folder().toString()));
        if (main.quiet()) {
            words.add("--quiet");
        }
        if (withoutDrawings) {
            words.add("--no-drawings");
        }
        Process process = new ProcessBuilder(words).inheritIO().start();
        Thread stop = new Thread(process::destroy, "stop-publishing");
        Runtime.getRuntime().addShutdownHook(stop);
        int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return code;
    }

    private int publishSpecimens(PrintWriter err) {
        err.println("jigyo: " + data.folder() + " contains no release; publishing the bundled specimens");
        Path folder = data.folder().resolve("specimens");
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file :
                    Bundled.files("/specimens", "").entrySet()) {
                if (file.getKey().endsWith(".txt") || file.getKey().endsWith(".pdf")) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot write to the data folder " + data.folder() + " (" + EnvironmentException.reason(e)
                            + "); choose another one with --data",
                    e);
        }
        Publishing.publish(
                data.folder(),
                ReadOptions.of(data, command).reader(!withoutDrawings),
                TerminalProgress.of(main.quiet()),
                Request.specimens(folder));
        return ExitCode.OK;
    }
}
