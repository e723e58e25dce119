package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Program;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.Reader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for reading sheets that extract, explain, layouts, publish and withdraw share. */
final class ReadOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--layouts",
            paramLabel = "DIR",
            description =
                    "A folder with layout files (*.yml), beside layouts/ of the data folder. A layout replaces another"
                            + " of the same id.")
    private Path layouts;

    @Option(names = "--jobs", paramLabel = "N", description = "How many files at once (default: the number of cores).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "Longest time for one file (default: ${DEFAULT-VALUE}).")
    private int maxSeconds = (int) Limits.DEFAULT.time().toSeconds();

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            description = "Most pages of one file (default: ${DEFAULT-VALUE}).")
    private int maxPages = Limits.DEFAULT.pages();

    @Option(
            names = "--max-glyphs",
            paramLabel = "N",
            description = "Most characters of one page (default: ${DEFAULT-VALUE}).")
    private int maxGlyphs = Limits.DEFAULT.glyphs();

    @Option(
            names = "--max-rulings",
            paramLabel = "N",
            description = "Most ruling lines of one page (default: ${DEFAULT-VALUE}).")
    private int maxRulings = Limits.DEFAULT.rulings();

    @Option(
            names = "--max-cells",
            paramLabel = "N",
            description =
                    "Most squares between the rulings of a page, or cells of a table (default: ${DEFAULT-VALUE}).")
    private int maxCells = Limits.DEFAULT.squares();

    /** The options as they are when a command offers none of them but the data folder. */
    static ReadOptions of(DataOptions data, CommandSpec command) {
        ReadOptions options = new ReadOptions();
        options.data = data;
        options.command = command;
        return options;
    }

    int jobs() {
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1");
        }
        return jobs;
    }

    Path data() {
        return data.folder();
    }

    /**
     * The bundled layouts, those of the data folder, those of {@code --layouts}: a later one of the same id replaces an earlier one.
     * A file that cannot be used is named, and no other layout of its id is used in its place.
     */
    List<Layout> layouts() {
        Map<String, Layout> known = new TreeMap<>();
        Layouts.bundled().forEach(layout -> known.put(layout.id(), layout));
        for (Path folder : folders()) {
            Layouts.Folder own = Layouts.folder(folder);
            own.layouts().forEach(layout -> known.put(layout.id(), layout));
            own.refused().forEach((id, problems) -> {
                known.remove(id);
                refuse(folder, problems);
            });
        }
        return List.copyOf(known.values());
    }

    private void refuse(Path folder, List<String> problems) {
        PrintWriter err = command.commandLine().getErr();
        problems.forEach(problem -> err.println("jigyo: " + folder.resolve(problem)));
        err.println("jigyo: this layout is not used");
        err.flush();
    }

    private List<Path> folders() {
        if (layouts != null && !Files.isDirectory(layouts)) {
            throw new ParameterException(command.commandLine(), "--layouts: no folder " + layouts);
        }
        return Stream.of(data.layouts(), layouts)
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .toList();
    }

    Extractor extractor(List<Layout> known, boolean evidence) {
        return new Extractor(known, limits(), evidence);
    }

    Limits limits() {
        try {
            return new Limits(Duration.ofSeconds(maxSeconds), maxPages, maxGlyphs, maxRulings, maxCells);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** How a publish reads: with evidence, and as printed; corrections are applied to what was read. */
    Reader reader() {
        List<Layout> known = layouts();
        Extractor extractor = new Extractor(known, limits(), true);
        return new Reader(extractor::raw, known, fingerprint(), jobs());
    }

    /** Digest of everything besides a file that decides what is read from it: program, layouts, limits. */
    private String fingerprint() {
        StringBuilder all = new StringBuilder(limits().toString()).append(Program.fingerprint());
        folders().forEach(folder -> all.append(Program.fingerprint(folder)));
        return DigestUtils.sha256Hex(all.toString());
    }
}
