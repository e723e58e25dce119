package org.jigyo.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.jigyo.Kept;

/** The blocks of a graph's finished file, accessible by digest. Not thread-safe. */
public final class GraphBlocks {

    /** A block with its offsets in the Turtle file and in the graph's part of the dump. */
    record Placed(Block block, long from, long dumpedFrom) {}

    private final GraphFile file;
    private final int head;
    private final String sha256;
    private final List<Block> blocks;
    private final Map<String, Placed> placed = new HashMap<>();

    private GraphBlocks(GraphFile file, int head, String sha256, List<Block> blocks) {
        this.file = file;
        this.head = head;
        this.sha256 = sha256;
        this.blocks = blocks;
        long from = head;
        long dumpedFrom = 0;
        for (Block block : blocks) {
            placed.put(block.digest(), new Placed(block, from, dumpedFrom));
            from += block.bytes();
            dumpedFrom += block.dumped();
        }
    }

    /** True if a file was written in blocks. */
    static boolean has(GraphFile file) {
        return Files.exists(file.blocks());
    }

    /**
     * The blocks of a file.
     *
     * @throws IOException if the list is missing or damaged; the message says which
     */
    public static GraphBlocks of(GraphFile file) throws IOException {
        List<String> lines = Kept.readAny(file.blocks());
        List<Block> blocks = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split("\t");
            blocks.add(new Block(
                    cell[0],
                    Long.parseLong(cell[1]),
                    Long.parseLong(cell[2]),
                    Integer.parseInt(cell[3]),
                    Integer.parseInt(cell[4])));
        }
        String[] first = lines.get(0).split("\t");
        // lists of earlier versions do not have the checksum
        String sha256 = first.length > 1 ? first[1] : Folders.sha256(file.file());
        return new GraphBlocks(file, Integer.parseInt(first[0]), sha256, blocks);
    }

    /**
     * Writes the list of a file's blocks.
     *
     * @param head length of the prefix declarations at the beginning of the file
     * @param sha256 of the file, hexadecimal
     */
    static void write(GraphFile file, int head, String sha256, List<Block> blocks) throws IOException {
        List<String> lines = new ArrayList<>(List.of(head + "\t" + sha256));
        blocks.forEach(b ->
                lines.add(b.digest() + "\t" + b.statements() + "\t" + b.sum() + "\t" + b.bytes() + "\t" + b.dumped()));
        Kept.write(file.blocks(), lines);
    }

    /** SHA-256 of the Turtle file, hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** All blocks in the order of the file. */
    List<Block> blocks() {
        return blocks;
    }

    /** The fingerprint over all blocks. */
    Fingerprint fingerprint() {
        Fingerprint all = new Fingerprint();
        blocks.forEach(block -> all.add(block.fingerprint()));
        return all;
    }

    Optional<Placed> find(String digest) {
        return Optional.ofNullable(placed.get(digest));
    }

    /** The prefix declarations at the beginning of the file. */
    byte[] head() throws IOException {
        return bytes(file.file(), 0, head);
    }

    byte[] turtle(Placed block) throws IOException {
        return bytes(file.file(), block.from(), block.block().bytes());
    }

    byte[] dumped(Placed block) throws IOException {
        return bytes(file.dump(), block.dumpedFrom(), block.block().dumped());
    }

    /**
     * The statements of a block.
     *
     * @throws IOException if the file is damaged; the message says how
     */
    List<Triple> statements(String digest) throws IOException {
        Placed block = placed.get(digest);
        String text = new String(head(), StandardCharsets.UTF_8) + new String(turtle(block), StandardCharsets.UTF_8);
        List<Triple> statements;
        try {
            statements = TurtleSource.statements(text, file.graph());
        } catch (org.apache.jena.riot.RiotException e) {
            throw damaged(e);
        }
        Fingerprint found = new Fingerprint();
        statements.stream().distinct().forEach(found::add);
        if (!found.same(block.block().fingerprint())) {
            throw damaged(null);
        }
        return statements;
    }

    private IOException damaged(Exception cause) {
        return new IOException(file.file().getFileName() + " is damaged", cause);
    }

    private static byte[] bytes(Path path, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(from);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new IOException(path.getFileName() + " is damaged: it is too short");
                }
            }
        }
        return bytes.array();
    }
}
