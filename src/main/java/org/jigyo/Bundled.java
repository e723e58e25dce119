package org.jigyo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text files that are part of the program: layouts, queries, shapes, specimens. */
public final class Bundled {

    private Bundled() {}

    /**
     * The files of a resource folder by name, from a jar or from a folder of classes.
     *
     * @param folder absolute resource name, e.g. {@code /layouts}
     * @param ending only files with this ending, e.g. {@code .yml}
     * @return file name → bytes, sorted by name; empty if there is no such folder
     */
    public static SortedMap<String, byte[]> files(String folder, String ending) {
        URL url = Bundled.class.getResource(folder);
        if (url == null) {
            return new TreeMap<>();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri), ending);
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(folder), ending);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, byte[]> read(Path folder, String ending) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(f -> f.toString().endsWith(ending)).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
