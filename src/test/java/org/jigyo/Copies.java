package org.jigyo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of data folders, so that tests can begin with a release that was published once. */
public final class Copies {

    private Copies() {}

    /**
     * Copies a data folder. Files of releases and of cities' parts are linked, because they never change: most are
     * databases that reserve more space than they fill.
     *
     * @param to a folder that does not exist yet
     * @return {@code to}
     */
    public static Path of(Path data, Path to) {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path name = data.relativize(from);
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to.resolve(name));
                } else if (List.of("releases", "cities")
                        .contains(name.getName(0).toString())) {
                    Files.createLink(to.resolve(name), from);
                } else {
                    Files.copy(from, to.resolve(name));
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
