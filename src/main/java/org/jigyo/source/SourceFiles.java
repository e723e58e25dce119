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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.source.SourceFile.Kind;

/** The files to read: the given ones, and the supported ones in given folders and archives. */
public final class SourceFiles {

    /** Name of a list of where files were published, which is no sheet. */
    public static final String ORIGINS = "sources.tsv";

    /** The columns of that list. */
    public static final List<String> ORIGIN_COLUMNS =
            List.of("file", "address", "page", "publisher", "retrieved", "issued", "licence", "archive");

    private static final Set<String> ENDINGS = Set.copyOf(Kind.allEndings());

    private static final int MOST_NAMED = 5;

    private SourceFiles() {}

    /**
     * The files at the given paths, each once, in the given order and by name within a folder (including subfolders,
     * without hidden files). A zip archive stands for the files in it. Unsupported files are reported in one line a
     * folder.
     *
     * @param paths files, folders or archives
     * @param findings receives what is missing, unreadable or left out, and folders without sheets
     */
    public static List<SourceFile> of(List<Path> paths, Consumer<Finding> findings) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(inFolder(path, findings));
            } else {
                found.add(path);
            }
        }
        List<SourceFile> files = new ArrayList<>();
        found.forEach(path -> files.addAll(at(path, path.toString().replace('\\', '/'), findings)));
        return files;
    }

    /**
     * The file at a path; of a zip archive the files in it, and none if it cannot be read.
     *
     * @param name the path as the user gave it, with forward slashes
     * @param findings receives what is unreadable or left out
     */
    public static List<SourceFile> at(Path path, String name, Consumer<Finding> findings) {
        SourceFile file = file(path, name, findings);
        if (file == null) {
            return List.of();
        }
        return file.kind() == Kind.ZIP ? Archive.files(file, findings) : List.of(file);
    }

    private static List<Path> inFolder(Path folder, Consumer<Finding> findings) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all =
                    walk.filter(Files::isRegularFile).map(folder::relativize).toList();
            return selected(folder.toString(), all, findings).stream()
                    .map(folder::resolve)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            findings.accept(Finding.error(
                    Finding.Code.FILE_UNREADABLE,
                    Place.of(folder.toString()),
                    "the folder cannot be read (" + e.getMessage() + ")"));
            return List.of();
        }
    }

    /**
     * The files of a folder that are read, by name.
     *
     * @param folder its name, for findings
     * @param all paths of all its files, relative to it
     * @param findings receives what is left out because of its ending, and that there is nothing to read
     */
    public static List<Path> selected(String folder, List<Path> all, Consumer<Finding> findings) {
        List<Path> shown = all.stream()
                .filter(p -> !hidden(p) && !p.endsWith(ORIGINS))
                .sorted()
                .toList();
        List<Path> inside = shown.stream().filter(SourceFiles::named).toList();
        if (inside.isEmpty()) {
            findings.accept(Finding.error(
                    Finding.Code.FILE_UNREADABLE,
                    Place.of(folder),
                    "the folder holds no file that ends in " + Kind.named()));
        }
        skipped(
                folder,
                shown.stream().filter(p -> !named(p)).map(Path::toString).toList(),
                findings);
        return inside;
    }

    /** Reports the names of files that are not read, in one line. */
    static void skipped(String place, List<String> names, Consumer<Finding> findings) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            findings.accept(Finding.warning(
                    Finding.Code.FILE_SKIPPED,
                    Place.of(place),
                    "not read, because of their endings: "
                            + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + more));
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

    static boolean named(Path path) {
        return ENDINGS.contains(Sniffer.ending(path));
    }

    /** The file with its kind and digest; null if it cannot be read. */
    public static SourceFile file(Path path, String name, Consumer<Finding> findings) {
        if (!Files.exists(path)) {
            findings.accept(
                    Finding.error(Finding.Code.FILE_UNREADABLE, Place.of(name), "there is no such file or folder"));
            return null;
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = in.readNBytes(Sniffer.HEAD);
            digest.update(head);
            long size = head.length;
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
            return new SourceFile(
                    path, name, Sniffer.kind(path, head), HexFormat.of().formatHex(digest.digest()), size);
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
}
