package org.jigyo.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/** A folder, or one file, on any file system that Hadoop knows: local, HDFS, S3. Names below it have forward slashes. */
final class Storage implements Serializable {

    private static final long serialVersionUID = 1;

    private final String root;
    private final String place;
    private final SerializableConfiguration configuration;

    /**
     * @param root a Hadoop path, such as {@code s3a://bucket/sheets}; without a scheme on the default file system, and relative to the
     * working folder of this process
     * @throws IOException if there is no such file system
     */
    Storage(String root, SerializableConfiguration configuration) throws IOException {
        this.root = root.replaceFirst("(?<=.)/+$", "");
        this.configuration = configuration;
        Path path = new Path(this.root);
        this.place =
                path.getFileSystem(configuration.value()).makeQualified(path).toString();
    }

    /** The root as the user gave it, without a slash at its end. */
    String root() {
        return root;
    }

    private Path path(String name) {
        return name.isEmpty() ? new Path(place) : new Path(place, name);
    }

    private FileSystem system() throws IOException {
        FileSystem system = path("").getFileSystem(configuration.value());
        // no .crc files beside those of a local disk
        system.setWriteChecksum(false);
        return system;
    }

    /** True if there is a file or folder at the root. */
    boolean exists() throws IOException {
        return system().exists(path(""));
    }

    /** True if the root is a file. */
    boolean isFile() throws IOException {
        return system().getFileStatus(path("")).isFile();
    }

    /** Names of all files in a folder below the root and its subfolders, relative to the root; none if there is no such folder. */
    List<String> files(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        FileSystem system = system();
        String above = path("").toUri().getPath() + "/";
        try {
            RemoteIterator<LocatedFileStatus> files = system.listFiles(path(folder), true);
            while (files.hasNext()) {
                names.add(files.next().getPath().toUri().getPath().substring(above.length()));
            }
        } catch (FileNotFoundException e) {
            return List.of();
        }
        return names;
    }

    /** The content of a small file. */
    byte[] read(String name) throws IOException {
        try (var in = system().open(path(name))) {
            return in.readAllBytes();
        }
    }

    /**
     * Copies a file to the local disk.
     *
     * @param name below the root; empty for the root itself
     * @return false if it does not exist
     */
    boolean fetch(String name, java.nio.file.Path local) throws IOException {
        Files.createDirectories(local.getParent());
        try (var in = system().open(path(name))) {
            Files.copy(in, local);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** Stores a file; it is there whole or not at all. One of this name is replaced. */
    void put(java.nio.file.Path local, String name) throws IOException {
        FileSystem system = system();
        Path place = path(name);
        Path unfinished = new Path(place.getParent(), "." + place.getName() + "." + UUID.randomUUID());
        try (var out = system.create(unfinished)) {
            Files.copy(local, out);
        }
        if (!system.rename(unfinished, place)) {
            // there is one of this name: some file systems replace it, others do not
            system.delete(place, false);
            if (!system.rename(unfinished, place)) {
                throw new IOException("cannot store " + place);
            }
        }
    }

    /** Stores a file whose name is determined by its content, unless it is there already. */
    void keep(java.nio.file.Path local, String name) throws IOException {
        try {
            FileStatus there = system().getFileStatus(path(name));
            if (there.getLen() == Files.size(local)) {
                return;
            }
        } catch (FileNotFoundException e) {
            // it is stored now
        }
        put(local, name);
    }
}
