package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.release.Folders;

/**
 * A city's part that was built elsewhere, with all that a data folder keeps for it.
 *
 * @param city local government code
 * @param part name of the part's folder, {@code cities/<city>/<part>/}
 * @param registryBefore SHA-256 of the city's keys that the part was built with; empty if it had none
 * @param files path below the folder, with forward slashes → SHA-256: the part, the keys and the readings
 */
public record PartEntry(String city, String part, String registryBefore, SortedMap<String, String> files) {

    /** The path of the part's folder. */
    public String folder() {
        return "cities/" + city + "/" + part;
    }

    /** The path of the file of a city's keys. */
    static String registry(String city) {
        return "registry/" + city + ".tsv";
    }

    /** SHA-256 of the city's keys in a data folder; empty if there are none. */
    static String keys(Path data, String city) {
        Path file = data.resolve(registry(city));
        return Files.exists(file) ? Folders.sha256(file) : "";
    }

    /** The entry for a part that was just built in a data folder. */
    static PartEntry of(Path data, String registryBefore, CityPart part, List<String> readings) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(part.folder())) {
            all.forEach(file -> enter(data, file, files));
        }
        try (Stream<Path> all = Files.list(data.resolve("registry"))) {
            all.filter(file -> file.getFileName().toString().startsWith(part.city() + "."))
                    .forEach(file -> enter(data, file, files));
        }
        readings.forEach(file -> enter(data, data.resolve(file), files));
        return new PartEntry(part.city(), part.folder().getFileName().toString(), registryBefore, files);
    }

    private static void enter(Path data, Path file, SortedMap<String, String> files) {
        if (Files.exists(file)) {
            files.put(data.relativize(file).toString().replace('\\', '/'), Folders.sha256(file));
        }
    }
}
