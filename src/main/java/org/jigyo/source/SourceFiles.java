package org.jigyo.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.Place;

/** Which files there are: the given ones, and in given folders those whose name says that they can be sheets. */
public final class SourceFiles {

    /** Endings of files that are taken from a folder; a file that is named itself may end in anything. */
    public static final Set<String> ENDINGS = Set.of("pdf", "txt", "tsv");

    private static final int HEAD = 8192;

    private SourceFiles() {}

    /**
     * The files behind the paths, each once, in the order given and by name within a folder (subfolders included, hidden
     * files left out).
     *
     * @param paths files or folders
     * @param findings takes what is missing, unreadable or a folder without sheets
     */
    public static List<SourceFile> of(List<Path> paths, Consumer<Finding> findings) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> inside = inFolder(path, findings);
                if (inside.isEmpty()) {
                    findings.accept(Finding.error(
                            Finding.Code.FILE_UNREADABLE,
                            Place.of(path.toString()),
                            "the folder holds no file that ends in .pdf, .txt or .tsv"));
                }
                found.addAll(inside);
            } else {
                found.add(path);
            }
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path path : found) {
            SourceFile file = file(path, findings);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private static List<Path> inFolder(Path folder, Consumer<Finding> findings) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(p -> !hidden(folder.relativize(p)))
                    .filter(p -> ENDINGS.contains(ending(p)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            findings.accept(Finding.error(
                    Finding.Code.FILE_UNREADABLE,
                    Place.of(folder.toString()),
                    "the folder cannot be read (" + e.getMessage() + ")"));
            return List.of();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static SourceFile file(Path path, Consumer<Finding> findings) {
        String name = path.toString().replace('\\', '/');
        if (!Files.exists(path)) {
            findings.accept(
                    Finding.error(Finding.Code.FILE_UNREADABLE, Place.of(name), "there is no such file or folder"));
            return null;
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = in.readNBytes(HEAD);
            digest.update(head);
            long size = head.length;
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
            return new SourceFile(path, name, kind(head), HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            findings.accept(Finding.error(
                    Finding.Code.FILE_UNREADABLE,
                    Place.of(name),
                    "the file cannot be read (" + e.getMessage() + "); check its permissions"));
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static SourceFile.Kind kind(byte[] head) {
        if (head.length == 0) {
            return SourceFile.Kind.EMPTY;
        }
        // The PDF standard lets a header stand anywhere in the first 1024 bytes.
        for (int i = 0; i + 5 <= Math.min(head.length, 1024); i++) {
            if (head[i] == '%'
                    && head[i + 1] == 'P'
                    && head[i + 2] == 'D'
                    && head[i + 3] == 'F'
                    && head[i + 4] == '-') {
                return SourceFile.Kind.PDF;
            }
        }
        boolean utf16 = head.length > 1 && (head[0] & head[1] & 0xFF) == 0xFE && head[0] != head[1];
        for (byte b : head) {
            boolean control = b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B;
            if (control && !utf16) {
                return SourceFile.Kind.BINARY;
            }
        }
        return SourceFile.Kind.TEXT;
    }
}
