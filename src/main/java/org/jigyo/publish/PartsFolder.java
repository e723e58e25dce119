package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.Program;
import org.jigyo.registry.Registry;
import org.jigyo.release.Folders;

/** A folder of parts that were built elsewhere; takes them into a data folder by links, with their readings and keys. */
final class PartsFolder {

    private final Path folder;
    private final PartsManifest manifest;
    private final DataFolder data;

    /**
     * @throws EnvironmentException if the folder is unfinished or damaged, or another program built it
     */
    PartsFolder(Path folder, DataFolder data) {
        this.folder = folder.toAbsolutePath().normalize();
        this.manifest = PartsManifest.read(folder);
        this.data = data;
        if (!manifest.program().equals(Program.fingerprint())) {
            throw new EnvironmentException("the parts in " + folder
                    + " were built by another version of the program; build them again with the jar of this one");
        }
    }

    /** Base IRI of the parts. */
    String base() {
        return manifest.base();
    }

    /**
     * Takes the parts into the data folder. One that is damaged, or was built with other keys, decisions or corrections than those of the
     * data folder, is reported and left out.
     *
     * @param findings receives the findings of the run that built the parts, those of each part, and why parts are left out
     */
    SortedMap<String, CityPart> take(CitySetup setup, Consumer<Finding> findings) {
        manifest.findings().forEach(findings);
        SortedMap<String, CityPart> parts = new TreeMap<>();
        for (PartEntry entry : manifest.parts()) {
            try {
                CityPart part = take(entry, setup);
                part.findings().forEach(findings);
                parts.put(part.city(), part);
            } catch (EnvironmentException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                findings.accept(Finding.error(
                        Finding.Code.FILE_UNREADABLE,
                        Place.of(folder.resolve(entry.folder()).toString()),
                        "this part was left out: "
                                + (e instanceof IOException io ? EnvironmentException.reason(io) : e)));
            }
        }
        return parts;
    }

    private CityPart take(PartEntry entry, CitySetup setup) throws IOException {
        Registry own = Registry.read(data.registry(), entry.city());
        String keys = PartEntry.keys(data.path(), entry.city());
        // equal to the keys after it if these parts were taken before
        if (!keys.equals(entry.registryBefore()) && !keys.equals(entry.files().get(PartEntry.registry(entry.city())))) {
            throw new IOException("it was built with other keys than those in " + data.registry()
                    + "; build it again with this data folder");
        }
        for (Map.Entry<String, String> file : entry.files().entrySet()) {
            // resolved below the folder, so that no name leads out of it
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder) || !Files.isRegularFile(path)) {
                throw new IOException(file.getKey() + " is missing");
            }
            if (!Folders.sha256(path).equals(file.getValue())) {
                throw new IOException(file.getKey() + " is damaged");
            }
        }
        CityPart part = link(entry);
        if (!part.input().equals(setup.input(own, part.sources()))) {
            throw new IOException("it was built with other corrections or decisions than those in " + data.path()
                    + "; build it again with this data folder");
        }
        linkReadings(entry);
        Registry.read(folder.resolve("registry"), entry.city()).write(data.registry());
        return part;
    }

    private CityPart link(PartEntry entry) throws IOException {
        Path city = Files.createDirectories(data.cities().resolve(entry.city()));
        Path unfinished = Files.createTempDirectory(city, ".unfinished-");
        try {
            for (String file : entry.files().keySet()) {
                if (file.startsWith(entry.folder() + "/")) {
                    Path from = folder.resolve(file);
                    Folders.link(from, unfinished.resolve(from.getFileName()));
                }
            }
            CityPart part = CityPart.read(unfinished).placed();
            if (!part.folder().equals(city.resolve(entry.part()))
                    || !part.city().equals(entry.city())) {
                throw new IOException("its content is not what its name says");
            }
            return part;
        } finally {
            Folders.delete(unfinished);
        }
    }

    private void linkReadings(PartEntry entry) throws IOException {
        Files.createDirectories(data.readings());
        for (String file : entry.files().keySet()) {
            Path from = folder.resolve(file);
            Path to = data.readings().resolve(from.getFileName());
            if (file.startsWith("readings/") && !Files.exists(to)) {
                Folders.link(from, to);
            }
        }
    }
}
