package org.jigyo.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.source.SourceFile.Kind;

/**
 * The files of a zip archive, unpacked into a temporary folder that is deleted when the program ends. Declared sizes
 * are not trusted; bytes are counted while unpacking.
 */
final class Archive {

    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_INFLATION = 200;

    /** An archive below this size, in bytes, is never treated as a zip bomb. */
    private static final long SMALL = 16L << 20;

    private Archive() {}

    /**
     * The readable files in an archive, by name. Nested archives and files of other kinds are reported and left out.
     */
    static List<SourceFile> files(SourceFile archive, Consumer<Finding> findings) {
        try {
            return unpacked(archive, StandardCharsets.UTF_8, findings);
        } catch (ZipException | IllegalArgumentException e) {
            // Windows writes names in its local encoding and does not record which.
            try {
                return unpacked(archive, Charset.forName("windows-31j"), findings);
            } catch (IOException | IllegalArgumentException damaged) {
                return unreadable(archive, damaged, findings);
            }
        } catch (IOException e) {
            return unreadable(archive, e, findings);
        }
    }

    private static List<SourceFile> unreadable(SourceFile archive, Exception e, Consumer<Finding> findings) {
        findings.accept(Finding.error(
                Finding.Code.FILE_UNREADABLE,
                Place.of(archive.name()),
                "the archive cannot be unpacked (" + e.getMessage() + ")"));
        return List.of();
    }

    private static List<SourceFile> unpacked(SourceFile archive, Charset names, Consumer<Finding> findings)
            throws IOException {
        try (ZipFile zip = new ZipFile(archive.path().toFile(), names)) {
            List<ZipEntry> entries = new ArrayList<>(zip.stream()
                    .filter(e -> !e.isDirectory() && !hidden(e.getName()))
                    .toList());
            entries.sort(Comparator.comparing(ZipEntry::getName));
            List<String> others = entries.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> !readable(n))
                    .toList();
            entries.removeIf(e -> !readable(e.getName()));
            SourceFiles.skipped(archive.name(), others, findings);
            if (entries.size() > MOST_FILES) {
                limit(archive, "the archive holds more than " + MOST_FILES + " files; unpack it first", findings);
                return List.of();
            }
            return unpack(archive, zip, entries, findings);
        }
    }

    private static boolean hidden(String name) {
        return Arrays.stream(name.split("[/\\\\]"))
                .anyMatch(part -> part.equals("__MACOSX") || (part.startsWith(".") && !part.equals("..")));
    }

    private static boolean readable(String name) {
        Path path = last(name);
        return SourceFiles.named(path) && !Kind.ZIP.endings().contains(Sniffer.ending(path));
    }

    /** The name of an entry without its folders. */
    private static Path last(String name) {
        return Path.of(name.replaceAll(".*[/\\\\]", ""));
    }

    private static List<SourceFile> unpack(
            SourceFile archive, ZipFile zip, List<ZipEntry> entries, Consumer<Finding> findings) throws IOException {
        Path folder = Files.createTempDirectory("jigyo-zip");
        folder.toFile().deleteOnExit();
        long left = Math.min(MOST_BYTES, Math.max(SMALL, archive.size() * MOST_INFLATION));
        List<SourceFile> files = new ArrayList<>();
        for (ZipEntry entry : entries) {
            // The file name comes from the counter, not from the archive, so that an entry cannot choose where it is
            // written.
            Path path = folder.resolve(files.size() + "." + Sniffer.ending(last(entry.getName())));
            path.toFile().deleteOnExit();
            long size = copy(zip, entry, path, left);
            if (size < 0) {
                limit(
                        archive,
                        "the unpacked archive is larger than any list of sheets; from " + entry.getName()
                                + " on nothing was read; unpack it first",
                        findings);
                break;
            }
            left -= size;
            SourceFile file = SourceFiles.file(path, archive.name() + "/" + entry.getName(), findings);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** Copies an entry and returns its size in bytes; -1 if it is larger than allowed. */
    private static long copy(ZipFile zip, ZipEntry entry, Path path, long most) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(path)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                size += n;
                if (size > most) {
                    return -1;
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private static void limit(SourceFile archive, String detail, Consumer<Finding> findings) {
        findings.accept(Finding.error(Finding.Code.LIMIT_EXCEEDED, Place.of(archive.name()), detail));
    }
}
