package org.jigyo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.Reading;
import org.jigyo.extract.ReadingCache;
import org.jigyo.extract.Run;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Publication;
import org.jigyo.graph.Registries;
import org.jigyo.layout.Layout;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/** From files to a release: reads (what is known costs nothing), writes the graphs, checks them, publishes. */
final class Publishing {

    private final Path data;
    private final GraphBase base;
    private final ReadOptions options;
    private final boolean quiet;

    Publishing(Path data, GraphBase base, ReadOptions options, boolean quiet) {
        this.data = data;
        this.base = base;
        this.options = options;
        this.quiet = quiet;
    }

    /**
     * What came of it.
     *
     * @param release null when no sheet could be read: the previous release is then still the current one
     * @param notices what could not be taken from the release before, and why
     */
    record Published(Release release, int sheets, List<Finding> findings, List<String> notices) {}

    Published publish(List<Path> paths, Path vocabulary, int keep) {
        // first of all: who may not write there need not wait for the sheets to be read
        Path work = work();
        try {
            List<Finding> findings = new ArrayList<>();
            List<Sheet> sheets = read(paths, findings);
            if (sheets.isEmpty()) {
                return new Published(null, 0, findings, List.of());
            }
            Registries registries = Registries.read(data);
            LastTurtle turtle = new LastTurtle(data);
            LastCheck check = new LastCheck(data, base);
            CheckedGraphs checked = CheckedGraphs.write(
                    sheets, registries, base, options.labels(), work, turtle.earlier(), check::check);
            findings.addAll(checked.findings());
            Publication written = checked.publication();
            if (written == null) {
                return new Published(null, 0, findings, List.of());
            }
            Releases releases = Releases.in(data);
            Set<String> known = releases.list().stream().map(Release::id).collect(Collectors.toSet());
            List<String> anew = new ArrayList<>(turtle.notices());
            anew.addAll(check.notices());
            Release release = releases.publish(checked.draft().with(vocabularies(vocabulary)), keep, anew);
            turtle.keep(release, written);
            check.keep(release, checked.draft(), checked.report());
            written.registries().write(data);
            List<String> notices = known.contains(release.id()) ? anew : release.notices();
            return new Published(release, sheets.size() - checked.heldBack(), findings, notices);
        } finally {
            delete(work);
        }
    }

    private List<Sheet> read(List<Path> paths, List<Finding> findings) {
        List<Layout> layouts = options.layouts();
        Extractor extractor = options.extractor(layouts, true);
        ReadingCache cache = new ReadingCache(data.resolve("readings"), options.fingerprint());
        List<SourceFile> files = SourceFiles.of(paths, findings::add);
        Run run = new Run(layouts);
        List<Sheet> sheets = new ArrayList<>();
        try (Progress progress = Progress.of("reading", files.size(), quiet)) {
            Reading.all(files, options.jobs(), file -> cache.get(file, extractor::read), reading -> {
                reading.sheets().forEach(run::add);
                sheets.addAll(reading.sheets());
                findings.addAll(reading.findings());
                progress.step();
            });
        }
        findings.addAll(run.findings());
        return sheets;
    }

    /** What the user adds to the vocabulary graph, each file a graph below it; the ontology that ships is in it already. */
    private List<GraphFile> vocabularies(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try {
            if (folder != null) {
                try (Stream<Path> own = Files.list(folder)) {
                    own.filter(f -> f.toString().endsWith(".ttl"))
                            .forEach(f -> files.put(f.getFileName().toString(), f));
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read the vocabularies: " + e.getMessage(), e);
        }
        List<GraphFile> graphs = new ArrayList<>();
        files.forEach((name, file) ->
                graphs.add(new GraphFile(base.sharedGraph("vocabulary") + "/" + name.replace(".ttl", ""), file)));
        return graphs;
    }

    private Path work() {
        try {
            Files.createDirectories(data);
            return Files.createTempDirectory(data, ".writing-");
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot write to the data folder " + data + " (" + EnvironmentException.reason(e)
                            + "): choose another with --data",
                    e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
