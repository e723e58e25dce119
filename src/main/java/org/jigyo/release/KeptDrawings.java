package org.jigyo.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The drawings of a release's sheets, for reading. The file of a city is opened when it is first needed. Thread-safe. */
public final class KeptDrawings implements AutoCloseable {

    private final Release release;
    private final Map<String, Optional<ZipFile>> open = new HashMap<>();

    /** The drawings in the parts of a release's cities. */
    public KeptDrawings(Release release) {
        this.release = release;
    }

    /**
     * True if the drawing of a sheet was kept.
     *
     * @param city local government code
     * @param sheet {@code EDITION/PROJECT}
     */
    public boolean has(String city, String sheet) {
        return file(city).filter(zip -> zip.getEntry(sheet) != null).isPresent();
    }

    /**
     * The packed drawing of a sheet; empty if none was kept.
     *
     * @throws IOException if it is damaged
     */
    public Optional<byte[]> read(String city, String sheet) throws IOException {
        Optional<ZipFile> zip = file(city);
        ZipEntry entry = zip.isEmpty() ? null : zip.get().getEntry(sheet);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.get().getInputStream(entry)) {
            return Optional.of(in.readAllBytes());
        }
    }

    private synchronized Optional<ZipFile> file(String city) {
        return open.computeIfAbsent(city, this::opened);
    }

    private Optional<ZipFile> opened(String city) {
        String part = release.cities().get(city);
        if (part == null) {
            return Optional.empty();
        }
        Path data = release.folder().toAbsolutePath().getParent().getParent();
        Path file = data.resolve("cities").resolve(city).resolve(part).resolve(SheetDrawings.NAME);
        try {
            return Files.exists(file) ? Optional.of(new ZipFile(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the drawings of " + city + " are damaged", e);
        }
    }

    @Override
    public synchronized void close() {
        for (Optional<ZipFile> zip : open.values()) {
            zip.ifPresent(file -> {
                try {
                    file.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        open.clear();
    }
}
