package org.jigyo.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;

/**
 * A cache of what was read from each file, kept as long as a release holds it. A known file is not read again, and a
 * file that is not part of a publish need not exist any more. Each reading is a JSON Lines file: a head, then one sheet
 * record a line. Its name is derived from the file's bytes, its name, and everything that affects how it is read, so
 * that nothing ever has to be invalidated. The drawings of its sheets, one after the other, are a file beside it. Thread-safe.
 */
final class Readings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".jsonl";
    private static final String DRAWINGS = ".drawings";

    /**
     * A sheet record within a reading.
     *
     * @param from offset of its line from the end of the head, in bytes
     * @param bytes its length
     * @param drawnFrom offset of its drawing in the file of drawings, in bytes
     * @param drawnBytes length of its drawing; 0 if none was kept
     */
    record Line(String city, int fiscalYear, String form, long from, int bytes, long drawnFrom, int drawnBytes) {}

    /**
     * A reading without its sheets.
     *
     * @param file the file's path as the user gave it
     * @param keys the layouts' own keys by city
     * @param projected by layout, the number of years after which a printed budget is a projection
     */
    record Head(
            String file,
            String sha256,
            Map<String, Map<String, OwnKey>> keys,
            Map<String, Integer> projected,
            List<Finding> findings,
            List<Line> sheets) {

        /** A reading of an earlier version has no keys and no projections. */
        Head {
            keys = keys == null ? Map.of() : keys;
            projected = projected == null ? Map.of() : projected;
        }
    }

    /** The place of a sheet record in a reading, and of its drawing. */
    record Place(String reading, long from, int bytes, long drawnFrom, int drawnBytes) {}

    /**
     * A reading whose head was read.
     *
     * @param begin offset of the first sheet record, in bytes
     */
    record Opened(String name, Head head, long begin) {

        /** The places of a source's sheets of a city. */
        List<Place> places(String city, Source source) {
            return head.sheets().stream()
                    .filter(line -> line.city().equals(city)
                            && line.fiscalYear() == source.fiscalYear()
                            && line.form().equals(source.form()))
                    .map(this::place)
                    .toList();
        }

        /** The place of one of its sheets. */
        Place place(Line line) {
            return new Place(name, begin + line.from(), line.bytes(), line.drawnFrom(), line.drawnBytes());
        }

        /** The expected length of the file of drawings, in bytes. */
        long drawn() {
            return head.sheets().stream().mapToLong(Line::drawnBytes).sum();
        }

        /** The expected length of the whole file, in bytes. */
        long end() {
            return begin
                    + head.sheets().stream()
                            .mapToLong(line -> line.bytes() + 1L)
                            .sum();
        }
    }

    private final Path folder;

    /**
     * @throws EnvironmentException if the folder cannot be created
     */
    Readings(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot create the folder " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** The reading of a file: from the cache, or a new one. */
    Opened get(SourceFile file, Reader reader) {
        String name = name(file, reader);
        try {
            return open(name);
        } catch (IOException e) {
            // It is missing, incomplete or damaged, and is read again.
        }
        try {
            write(name, file, reader.read().apply(file), reader.layouts());
            return open(name);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write to " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** The name of a file's reading. */
    static String name(SourceFile file, Reader reader) {
        return DigestUtils.sha256Hex(reader.fingerprint() + "\n" + file.sha256() + "\n" + file.name())
                .substring(0, 32);
    }

    /** The names of a reading's files: the sheets, and the drawings if there are any. */
    static List<String> files(String name) {
        return List.of(name + ENDING, name + DRAWINGS);
    }

    private void write(String name, SourceFile file, FileReading reading, List<Layout> layouts) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<Line> sheets = new ArrayList<>();
        Map<String, Map<String, OwnKey>> keys = new TreeMap<>();
        Map<String, Integer> projected = new TreeMap<>();
        ByteArrayOutputStream drawings = new ByteArrayOutputStream();
        for (int i = 0; i < reading.sheets().size(); i++) {
            Sheet sheet = reading.sheets().get(i);
            byte[] json = SheetJson.write(sheet).getBytes(StandardCharsets.UTF_8);
            byte[] drawing =
                    reading.drawings().isEmpty() ? null : reading.drawings().get(i);
            int drawn = drawing == null ? 0 : drawing.length;
            sheets.add(new Line(
                    sheet.city(), sheet.fiscalYear(), form(sheet), lines.size(), json.length, drawings.size(), drawn));
            drawings.write(drawing == null ? new byte[0] : drawing, 0, drawn);
            lines.writeBytes(json);
            lines.write('\n');
            layouts.stream()
                    .filter(layout -> layout.id().equals(sheet.origin().layout()))
                    .forEach(layout -> {
                        keys.computeIfAbsent(sheet.city(), k -> new TreeMap<>()).putAll(layout.keys());
                        if (layout.context() != null && layout.context().projected() != null) {
                            projected.put(layout.id(), layout.context().projected());
                        }
                    });
        }
        Head head = new Head(file.name(), file.sha256(), keys, projected, reading.findings(), sheets);
        // The drawings first: a reading with its name is complete.
        if (drawings.size() > 0) {
            put(folder.resolve(name + DRAWINGS), drawings);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(JSON.writeValueAsBytes(head));
        all.write('\n');
        lines.writeTo(all);
        put(path(name), all);
    }

    private void put(Path file, ByteArrayOutputStream content) throws IOException {
        Path aside = Files.createTempFile(folder, "reading", ".tmp");
        try (var out = Files.newOutputStream(aside)) {
            content.writeTo(out);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String form(Sheet sheet) {
        return sheet.context() == null || sheet.context().form() == null
                ? ""
                : sheet.context().form();
    }

    /**
     * Opens a reading.
     *
     * @throws IOException if it is missing or damaged; the message says which
     */
    Opened open(String name) throws IOException {
        Path path = path(name);
        if (!Files.exists(path)) {
            throw new IOException("the reading " + name + " is missing");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] head = line(in);
            Opened opened = new Opened(name, JSON.readValue(head, Head.class), head.length + 1L);
            Path drawings = folder.resolve(name + DRAWINGS);
            if (Files.size(path) != opened.end()
                    || (opened.drawn() > 0 && (!Files.exists(drawings) || Files.size(drawings) != opened.drawn()))) {
                throw new IOException("its length is wrong");
            }
            return opened;
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("the reading " + name + " is damaged", e);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
            line.write(b);
        }
        return line.toByteArray();
    }

    /** Reads one sheet record. */
    Sheet sheet(Place place) throws IOException {
        // A truncated file shows when the record is parsed.
        byte[] json = bytes(path(place.reading()), place.from(), place.bytes());
        try {
            return SheetJson.read(new String(json, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw new IOException("the reading " + place.reading() + " is damaged", e);
        }
    }

    /** The packed drawing of a sheet; empty if none was kept. */
    byte[] drawing(Place place) throws IOException {
        return place.drawnBytes() == 0
                ? new byte[0]
                : bytes(folder.resolve(place.reading() + DRAWINGS), place.drawnFrom(), place.drawnBytes());
    }

    private static byte[] bytes(Path file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(from);
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
        }
        return bytes.array();
    }

    /** Deletes all other readings. */
    void retain(Set<String> names) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                String name = path.getFileName().toString();
                if (!names.contains(name.replaceFirst("(\\" + ENDING + "|\\" + DRAWINGS + ")$", ""))) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path path(String name) {
        return folder.resolve(name + ENDING);
    }
}
