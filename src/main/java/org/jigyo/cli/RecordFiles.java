package org.jigyo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.ParallelReading;
import org.jigyo.publish.Progress;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/** Sheet records from files: JSON, JSON Lines, or sheets that are read for them. */
final class RecordFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecordFiles() {}

    /**
     * The records of a file, or of the files {@code *.json} and {@code *.jsonl} of a folder in the order of their
     * names. A file holds one record, an array of them, or one a line.
     *
     * @throws IllegalArgumentException with the file, if something in it is not a sheet record
     */
    static List<Sheet> read(Path path) {
        List<Sheet> sheets = new ArrayList<>();
        for (Path file : files(path)) {
            try (MappingIterator<JsonNode> values =
                    MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
                while (values.hasNextValue()) {
                    JsonNode value = values.nextValue();
                    Iterable<JsonNode> records = value.isArray() ? value : List.of(value);
                    records.forEach(record -> sheets.add(SheetJson.read(record.toString())));
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        }
        return sheets;
    }

    /**
     * The records of these files. A file that is not JSON, and a folder, is read as sheets.
     *
     * @param findings receives what reading the sheets found
     * @throws IllegalArgumentException with the file, if something in it is not a sheet record
     */
    static List<Sheet> readOrExtract(List<Path> paths, ReadOptions options, Progress progress, List<Finding> findings) {
        List<Sheet> sheets = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : paths) {
            if (json(path)) {
                sheets.addAll(read(path));
            } else {
                others.add(path);
            }
        }
        if (!others.isEmpty()) {
            List<SourceFile> files = SourceFiles.of(others, findings::add);
            progress.start("reading", files.size());
            ParallelReading.parts(
                    files,
                    options.jobs(),
                    options.extractor(options.layouts(), false)::readInParts,
                    reading -> {
                        sheets.addAll(reading.sheets());
                        findings.addAll(reading.findings());
                    },
                    progress::step);
            progress.end();
        }
        return sheets;
    }

    private static boolean json(Path path) {
        return path.toString().matches(".*\\.jsonl?");
    }

    private static List<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw new EnvironmentException("there is no file or folder " + path, null);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(RecordFiles::json).sorted().toList();
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
