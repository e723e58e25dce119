package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.release.Folders;
import org.jigyo.release.Release;

/** The parts of a data folder that publishing maintains: readings, registries, and the cities' parts. */
record DataFolder(Path path) {

    Path readings() {
        return path.resolve("readings");
    }

    Path registry() {
        return path.resolve("registry");
    }

    /** The owner's corrections; never written by the program. */
    Path corrections() {
        return path.resolve("corrections");
    }

    /** What is known of where published files came from. */
    Path origins() {
        return path.resolve("origins.tsv");
    }

    Path cities() {
        return path.resolve("cities");
    }

    /**
     * The parts that a release links, by city.
     *
     * @throws IOException if one is missing or damaged; the message gives the reason
     */
    SortedMap<String, CityPart> parts(Release release) throws IOException {
        SortedMap<String, CityPart> parts = new TreeMap<>();
        for (var city : release.cities().entrySet()) {
            parts.put(
                    city.getKey(), CityPart.read(cities().resolve(city.getKey()).resolve(city.getValue())));
        }
        return parts;
    }

    /** Deletes what no release needs any longer. */
    void retain(List<Release> releases, Readings readings) throws IOException {
        Set<Path> parts = new HashSet<>();
        Set<String> read = new HashSet<>();
        for (Release release : releases) {
            for (CityPart part : parts(release).values()) {
                parts.add(part.folder());
                part.sources().forEach(source -> read.add(source.reading()));
            }
        }
        readings.retain(read);
        if (Files.isDirectory(cities())) {
            for (Path city : list(cities())) {
                for (Path part : list(city)) {
                    if (!parts.contains(part)) {
                        Folders.delete(part);
                    }
                }
                if (list(city).isEmpty()) {
                    Files.delete(city);
                }
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
