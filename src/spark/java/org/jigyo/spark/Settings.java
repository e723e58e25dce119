package org.jigyo.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * What all tasks have in common.
 *
 * @param out where readings, keys and parts are stored
 * @param data the data folder, with the keys so far; null if there are none
 * @param own the owner's layouts and corrections: name in the data folder → content
 * @param base base IRI of the data
 * @param drawn whether drawings of the pages are kept
 * @param read the step that reads a file
 * @param build the step that builds a city's part
 */
record Settings(
        Storage out,
        Storage data,
        TreeMap<String, byte[]> own,
        String base,
        boolean drawn,
        Class<? extends Step> read,
        Class<? extends Step> build)
        implements Serializable {

    private static final List<String> OWN = List.of("layouts", "corrections");

    /** The owner's layouts and corrections. */
    static TreeMap<String, byte[]> own(Storage data) throws IOException {
        TreeMap<String, byte[]> own = new TreeMap<>();
        for (String folder : OWN) {
            for (String name : data.files(folder)) {
                own.put(name, data.read(name));
            }
        }
        return own;
    }

    /** A new local folder with the owner's layouts and corrections; the caller deletes it. */
    Path folder() throws IOException {
        Path folder = Files.createTempDirectory("jigyo-task");
        for (var file : own.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
