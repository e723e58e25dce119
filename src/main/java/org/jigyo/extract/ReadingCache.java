package org.jigyo.extract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.source.SourceFile;

/**
 * What files said when they were last read: an added file costs its own work only. The key is the file's bytes and name and
 * everything that decides how it is read, so nothing ever has to be invalidated. Thread-safe.
 */
public final class ReadingCache {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path folder;
    private final String reader;

    /**
     * A cache in a folder, made when it is missing.
     *
     * @param folder where readings lie, one JSON file each
     * @param reader digest of everything besides the file that decides what is read: program, layouts, corrections
     * @throws EnvironmentException when the folder cannot be made
     */
    public ReadingCache(Path folder, String reader) {
        this.folder = folder;
        this.reader = reader;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot make the folder " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** The reading of a file: the kept one, or a new one that is kept from now on. */
    public FileReading get(SourceFile file, Function<SourceFile, FileReading> read) {
        Path kept = folder.resolve(DigestUtils.sha256Hex(reader + "\n" + file.sha256() + "\n" + file.name()) + ".json");
        try {
            if (Files.exists(kept)) {
                return MAPPER.readValue(kept.toFile(), FileReading.class);
            }
        } catch (IOException e) {
            // A half-written or damaged entry says nothing about the sheet: it is read again and written anew.
        }
        FileReading reading = read.apply(file);
        try {
            Path aside = Files.createTempFile(folder, "reading", ".tmp");
            MAPPER.writeValue(aside.toFile(), reading);
            Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write to " + folder + ": " + EnvironmentException.reason(e), e);
        }
        return reading;
    }
}
