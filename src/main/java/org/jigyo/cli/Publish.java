package org.jigyo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jigyo.graph.GraphBase;
import org.jigyo.publish.Published;
import org.jigyo.publish.Publishing;
import org.jigyo.publish.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo publish}: creates a release from sheets. */
@Command(
        name = "publish",
        description = {
            "Add sheets to the current release and make the result the current one.",
            "A file replaces the published file of the same name for the same city, year and form;"
                    + " everything else stays. Files that were read before are not read again. If anything fails, the current"
                    + " release is unchanged.",
            "Misprints listed in DIR/corrections/*.yml are corrected, and each correction is marked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo publish sheets/",
            "  jigyo publish sheets/corrected.pdf        replace one file, keep all others",
            "  jigyo publish --only sheets/              a release of only these sheets",
            "  jigyo publish --parts parts/              cities that a cluster built",
            "  jigyo publish --data /srv/jigyo --base https://data.example.jp/jigyo/ sheets/",
            "  jigyo publish --vocabulary labels/ sheets/   with further Turtle files, such as SDG texts",
            "  jigyo publish --reference tables/ sheets/    with populations of other years, or totals of cities"
        })
final class Publish implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Mixin
    private ReleaseOptions made = new ReleaseOptions();

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "Base IRI of the data (default: that of the current release, else https://w3id.org/jigyo/).")
    private String base;

    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description = "Folder of further vocabularies (*.ttl; default: those of the current release).")
    private Path vocabulary;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description =
                    "Folder of tables about local governments, such as populations of other years: NAME.csv, each with its"
                            + " mapping NAME.yml (default: those of the current release). queries/README.md describes them.")
    private Path reference;

    @Option(names = "--only", description = "Make a release of only the given paths; everything else is removed.")
    private boolean only;

    @Option(
            names = "--allow-removals",
            description =
                    "Remove sheets that are missing in the new version of a file; otherwise they are listed and nothing"
                            + " is published.")
    private boolean removals;

    @Option(
            names = "--no-drawings",
            description =
                    "Keep no drawings of the sheets' pages, which take about as much disk as the data of the sheets. Sheets that are not"
                            + " read again keep theirs.")
    private boolean withoutDrawings;

    @Option(
            names = "--parts",
            paramLabel = "DIR",
            description =
                    "In place of sheets, a folder of cities' parts that were built elsewhere, such as by Spark. Each replaces its"
                            + " city; no sheet is read.")
    private Path parts;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            completionCandidates = FileEndings.class,
            description = "Files, folders or zip archives (${COMPLETION-CANDIDATES}).")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        if (paths.isEmpty() == (parts == null)) {
            throw new ParameterException(command.commandLine(), "give either sheets or --parts DIR");
        }
        Request request =
                new Request(paths, parts, List.of(), only, removals, false, base(), vocabulary, reference, made.keep());
        Published published = Publishing.publish(
                options.data(), options.reader(!withoutDrawings), TerminalProgress.of(main.quiet()), request);
        return PublishedReport.print(published, command.commandLine(), main.quiet(), made.json());
    }

    private GraphBase base() {
        try {
            return base == null ? null : new GraphBase(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--base: " + e.getMessage(), e);
        }
    }
}
