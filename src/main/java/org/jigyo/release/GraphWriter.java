package org.jigyo.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Triple;

/**
 * Writes a graph block by block: its Turtle, its part of the dump, and the list of blocks. Only one block is in memory.
 * Not thread-safe.
 */
public final class GraphWriter implements AutoCloseable {

    private final GraphFile file;
    private final int head;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final OutputStream turtle;
    private final OutputStream dump;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Begins a graph.
     *
     * @param file a file that does not exist yet
     * @param head the prefix declarations for all its blocks
     */
    public GraphWriter(GraphFile file, byte[] head) throws IOException {
        this.file = file;
        this.head = head.length;
        this.turtle =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file.file()), digest), 1 << 16);
        this.dump = new BufferedOutputStream(Files.newOutputStream(file.dump()), 1 << 16);
        turtle.write(head);
    }

    /** Creates a graph with a single block from an existing file. */
    static void copy(GraphFile from, GraphFile to, String digest) throws IOException {
        Set<Triple> statements = new LinkedHashSet<>();
        TurtleSource.read(from.file(), from.graph(), statements::add);
        try (GraphWriter writer = new GraphWriter(to, new byte[0])) {
            writer.add(digest, Files.readAllBytes(from.file()), statements);
        }
    }

    /**
     * Appends a block.
     *
     * @param digest digest of its statements
     * @param text its Turtle, without prefixes
     * @param statements the statements in the text; blank nodes only if it is the graph's only block
     */
    public void add(String digest, byte[] text, Collection<Triple> statements) throws IOException {
        Fingerprint found = new Fingerprint();
        statements.forEach(found::add);
        byte[] member = Dump.member(file.graph(), statements);
        append(new Block(digest, found.statements(), found.sum(), text.length, member.length), text, member);
    }

    /**
     * Copies a block from an earlier file with the same prefixes.
     *
     * @return false if that file does not contain it
     */
    public boolean take(GraphBlocks earlier, String digest) throws IOException {
        Optional<GraphBlocks.Placed> known = earlier.find(digest);
        if (known.isPresent()) {
            append(known.get().block(), earlier.turtle(known.get()), earlier.dumped(known.get()));
        }
        return known.isPresent();
    }

    /** Copies all blocks of a file. */
    public void takeAll(GraphBlocks other) throws IOException {
        for (Block block : other.blocks()) {
            take(other, block.digest());
        }
    }

    private void append(Block block, byte[] text, byte[] member) throws IOException {
        turtle.write(text);
        dump.write(member);
        blocks.add(block);
    }

    @Override
    public void close() throws IOException {
        turtle.close();
        dump.close();
        GraphBlocks.write(file, head, Hex.encodeHexString(digest.digest()), blocks);
    }

    /** Links or copies a finished graph to another place. */
    static void link(GraphFile from, GraphFile to) throws IOException {
        for (Path[] pair :
                new Path[][] {{from.file(), to.file()}, {from.dump(), to.dump()}, {from.blocks(), to.blocks()}}) {
            Folders.link(pair[0], pair[1]);
        }
    }
}
