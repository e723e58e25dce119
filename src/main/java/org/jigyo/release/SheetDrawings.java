package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The drawings of a city's sheets, in its part of a release: {@code drawings.zip} with an entry {@code EDITION/PROJECT} for each sheet, so
 * that one is read without the others. They are written as they come, and the same drawings give the same bytes.
 */
public final class SheetDrawings implements AutoCloseable {

    static final String NAME = "drawings.zip";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private ZipOutputStream out;

    private SheetDrawings(Path file) {
        this.file = file;
    }

    /** Begins the drawings of a city's part in its folder. Without any drawing there is no file. */
    public static SheetDrawings into(Path folder) {
        return new SheetDrawings(folder.resolve(NAME));
    }

    /**
     * Adds a drawing.
     *
     * @param packed compressed already; empty if there is none
     */
    public void add(String edition, String project, byte[] packed) throws IOException {
        if (packed.length == 0) {
            return;
        }
        if (out == null) {
            out = new ZipOutputStream(Files.newOutputStream(file));
        }
        ZipEntry entry = new ZipEntry(edition + "/" + project);
        CRC32 sum = new CRC32();
        sum.update(packed);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(packed.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(packed);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
