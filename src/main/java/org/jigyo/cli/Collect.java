package org.jigyo.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jigyo.EnvironmentException;
import org.jigyo.collect.Collecting;
import org.jigyo.collect.Order;
import org.jigyo.collect.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo collect}: fetches the documents that pages link to, and records where each is from. */
@Command(
        name = "collect",
        description = {
            "Fetch the documents that pages link to, and write sources.tsv, which says where each is from.",
            "One request at a time, as robots.txt allows. What did not change is not fetched again, and what broke off is continued;"
                    + " a changed document is put beside the folder, for a person to decide. Try --dry-run first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo collect --dry-run https://www.city.example.jp/hyouka.html",
            "  jigyo collect -o sheets/ --publisher 見本市 https://www.city.example.jp/hyouka.html",
            "  jigyo collect -o sheets/ pages.txt       a file with an address a line",
            "  jigyo publish sheets/"
        })
final class Collect implements Callable<Integer> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "URL|LIST",
            description = "Addresses of pages or documents, or files with an address a line; # begins a comment.")
    private List<String> given = List.of();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "sheets",
            paramLabel = "DIR",
            description = "Folder for the documents (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--dry-run", description = "Fetch only the pages, and list the documents they link to.")
    private boolean dryRun;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who publishes the documents, for sources.tsv.")
    private String publisher;

    @Option(
            names = "--licence",
            paramLabel = "TERMS",
            description = "Address of the licence, or the terms as read on the page, for sources.tsv.")
    private String licence;

    @Option(
            names = "--pause",
            defaultValue = "2",
            paramLabel = "SECONDS",
            description =
                    "Least time between two requests to a host (default: ${DEFAULT-VALUE}); robots.txt may ask for more.")
    private double pause;

    @Option(
            names = "--patience",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "Longest time for one document (default: ${DEFAULT-VALUE}).")
    private long patience;

    @Option(
            names = "--most",
            defaultValue = "500",
            paramLabel = "MB",
            description = "Largest document (default: ${DEFAULT-VALUE}).")
    private long most;

    @Option(
            names = "--agent",
            defaultValue = "jigyo (+https://w3id.org/jigyo/)",
            paramLabel = "TEXT",
            description = "User-Agent of the requests; add how to reach you (default: ${DEFAULT-VALUE}).")
    private String agent;

    @Option(names = "--json", description = "Print what became of each address as JSON Lines.")
    private boolean json;

    @Override
    public Integer call() {
        if (pause < 0 || patience < 1 || most < 1 || agent.isBlank()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--pause must not be negative, --patience and --most at least 1, --agent not empty");
        }
        Order order = new Order(
                starts(),
                folder,
                dryRun,
                agent,
                Duration.ofMillis(Math.round(pause * 1000)),
                Duration.ofSeconds(patience),
                most * 1_000_000,
                publisher,
                licence);
        PrintWriter out = command.commandLine().getOut();
        List<Outcome> outcomes = Collecting.collect(order, Clock.systemUTC(), outcome -> {
            if (json || !main.quiet() || outcome.kind() == Outcome.Kind.FOUND) {
                out.println(json ? json(outcome) : line(outcome));
                out.flush();
            }
        });
        if (!json && !main.quiet()) {
            command.commandLine().getErr().println("jigyo: " + summary(outcomes));
        }
        boolean some = outcomes.stream().anyMatch(outcome -> switch (outcome.kind()) {
            case FOUND, ADDED, UNCHANGED, CHANGED -> true;
            case FORBIDDEN, GONE, FAILED -> false;
        });
        if (!some) {
            return ExitCode.NOTHING_READ;
        }
        return outcomes.stream().anyMatch(outcome -> outcome.kind().problem())
                ? ExitCode.SHEETS_WITH_ERRORS
                : ExitCode.OK;
    }

    private List<URI> starts() {
        List<URI> starts = new ArrayList<>();
        for (String word : given) {
            if (word.matches("(?i)https?://.*")) {
                starts.add(address(word, ""));
            } else {
                list(Path.of(word), starts);
            }
        }
        return starts;
    }

    private void list(Path list, List<URI> to) {
        try {
            List<String> lines = Files.readAllLines(list);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    to.add(address(line, list + ", line " + (i + 1) + ": "));
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot read the list " + list + " (" + EnvironmentException.reason(e)
                            + "); an address begins with http:// or https://",
                    e);
        }
    }

    private URI address(String text, String place) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && text.matches("(?i)https?://.*")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), place + "is not an address: " + e.getMessage(), e);
        }
        throw new ParameterException(
                command.commandLine(), place + "does not begin with http:// or https:// and a host: " + text);
    }

    private static String json(Outcome outcome) {
        try {
            return JSON.writeValueAsString(outcome);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Outcome outcome) {
        return word(outcome.kind()) + "\t" + outcome.address()
                + (outcome.file() == null ? "" : "\t" + outcome.file())
                + (outcome.message() == null ? "" : "\t" + outcome.message());
    }

    private static String word(Outcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String summary(List<Outcome> outcomes) {
        Map<Outcome.Kind, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(
                        Outcome::kind, () -> new EnumMap<>(Outcome.Kind.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
