package org.jigyo.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jigyo.EnvironmentException;
import org.jigyo.Kept;

/**
 * A data folder that only copies the current releases of a publisher. A release is copied into a temporary folder, compared with the
 * checksums of {@code files.tsv} and {@code release.json}, and then made current as a publish does. What breaks off is continued by the
 * next pull.
 */
public final class Replica {

    /** How often a file that breaks off is continued at once. */
    private static final int TRIES = 4;

    private static final String LISTED = "changes\\.ttl|(tdb2/Data-\\d+|text|turtle|dump)/[A-Za-z0-9_][A-Za-z0-9._-]*";

    private final String place;
    private final PullSource source;
    private final Releases releases;

    private Replica(String place, Releases releases) {
        this.place = place;
        this.source = PullSource.of(place);
        this.releases = releases;
    }

    /**
     * Makes the publisher's current release the current one here.
     *
     * @param place the publisher's data folder, as a path or as an address ({@code http}, {@code https})
     * @param keep number of releases to keep here, at least 1
     * @return false if it was the current one already
     * @throws EnvironmentException if it cannot be copied; the current release is then unchanged
     */
    public static boolean pull(String place, Releases releases, int keep) {
        return releases.alone(() -> {
            try {
                return new Replica(place, releases).pull(keep);
            } catch (IOException | IllegalArgumentException e) {
                throw new EnvironmentException(
                        "cannot pull from " + place + ": " + EnvironmentException.reason(e)
                                + "; the current release is unchanged, and what has arrived is kept for the next pull",
                        e);
            }
        });
    }

    private boolean pull(int keep) throws IOException {
        Path passing =
                Files.createDirectories(releases.data().resolve("releases")).resolve(".pulled");
        String id = text("current", passing).strip();
        if (!id.matches("[0-9a-f]{16}")) {
            throw new IOException("its file current names no release");
        }
        String manifest = text("releases/" + id + "/release.json", passing);
        Path aside = releases.unfinished(id);
        Release theirs = Manifest.of(manifest, aside);
        if (!theirs.id().equals(id)) {
            throw new IOException("the release " + id + " says that it is " + theirs.id());
        }
        boolean here = releases.find(id)
                .filter(release -> release.published().equals(theirs.published()))
                .isPresent();
        if (here && releases.current().filter(now -> now.id().equals(id)).isPresent()) {
            return false;
        }
        if (!here) {
            copy(theirs, passing);
            Files.writeString(aside.resolve(Manifest.NAME), manifest);
        }
        releases.adopt(id, keep);
        forgetParts();
        return true;
    }

    private void copy(Release theirs, Path passing) throws IOException {
        Path aside = theirs.folder();
        String from = "releases/" + theirs.id() + "/";
        String sums = text(from + StoredFiles.NAME, passing);
        Path listing = aside.resolve(StoredFiles.NAME);
        if (Files.exists(aside)
                && !(Files.exists(listing) && Files.readString(listing).equals(sums))) {
            // The beginning of another build of the release.
            Folders.delete(aside);
        }
        Files.createDirectories(aside);
        Files.writeString(listing, sums);
        for (Map.Entry<String, String> file :
                StoredFiles.sums(Kept.readAny(listing)).entrySet()) {
            if (!file.getKey().matches(LISTED)) {
                throw new IOException("the list of files has a strange name: " + file.getKey());
            }
            Path here = aside.resolve(file.getKey());
            Files.createDirectories(here.getParent());
            whole(from + file.getKey(), here, () -> file.getValue().equals(StoredFiles.sum(here)));
        }
        for (Release.Part part : theirs.graphs()) {
            Path turtle = theirs.file(part).file();
            if (!Folders.sha256(turtle).equals(part.sha256())) {
                Files.delete(turtle);
                throw new IOException(part.turtle() + " differs from its SHA-256");
            }
        }
        for (Map.Entry<String, String> city : theirs.cities().entrySet()) {
            drawings(city.getKey(), city.getValue());
        }
    }

    private void drawings(String city, String part) throws IOException {
        if (!city.matches("\\d{6}") || !part.matches("[0-9a-f]+")) {
            throw new IOException("the release has a strange city: " + city + "/" + part);
        }
        String path = "cities/" + city + "/" + part + "/" + SheetDrawings.NAME;
        Path here = releases.data().resolve(path);
        if (Files.exists(here)) {
            return;
        }
        Path aside = here.resolveSibling(SheetDrawings.NAME + ".part");
        Files.createDirectories(here.getParent());
        try {
            whole(path, aside, () -> readable(aside));
            Files.move(aside, here, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Published without drawings.
            Files.deleteIfExists(aside);
        }
    }

    /** Each entry has a checksum, and the directory of all entries is at the end. */
    private static boolean readable(Path zip) {
        try (ZipFile all = new ZipFile(zip.toFile());
                ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            int read = 0;
            while (entries.getNextEntry() != null) {
                entries.transferTo(java.io.OutputStream.nullOutputStream());
                read++;
            }
            return read == all.size();
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether a file is what it should be. */
    private interface Check {
        boolean holds() throws IOException;
    }

    /** Fetches what is missing of a file. One that is wrong when it is whole is fetched once more from its beginning. */
    private void whole(String path, Path here, Check check) throws IOException {
        if (Files.exists(here) && check.holds()) {
            return;
        }
        fetch(path, here);
        if (!check.holds()) {
            Files.delete(here);
            fetch(path, here);
            if (!check.holds()) {
                Files.delete(here);
                throw new IOException(path + " is damaged");
            }
        }
    }

    private void fetch(String path, Path here) throws IOException {
        for (int left = TRIES; ; left--) {
            long before = Files.exists(here) ? Files.size(here) : 0;
            try {
                source.fetch(path, here);
                return;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                boolean further = Files.exists(here) && Files.size(here) > before;
                if (left == 0 || !further) {
                    throw e;
                }
            }
        }
    }

    private String text(String path, Path passing) throws IOException {
        Files.deleteIfExists(passing);
        try {
            fetch(path, passing);
            return Files.readString(passing);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    path.equals("current")
                            ? "there is no release in " + place
                            : path + " is gone; was the release replaced meanwhile?",
                    e);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    /** Deletes the drawings that no release here needs. */
    private void forgetParts() throws IOException {
        Path cities = releases.data().resolve("cities");
        if (!Files.isDirectory(cities)) {
            return;
        }
        List<Path> used = releases.list().stream()
                .flatMap(release -> release.cities().entrySet().stream())
                .map(city -> cities.resolve(city.getKey()).resolve(city.getValue()))
                .toList();
        List<Path> parts;
        try (var walk = Files.walk(cities, 2)) {
            parts = walk.filter(path -> cities.relativize(path).getNameCount() == 2)
                    .toList();
        }
        parts.stream().filter(part -> !used.contains(part)).forEach(Folders::delete);
    }
}
