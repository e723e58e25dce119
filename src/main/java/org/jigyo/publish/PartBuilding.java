package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.Run;
import org.jigyo.graph.GraphBase;
import org.jigyo.registry.Registry;
import org.jigyo.source.SourceFile;

/**
 * The steps of a publish up to the cities' parts, one at a time, for a cluster that gives each step to another machine. A step works in a
 * local data folder that holds what it needs: {@code corrections/}, {@code registry/} and {@code readings/}.
 */
public final class PartBuilding {

    private PartBuilding() {}

    /**
     * The outcome for a city.
     *
     * @param entry its part; null if there is none
     * @param findings why there is none
     */
    public record Outcome(PartEntry entry, List<Finding> findings) {}

    /**
     * Checks the corrections of a data folder.
     *
     * @throws EnvironmentException for the first invalid entry
     */
    public static void checkCorrections(Path data) {
        CorrectionFiles.in(new DataFolder(data).corrections());
    }

    /**
     * Reads a file, unless its reading is in the data folder.
     *
     * @throws EnvironmentException if a correction is invalid, or the folder cannot be written
     * @throws IOException if the new reading is damaged at once
     */
    public static FileReport read(Path data, SourceFile file, Reader reader) throws IOException {
        SheetRecords records = records(new DataFolder(data));
        return FileReport.of(records.readings().get(file, reader), records, new Run(reader.layouts()), false);
    }

    /** The files of a file's reading, whether or not they exist yet: paths below the data folder. The second one is optional. */
    public static List<String> readingFiles(SourceFile file, Reader reader) {
        return readingFiles(Readings.name(file, reader));
    }

    /** The files of a source's reading, as {@link #readingFiles(SourceFile, Reader)}. */
    public static List<String> readingFiles(Source source) {
        return readingFiles(source.reading());
    }

    private static List<String> readingFiles(String reading) {
        return Readings.files(reading).stream().map(name -> "readings/" + name).toList();
    }

    /** The files of a city's keys and open questions, which both need not exist: paths below the data folder. */
    public static List<String> registryFiles(String city) {
        return List.of(PartEntry.registry(city), "registry/" + city + ".review.tsv");
    }

    /**
     * The sources of each city.
     *
     * @param files the reports about all files, in the order of the files
     * @param reader the reader that read them
     * @param findings receives the problems of the files, and those of the whole run
     */
    public static SortedMap<String, List<Source>> sources(
            Iterator<FileReport> files, Reader reader, Consumer<Finding> findings) {
        return Intake.sources(files, new Run(reader.layouts()), findings);
    }

    /**
     * Builds the part of a city in the data folder, which must hold the readings of its sources. A failure is a finding.
     *
     * @throws EnvironmentException if the folder cannot be used
     */
    public static Outcome build(Path data, GraphBase base, String city, List<Source> sources) {
        DataFolder folder = new DataFolder(data);
        String before = PartEntry.keys(data, city);
        try {
            Registry registry = Registry.read(folder.registry(), city);
            CitySetup setup = new CitySetup(base, records(folder), folder.cities());
            CityBuild.Built built = CityBuild.build(setup, registry, sources, null);
            built.registry().write(folder.registry());
            if (built.part().sheets().isEmpty()) {
                return new Outcome(null, built.part().findings());
            }
            List<String> readings = sources.stream()
                    .flatMap(source -> readingFiles(source).stream())
                    .toList();
            return new Outcome(PartEntry.of(data, before, built.part(), readings), List.of());
        } catch (EnvironmentException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return new Outcome(null, List.of(failed(city, e)));
        }
    }

    /** Reports that the part of a city could not be built. */
    public static Finding failed(String city, Throwable fault) {
        return CityPart.failed(city, fault, "it is left out");
    }

    private static SheetRecords records(DataFolder data) {
        return new SheetRecords(new Readings(data.readings()), new Amendments(CorrectionFiles.in(data.corrections())));
    }
}
