package org.jigyo.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.jigyo.EnvironmentException;

/**
 * Looks into every graph's file, slice by slice: checks and counts its statements and puts them into the dump. What the
 * release before has of a slice is taken over without reading it.
 */
final class Slicing implements AutoCloseable {

    private final Dump dump;
    private final Map<String, Slices.Placed> known;
    private final RandomAccessFile earlier;
    private final List<Slice> slices = new ArrayList<>();

    /**
     * Begins a dump.
     *
     * @param before the release that {@code known} speaks of; may be null when nothing is known
     */
    Slicing(Path dump, Release before, Slices known) throws IOException {
        this.known = known.placed();
        this.earlier =
                this.known.isEmpty() ? null : new RandomAccessFile(before.dump().toFile(), "r");
        this.dump = new Dump(dump);
    }

    /**
     * Takes a graph's file in.
     *
     * @param file what is read
     * @param original the file by the name that the user knows, for messages
     * @param dumped whether it belongs into the dump
     * @return what its statements add up to
     */
    Fingerprint take(String graph, Path file, Path original, boolean dumped) throws IOException {
        Fingerprint all = new Fingerprint();
        try {
            for (String turtle : TurtleText.slices(Files.readString(file))) {
                String digest = DigestUtils.sha256Hex(graph + '\n' + turtle);
                Slices.Placed placed = known.get(digest);
                Slice slice = placed == null ? fresh(graph, digest, turtle, dumped) : again(placed);
                slices.add(slice);
                all.add(slice.found());
            }
        } catch (CharacterCodingException e) {
            throw new EnvironmentException(original + " cannot be published, it is no UTF-8", e);
        } catch (RiotException e) {
            // read as a whole it says on which line
            TurtleSource.read(original, graph, triple -> {});
            throw e;
        }
        return all;
    }

    private Slice fresh(String graph, String digest, String turtle, boolean dumped) throws IOException {
        List<Triple> statements = TurtleSource.statements(turtle, graph);
        Fingerprint found = new Fingerprint();
        statements.forEach(found::add);
        byte[] member = dumped ? Dump.member(graph, statements) : new byte[0];
        dump.append(member);
        return new Slice(graph, digest, found, member.length);
    }

    private Slice again(Slices.Placed placed) throws IOException {
        byte[] member = new byte[placed.slice().dumped()];
        earlier.seek(placed.offset());
        earlier.readFully(member);
        dump.append(member);
        return placed.slice();
    }

    /** What was taken in, in order. */
    List<Slice> slices() {
        return List.copyOf(slices);
    }

    @Override
    public void close() throws IOException {
        if (earlier != null) {
            earlier.close();
        }
        dump.close();
    }
}
