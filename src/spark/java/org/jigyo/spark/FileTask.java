package org.jigyo.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.publish.FileReport;
import org.jigyo.publish.PartBuilding;
import org.jigyo.publish.Reader;
import org.jigyo.release.Folders;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/**
 * Reads one file, or those of an archive, and stores the readings. A file that was read before is not read again. If an attempt failed,
 * which may be the fault of a file that was read beside this one, the next reads it in a process of its own; if that dies too, that is a
 * finding.
 */
record FileTask(Settings settings) implements Function<FileTask.Input, String> {

    /**
     * A file on the shared file system.
     *
     * @param root what the user gave
     * @param name its name below that; empty for the root itself
     */
    record Input(Storage root, String name) implements java.io.Serializable {

        /** The path as the user gave it. */
        String path() {
            return name.isEmpty() ? root.root() : root.root() + "/" + name;
        }
    }

    /**
     * What was learnt.
     *
     * @param findings about the file itself
     * @param reports about the files in it
     */
    record Result(List<Finding> findings, List<FileReport> reports) {}

    @Override
    public String call(Input input) throws Exception {
        Path folder = settings.folder();
        List<SourceFile> files = List.of();
        try {
            List<Finding> findings = new ArrayList<>();
            String path = input.path();
            Path local = folder.resolve("input").resolve(path.substring(path.lastIndexOf('/') + 1));
            input.root().fetch(input.name(), local);
            files = SourceFiles.at(local, path, findings::add);
            Reader reader = ReadStep.reader(folder, settings.drawn(), (at, problems) -> {});
            List<FileReport> reports = new ArrayList<>();
            for (SourceFile file : files) {
                reports.add(read(folder, file, PartBuilding.readingFiles(file, reader)));
            }
            return Json.write(new Result(findings, reports));
        } finally {
            // those of an archive are in another folder
            for (SourceFile file : files) {
                Files.deleteIfExists(file.path());
            }
            Folders.delete(folder);
        }
    }

    private FileReport read(Path folder, SourceFile file, List<String> readings) throws Exception {
        boolean known = false;
        for (String name : readings) {
            known |= settings.out().fetch(name, folder.resolve(name));
        }
        String input = Json.write(new ReadStep.Input(file, settings.drawn()));
        String report;
        if (known || TaskContext.get().attemptNumber() == 0) {
            report = settings.read().getDeclaredConstructor().newInstance().run(folder, input);
        } else {
            try {
                report = OwnProcess.run(settings.read(), folder, input);
            } catch (OwnProcess.Died e) {
                Finding finding = Finding.error(
                        Finding.Code.INTERNAL_ERROR,
                        Place.of(file.name()),
                        "reading it ended the program (" + e.getMessage() + "); the other files are still read");
                return new FileReport(file.name(), 0, List.of(), List.of(), List.of(finding));
            }
        }
        // the drawings first: a reading with its name is complete
        for (int i = readings.size() - 1; i >= 0; i--) {
            Path local = folder.resolve(readings.get(i));
            if (Files.exists(local)) {
                settings.out().keep(local, readings.get(i));
            }
        }
        return Json.read(report, FileReport.class);
    }
}
