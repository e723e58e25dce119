package org.jigyo.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.WholeFile;
import org.jigyo.source.SourceFile;

/**
 * A folder of collected documents: each at {@code host/path}, what is known of them in {@code .collected.jsonl}, one
 * entry a line, and their list {@code sources.tsv}. Not thread-safe.
 */
final class CollectedFolder {

    private static final String KNOWN = ".collected.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 120;

    private final Path folder;
    private final Map<String, Entry> entries = new TreeMap<>();

    /** Number of lines in the file; negative if the file must be rewritten. */
    private int lines;

    /**
     * Opens a folder; it need not exist yet.
     *
     * @throws EnvironmentException if what is known cannot be read
     */
    CollectedFolder(Path folder) {
        this.folder = folder;
        Path known = folder.resolve(KNOWN);
        try {
            if (Files.exists(known)) {
                // Not strictly, because a line that was cut off may end within a character.
                read(new String(Files.readAllBytes(known), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot read " + known + "; without it everything is fetched again: "
                            + EnvironmentException.reason(e),
                    e);
        }
    }

    /** What is known of an address, or null. A document that somebody deleted is not known. */
    Entry known(String address) {
        Entry entry = entries.get(address);
        return entry == null || entry.file() == null || Files.exists(folder.resolve(entry.file())) ? entry : null;
    }

    Iterable<Entry> entries() {
        return entries.values();
    }

    /** The last entry of an address counts. A last line without its end was cut off when a run was killed, and its document is fetched again. */
    private void read(String text) throws JsonProcessingException {
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).lines().toList()) {
            Entry entry = JSON.readValue(line, Entry.class);
            entries.put(entry.address(), entry);
            lines++;
        }
        if (whole < text.length()) {
            lines = -1;
        }
    }

    /** Remembers an entry at once, so that a run that is killed can be continued. */
    void put(Entry entry) throws IOException {
        if (entry.equals(entries.put(entry.address(), entry))) {
            return;
        }
        Files.createDirectories(folder);
        if (lines < 0) {
            compact();
        } else {
            Files.writeString(
                    folder.resolve(KNOWN), json(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines++;
        }
    }

    /** Leaves one line of each entry. */
    void compact() throws IOException {
        if (lines != entries.size()) {
            List<String> all = new ArrayList<>();
            for (Entry each : entries.values()) {
                all.add(json(each));
            }
            WholeFile.write(folder.resolve(KNOWN), all);
            lines = all.size();
        }
    }

    private static String json(Entry entry) throws JsonProcessingException {
        return JSON.writeValueAsString(entry);
    }

    /** Where the bytes of a document are stored until all are there. */
    Path part(String address) {
        return folder.resolve(".part-" + DigestUtils.sha256Hex(address).substring(0, 16));
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }

    /**
     * Stores what a server sends.
     *
     * @param append true to continue the part
     * @param most the largest document, in bytes
     * @throws IOException if it breaks off, which leaves the part, or is too large
     */
    void store(InputStream body, Path part, boolean append, long most) throws IOException {
        Files.createDirectories(folder);
        long stored = append ? Files.size(part) : 0;
        try (OutputStream to = Files.newOutputStream(
                part,
                StandardOpenOption.CREATE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = body.read(buffer); n >= 0 && stored <= most; n = body.read(buffer)) {
                to.write(buffer, 0, n);
                stored += n;
            }
        }
        if (stored > most) {
            Files.delete(part);
            throw new IOException("it is larger than " + most / 1_000_000 + " MB; --most raises the limit");
        }
    }

    /** Where a changed content is put, beside the folder, so that publishing the folder does not read it. */
    Path candidate(String file, String day) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + "-changed")
                .resolve(day)
                .resolve(file);
    }

    /** A path for a document that no other one has, readable for people, with an ending of its kind. */
    String name(URI address, SourceFile.Kind kind) {
        StringBuilder name = new StringBuilder(segment(address.getAuthority()));
        for (String segment : address.getPath().split("/")) {
            if (!segment.isEmpty()) {
                name.append('/').append(segment(segment));
            }
        }
        String path = name.toString();
        int dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length();
        String ending = path.substring(dot);
        if (!SourceFile.Kind.allEndings()
                .contains(ending.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT))) {
            dot = path.length();
            ending = "." + kind.endings().get(0);
        }
        String plain = path.substring(0, dot) + ending;
        boolean taken = entries.values().stream()
                .anyMatch(entry ->
                        plain.equalsIgnoreCase(entry.file()) && !entry.address().equals(address.toASCIIString()));
        return address.getRawQuery() == null && !taken
                ? plain
                : path.substring(0, dot) + "-"
                        + DigestUtils.sha256Hex(address.toASCIIString()).substring(0, 8) + ending;
    }

    /** A segment of an address as a file name: nothing hidden, nothing that leads out of the folder, not too long. */
    private static String segment(String segment) {
        String safe = segment.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceFirst("^\\.+", "_");
        if (safe.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return safe;
        }
        int dot = safe.lastIndexOf('.');
        String ending = dot < 0 || safe.length() - dot > 6 ? "" : safe.substring(dot);
        return safe.substring(0, 30) + "-" + DigestUtils.sha256Hex(safe).substring(0, 8) + ending;
    }
}
