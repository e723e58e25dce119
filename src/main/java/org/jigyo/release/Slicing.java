package org.jigyo.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @throws IOException if that release's dump is not what it was, with the reason in words
     */
    Slicing(Path dump, Release before, Slices known) throws IOException {
        this.known = known.placed();
        if (this.known.isEmpty()) {
            this.earlier = null;
        } else {
            StoredFiles.verify(before, before.dump());
            this.earlier = new RandomAccessFile(before.dump().toFile(), "r");
        }
        this.dump = new Dump(dump);
    }

    /**
     * Takes a graph in.
     *
     * @param pieces what its file is made of
     * @param dumped whether it belongs into the dump
     * @return what its statements add up to
     */
    Fingerprint take(Content content, List<Piece> pieces, boolean dumped) throws IOException {
        Fingerprint all = new Fingerprint();
        try {
            for (Piece piece : pieces) {
                Slices.Placed placed = known.get(piece.digest());
                Slice slice = placed == null ? fresh(content, piece, dumped) : again(content, piece, placed);
                slices.add(slice);
                all.add(slice.found());
            }
        } catch (CharacterCodingException e) {
            throw new EnvironmentException(content.file() + " cannot be published, it is no UTF-8", e);
        } catch (RiotException e) {
            // read as a whole it says on which line
            TurtleSource.read(content.file(), content.graph(), triple -> {});
            throw e;
        }
        return all;
    }

    private Slice fresh(Content content, Piece piece, boolean dumped) throws IOException {
        String graph = content.graph();
        List<Triple> statements = TurtleSource.statements(piece.read(graph, content.file()), graph);
        Fingerprint found = new Fingerprint();
        statements.forEach(found::add);
        byte[] member = dumped ? Dump.member(graph, statements) : new byte[0];
        dump.append(member);
        return new Slice(graph, piece, found, member.length);
    }

    private Slice again(Content content, Piece piece, Slices.Placed placed) throws IOException {
        byte[] member = new byte[placed.slice().dumped()];
        earlier.seek(placed.offset());
        earlier.readFully(member);
        dump.append(member);
        return new Slice(content.graph(), piece, placed.slice().found(), member.length);
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
