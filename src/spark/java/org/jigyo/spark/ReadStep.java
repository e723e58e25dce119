package org.jigyo.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jigyo.Program;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.publish.FileReport;
import org.jigyo.publish.PartBuilding;
import org.jigyo.publish.Reader;
import org.jigyo.source.SourceFile;

/** Reads one file of a task's folder. */
final class ReadStep implements Step {

    /**
     * A file to read.
     *
     * @param file it
     * @param drawn whether drawings of its pages are kept
     */
    record Input(SourceFile file, boolean drawn) {}

    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();

    @Override
    public String run(Path folder, String input) throws IOException {
        Input read = Json.read(input, Input.class);
        FileReport report = PartBuilding.read(folder, read.file(), reader(folder, read.drawn(), (at, problems) -> {}));
        return Json.write(report);
    }

    /**
     * The reader for the owner's layouts in a folder, as {@code publish} would have it.
     *
     * @param refused receives the problems of invalid layouts the first time
     */
    static Reader reader(Path folder, boolean drawn, BiConsumer<Path, List<String>> refused) {
        Path own = folder.resolve("layouts");
        List<Path> folders = Files.isDirectory(own) ? List.of(own) : List.of();
        String key = drawn + (folders.isEmpty() ? "" : Program.fingerprint(own));
        return READERS.computeIfAbsent(key, k -> {
            List<Layout> known = Layouts.known(folders, refused).stream()
                    .filter(layout -> !layout.draft())
                    .toList();
            return Reader.of(known, folders, Limits.DEFAULT, drawn, 1);
        });
    }
}
