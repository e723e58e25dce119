package org.jigyo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Program;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.Reader;
import org.jigyo.sheet.Labels;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How sheets are read: the options that extract, explain and publish share. */
final class ReadOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--layouts",
            paramLabel = "DIR",
            description = "A folder with further layout files (*.yml); one of the same id replaces the bundled one.")
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

    int jobs() {
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1");
        }
        return jobs;
    }

    List<Layout> layouts() {
        List<Layout> known = new ArrayList<>(Layouts.bundled());
        if (layouts != null) {
            if (!Files.isDirectory(layouts)) {
                throw new ParameterException(command.commandLine(), "--layouts: no folder " + layouts);
            }
            try {
                for (Layout own : Layouts.folder(layouts)) {
                    known.removeIf(l -> l.id().equals(own.id()));
                    known.add(own);
                }
            } catch (LayoutException e) {
                throw new ParameterException(command.commandLine(), "--layouts: " + e.getMessage(), e);
            }
        }
        return known;
    }

    Extractor extractor(List<Layout> known, boolean evidence) {
        return new Extractor(known, limits(), evidence);
    }

    Limits limits() {
        try {
            return new Limits(
                    Duration.ofSeconds(maxSeconds), maxPages, maxGlyphs, maxRulings, Limits.DEFAULT.squares());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** Names of the keys that layouts declare for themselves, by the path under which a record holds them. */
    Map<String, Labels> labels() {
        Map<String, Labels> labels = new TreeMap<>();
        for (Layout layout : layouts()) {
            layout.keys().forEach((key, names) -> {
                for (String group : List.of("texts", "attributes", "ratings")) {
                    labels.put(group + "/" + key, names);
                }
            });
        }
        return labels;
    }

    /** How a publish reads: with evidence, and as printed; corrections are applied to what was read. */
    Reader reader() {
        List<Layout> known = layouts();
        Extractor extractor = new Extractor(known, limits(), true);
        return new Reader(extractor::raw, known, labels(), fingerprint(), jobs());
    }

    /** Digest of everything besides a file that decides what is read from it: program, layouts, limits. */
    private String fingerprint() {
        StringBuilder all = new StringBuilder(limits().toString()).append(Program.fingerprint());
        if (layouts != null) {
            all.append(Program.fingerprint(layouts));
        }
        return DigestUtils.sha256Hex(all.toString());
    }
}
