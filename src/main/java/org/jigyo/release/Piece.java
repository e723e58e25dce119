package org.jigyo.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A part of a graph's Turtle file that, behind the file's prefixes, is a document of its own.
 *
 * @param digest SHA-256 of the graph's IRI, a line break, prefixes and part, hexadecimal
 * @param head how many bytes of the file its prefixes take
 * @param from where the part begins
 * @param bytes how long it is
 */
record Piece(String digest, int head, int from, int bytes) {

    /** Cuts a file into slices. */
    static List<Piece> of(String graph, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer text = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            TurtleText.Cuts cuts = TurtleText.cut(text, TurtleText.SLICE);
            int head = cuts.head();
            List<Piece> pieces = new ArrayList<>();
            int from = head;
            for (int end : cuts.ends()) {
                String digest = digest(graph, text.slice(0, head), text.slice(from, end - from));
                pieces.add(new Piece(digest, head, from, end - from));
                from = end;
            }
            return pieces;
        }
    }

    private static String digest(String graph, ByteBuffer... text) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update((graph + '\n').getBytes(StandardCharsets.UTF_8));
        for (ByteBuffer part : text) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The document that this piece of a file is.
     *
     * @throws IOException if it is no longer there, with the reason in words
     * @throws java.nio.charset.CharacterCodingException if it is no UTF-8
     */
    String read(String graph, Path file) throws IOException {
        ByteBuffer document = ByteBuffer.allocate(head + bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            fill(document.limit(head), channel);
            channel.position(from);
            fill(document.limit(head + bytes), channel);
        }
        if (!digest(graph, document.flip()).equals(digest)) {
            throw new IOException(file.getFileName() + " is damaged");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(document.rewind()).toString();
    }

    private static void fill(ByteBuffer to, FileChannel from) throws IOException {
        while (to.hasRemaining() && from.read(to) >= 0) {
            // what a shorter file lacks shows in the digest
        }
    }
}
