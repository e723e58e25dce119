package org.jigyo.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Turtle files that were written before, run by run: a run whose statements are those of an earlier one is not written out
 * again, its bytes are taken over. Which statements they are is told by their digest, so that whatever they were made of need
 * not be known.
 */
public final class EarlierTurtle {

    /**
     * Some subjects of a file, one after the other, with all that is said of them.
     *
     * @param digest of the statements, hexadecimal
     * @param bytes how long the text is
     * @param sum CRC-32C of the text
     */
    public record Run(String digest, int bytes, long sum) {

        static Run of(String digest, byte[] text) {
            return new Run(digest, text.length, crc(ByteBuffer.wrap(text)));
        }
    }

    /**
     * A file and its runs, which follow its prefixes.
     *
     * @param file may have been changed since by anybody
     */
    public record File(Path file, List<Run> runs) {}

    private final Map<String, File> files;
    private final List<String> notices = new ArrayList<>();

    /** @param files by the IRI of their graphs */
    public EarlierTurtle(Map<String, File> files) {
        this.files = Map.copyOf(files);
    }

    /** When nothing was written before. */
    public static EarlierTurtle none() {
        return new EarlierTurtle(Map.of());
    }

    /** What could not be taken over although it was written before, and why. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** The texts of a graph's runs, by digest; none when they are not what they were. */
    Map<String, ByteBuffer> texts(String graph) {
        Map<String, ByteBuffer> texts = new HashMap<>();
        File earlier = files.get(graph);
        if (earlier != null) {
            try (FileChannel channel = FileChannel.open(earlier.file())) {
                ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                int from = Turtle.head().length;
                for (Run run : earlier.runs()) {
                    if (from + run.bytes() > all.limit() || crc(all.slice(from, run.bytes())) != run.sum()) {
                        throw new IOException(earlier.file().getFileName() + " is damaged");
                    }
                    texts.put(run.digest(), all.slice(from, run.bytes()));
                    from += run.bytes();
                }
            } catch (IOException e) {
                texts.clear();
                say("all of " + graph + " is written anew: " + e.getMessage());
            }
        }
        return texts;
    }

    private void say(String notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    private static long crc(ByteBuffer text) {
        CRC32C sum = new CRC32C();
        sum.update(text);
        return sum.getValue();
    }
}
