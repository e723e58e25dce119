package org.jigyo.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.Program;
import org.jigyo.publish.FileReport;
import org.jigyo.publish.PartBuilding;
import org.jigyo.publish.PartEntry;
import org.jigyo.publish.PartsManifest;
import org.jigyo.publish.Reader;
import org.jigyo.publish.Source;
import org.jigyo.release.Folders;
import org.jigyo.source.SourceFiles;

/** Spreads the files over the cluster, then the cities, and writes the manifest of their parts last. */
final class Job {

    /** Number of tasks for the files: each its own, so that a failure costs one file, up to this number. */
    private static final int MOST_TASKS = 20_000;

    private final JavaSparkContext spark;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    Job(JavaSparkContext spark, Settings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /**
     * Reads the files and builds the parts of all cities.
     *
     * @param roots files and folders
     * @param messages receives problems of the owner's layouts
     * @throws EnvironmentException if a correction is invalid
     * @throws IOException if something cannot be listed, read or stored
     */
    PartsManifest run(List<Storage> roots, Consumer<String> messages) throws IOException {
        List<FileTask.Input> files = files(roots);
        Path folder = settings.folder();
        try {
            // before anything is read, so that a wrong file of the owner's stops nobody for long
            PartBuilding.checkCorrections(folder);
            Reader reader = ReadStep.reader(
                    folder, settings.drawn(), (at, problems) -> problems.forEach(p -> messages.accept("layouts/" + p)));
            SortedMap<String, List<Source>> cities =
                    PartBuilding.sources(read(files).iterator(), reader, findings::add);
            List<PartEntry> parts = build(cities);
            PartsManifest manifest =
                    new PartsManifest(Program.fingerprint(), settings.base(), parts, List.copyOf(findings));
            store(folder, PartsManifest.FINDINGS, manifest.findingLines());
            store(folder, PartsManifest.PARTS, manifest.lines());
            return manifest;
        } finally {
            Folders.delete(folder);
        }
    }

    /** The files, each once, in the order in which {@code publish} would read them. */
    private List<FileTask.Input> files(List<Storage> roots) throws IOException {
        Map<String, FileTask.Input> files = new LinkedHashMap<>();
        for (Storage root : roots) {
            if (!root.exists()) {
                findings.add(Finding.error(
                        Finding.Code.FILE_UNREADABLE, Place.of(root.root()), "there is no such file or folder"));
            } else {
                names(root).stream()
                        .map(name -> new FileTask.Input(root, name))
                        .forEach(file -> files.putIfAbsent(file.path(), file));
            }
        }
        return List.copyOf(files.values());
    }

    private List<String> names(Storage root) throws IOException {
        if (root.isFile()) {
            return List.of("");
        }
        List<Path> all = root.files("").stream().map(Path::of).toList();
        return SourceFiles.selected(root.root(), all, findings::add).stream()
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    private List<FileReport> read(List<FileTask.Input> files) {
        List<FileReport> reports = new ArrayList<>();
        if (!files.isEmpty()) {
            spark.setJobDescription("reading " + files.size() + " files");
            spark.parallelize(files, Math.min(files.size(), MOST_TASKS))
                    .map(new FileTask(settings))
                    .collect()
                    .forEach(line -> {
                        FileTask.Result result = Json.read(line, FileTask.Result.class);
                        findings.addAll(result.findings());
                        reports.addAll(result.reports());
                    });
        }
        return reports;
    }

    private List<PartEntry> build(SortedMap<String, List<Source>> cities) {
        List<PartEntry> parts = new ArrayList<>();
        if (!cities.isEmpty()) {
            List<String> inputs = cities.entrySet().stream()
                    .map(city -> Json.write(new BuildStep.Input(settings.base(), city.getKey(), city.getValue())))
                    .toList();
            spark.setJobDescription("building " + inputs.size() + " cities");
            spark.parallelize(inputs, inputs.size())
                    .map(new CityTask(settings))
                    .collect()
                    .forEach(line -> {
                        PartBuilding.Outcome outcome = Json.read(line, PartBuilding.Outcome.class);
                        findings.addAll(outcome.findings());
                        if (outcome.entry() != null) {
                            parts.add(outcome.entry());
                        }
                    });
        }
        return parts;
    }

    private void store(Path folder, String name, List<String> lines) throws IOException {
        settings.out().put(Files.write(folder.resolve(name), lines), name);
    }
}
