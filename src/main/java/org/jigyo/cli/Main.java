package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code jigyo}, with one subcommand for each verb. */
@Command(
        name = "jigyo",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        description = "Project-evaluation sheets of Japanese municipalities as linked data.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:internal error",
            "2:wrong usage",
            "3:nothing could be read",
            "4:some sheets or documents have errors; the others were processed",
            "5:problem of the environment: port in use, folder not writable, disk full"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo serve                        serve the bundled specimens",
            "  jigyo extract --json sheets/       sheet records as JSON Lines",
            "  jigyo publish sheets/ && jigyo serve"
        })
public final class Main {

    private static final List<Class<?>> VERBS = List.of(
            Collect.class,
            Extract.class,
            Explain.class,
            DraftCommand.class,
            Check.class,
            Golden.class,
            Compare.class,
            Publish.class,
            Withdraw.class,
            Serve.class,
            Query.class,
            ReleasesCommand.class,
            Rollback.class,
            Load.class,
            PullCommand.class,
            LayoutsCommand.class,
            Ontology.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class);

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Show no progress and no findings on stderr.")
    private boolean quiet;

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        verbs(arguments).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((e, command, result) -> main.report(e, command));
        line.setParameterExceptionHandler((e, given) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println("jigyo: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
            err.println("jigyo: see «" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help»");
            return ExitCode.USAGE;
        });
        line.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
                line.usage(line.getErr());
                return ExitCode.USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(arguments);
    }

    /** The verb on the command line; all verbs if there is none, or if it is one that refers to others. */
    private static List<Class<?>> verbs(String... arguments) {
        // picocli inspects a command by reflection, which takes noticeable time in a short run, so only the needed ones
        // are loaded.
        return Stream.of(arguments)
                .filter(a -> !a.startsWith("-"))
                .limit(1)
                .flatMap(a -> VERBS.stream()
                        .filter(v -> v.getPackage() == Main.class.getPackage())
                        .filter(v -> v.getAnnotation(Command.class).name().equals(a)))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(VERBS);
    }

    private int report(Exception e, CommandLine command) {
        boolean environment = e instanceof EnvironmentException;
        command.getErr().println("jigyo: " + (environment ? e.getMessage() : "internal error: " + e));
        if (debug) {
            e.printStackTrace(command.getErr());
        } else if (!environment) {
            command.getErr().println("jigyo: run it again with --debug and report the stack trace");
        }
        return environment ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL;
    }

    boolean quiet() {
        return quiet;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"jigyo " + (version == null ? "(from classes)" : version)};
        }
    }
}
