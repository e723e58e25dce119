package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.extract.ParallelReading;
import org.jigyo.extract.Run;
import org.jigyo.graph.FileOrigin;
import org.jigyo.graph.GraphBase;
import org.jigyo.nation.ReferenceTable;
import org.jigyo.registry.Registry;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/**
 * Publishes: reads files, determines the sources of each city, builds the parts of the cities that changed, and links
 * all parts into a release. Nothing is removed unless it was named.
 */
public final class Publishing {

    private final DataFolder data;
    private final Releases releases;
    private final Reader reader;
    private final Progress progress;
    private final CityBuild.Builder builder;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private SortedMap<String, CityPart> taken = new TreeMap<>();

    private Publishing(Path data, Reader reader, Progress progress, CityBuild.Builder builder) {
        this.releases = Releases.in(data);
        this.data = new DataFolder(releases.data());
        this.reader = reader;
        this.progress = progress;
        this.builder = builder;
    }

    /**
     * Publishes.
     *
     * @param data the data folder, created if it is missing
     * @throws EnvironmentException if the data folder cannot be used; the current release is then unchanged
     * @throws IllegalArgumentException if what is to be withdrawn is not in the current release; the message says what is
     */
    public static Published publish(Path data, Reader reader, Progress progress, Request request) {
        return publish(data, reader, progress, request, CityBuild::build);
    }

    /** Like {@link #publish(Path, Reader, Progress, Request)}, with another builder of cities' parts. */
    static Published publish(Path data, Reader reader, Progress progress, Request request, CityBuild.Builder builder) {
        if (!request.adds() && Releases.in(data).current().isEmpty()) {
            // nothing is created in a folder that was named by mistake
            throw new IllegalArgumentException(
                    data + " has no release that contains cities; choose another folder with --data");
        }
        try {
            // Checked first, so that nobody waits for sheets to be read in vain.
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, ".writing-", ""));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot write to the data folder " + data + " (" + EnvironmentException.reason(e)
                            + "): choose another with --data",
                    e);
        }
        Publishing publishing = new Publishing(data, reader, progress, builder);
        return publishing.releases.alone(() -> publishing.publish(request));
    }

    private Published publish(Request request) throws IOException {
        SheetRecords records =
                new SheetRecords(new Readings(data.readings()), new Amendments(CorrectionFiles.in(data.corrections())));
        // read first, so that a wrong cell is reported before any sheet is read
        List<ReferenceTable> references = ReferenceFiles.in(request.reference(), notices::add);
        OriginFiles origins = OriginFiles.of(data, request.paths());
        Plan plan = plan(request);
        PartsFolder handed = request.parts() == null ? null : new PartsFolder(request.parts(), data);
        GraphBase base = base(request, handed);
        CitySetup setup = new CitySetup(base, records, data.cities());
        int read = handed == null ? read(request, records, plan, origins) : take(handed, setup, plan);
        if (read == 0 && request.adds()) {
            return stays(0, List.of(), "no sheet could be read");
        }
        SortedMap<String, CityPart> parts = parts(setup, plan);
        List<String> gone = plan.missing(parts);
        if (parts.isEmpty()) {
            return stays(read, gone, "no sheet would be left");
        }
        if (!gone.isEmpty() && !request.removals()) {
            gone.forEach(
                    sheet -> findings.add(
                            Finding.error(
                                    Finding.Code.SHEET_REMOVED,
                                    Place.of(sheet),
                                    "this sheet of the current release is missing in the new version of its file; add --allow-removals to remove it")));
            return stays(read, gone, "sheets would be removed");
        }
        try (Composition composition = new Composition(data.path(), base)) {
            composition.add(parts);
            composition.vocabularies(request, releases.current());
            composition.references(references, request, releases.current());
            composition.origins(origins(origins, parts));
            Release release = releases.publish(composition.draft(), request.keep(), List.copyOf(notices));
            data.retain(releases.list(), records.readings());
            notices.addAll(release.notices().stream()
                    .filter(notice -> !notices.contains(notice))
                    .toList());
            return new Published(release, sheets(parts), List.copyOf(findings), plan.changes(), gone, notices);
        }
    }

    /** The origins of the files of all parts; those that are new are kept. */
    private SortedMap<String, FileOrigin> origins(OriginFiles files, SortedMap<String, CityPart> parts)
            throws IOException {
        List<Source> sources =
                parts.values().stream().flatMap(part -> part.sources().stream()).toList();
        SortedMap<String, FileOrigin> kept = KeptOrigins.read(data.origins());
        SortedMap<String, FileOrigin> origins = files.of(
                sources,
                kept,
                name -> notices.add(SourceFiles.ORIGINS + " names " + name
                        + ", and several files are called so; name each by its SHA-256"));
        KeptOrigins.add(data.origins(), kept, origins);
        return origins;
    }

    private static int sheets(SortedMap<String, CityPart> parts) {
        return parts.values().stream().mapToInt(part -> part.sheets().size()).sum();
    }

    private Published stays(int sheets, List<String> gone, String reason) {
        notices.add("nothing was published, because " + reason);
        return new Published(null, sheets, List.copyOf(findings), List.of(), gone, notices);
    }

    private Plan plan(Request request) throws IOException {
        Optional<Release> current = releases.current();
        SortedMap<String, CityPart> parts = new TreeMap<>();
        if (current.isPresent()) {
            parts = data.parts(current.get());
            if (parts.isEmpty() && !request.only()) {
                notices.add("release " + current.get().id() + " was made by version 0.1; to"
                        + " add to it, publish all sheets again once");
            }
        }
        Plan plan = new Plan(parts, request.only());
        if (!request.specimens() && !request.only() && request.adds()) {
            int specimens = plan.dropSpecimens();
            if (specimens > 0) {
                notices.add("the " + specimens + " bundled specimens were removed, because there are real sheets now");
            }
        }
        request.withdrawn().forEach(plan::withdraw);
        return plan;
    }

    /** Reads the files and adds them to the plan; returns the number of their sheets that can be published. */
    private int read(Request request, SheetRecords records, Plan plan, OriginFiles origins) {
        List<SourceFile> files = SourceFiles.of(request.paths(), findings::add);
        files.forEach(origins::find);
        Run run = new Run(reader.layouts());
        Intake intake = new Intake(plan, run, findings::add);
        progress.start("reading", files.size());
        ParallelReading.all(files, reader.jobs(), file -> records.readings().get(file, reader), reading -> {
            try {
                intake.add(FileReport.of(reading, records, run, request.specimens()));
            } catch (IOException e) {
                throw new EnvironmentException("cannot read " + data.readings() + ": " + e.getMessage(), e);
            }
            progress.step();
        });
        progress.end();
        return intake.end();
    }

    /** Takes parts that were built elsewhere and adds them to the plan; returns the number of their sheets. */
    private int take(PartsFolder handed, CitySetup setup, Plan plan) {
        taken = handed.take(setup, findings::add);
        taken.forEach((city, part) -> plan.replace(city, part.sources()));
        return sheets(taken);
    }

    private GraphBase base(Request request, PartsFolder handed) {
        String current = releases.current().map(Release::base).orElse("");
        String base = request.base() != null
                ? request.base().iri()
                : !current.isEmpty() ? current : handed != null ? handed.base() : GraphBase.DEFAULT.iri();
        if (handed != null && !handed.base().equals(base)) {
            throw new EnvironmentException("the parts have the base IRI " + handed.base() + " and the release " + base
                    + "; build the parts again with --base " + base);
        }
        return new GraphBase(base);
    }

    /** The parts of all cities. Those whose input changed are built. */
    private SortedMap<String, CityPart> parts(CitySetup setup, Plan plan) {
        SortedMap<String, CityPart> parts = new TreeMap<>();
        progress.start("building", plan.cities().size());
        for (String city : plan.cities()) {
            CityPart part = part(setup, city, plan);
            if (part != null) {
                parts.put(city, part);
            }
            progress.step();
        }
        progress.end();
        return parts;
    }

    private CityPart part(CitySetup setup, String city, Plan plan) {
        if (taken.containsKey(city)) {
            return taken.get(city);
        }
        CityPart before = plan.before(city);
        List<Source> sources = plan.sources(city);
        Registry registry = Registry.read(data.registry(), city);
        if (before != null && before.input().equals(setup.input(registry, sources))) {
            findings.addAll(before.findings());
            return before;
        }
        try {
            CityBuild.Built built = builder.build(setup, registry, sources, before);
            // The registry is saved before the release becomes current, so that a key is never assigned twice, whatever
            // happens in between.
            built.registry().write(data.registry());
            findings.addAll(built.part().findings());
            return built.part().sheets().isEmpty() ? null : built.part();
        } catch (EnvironmentException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            findings.add(CityPart.failed(city, e, before == null ? "it is left out" : "it stays as it was"));
            plan.stays(city);
            return before;
        }
    }
}
