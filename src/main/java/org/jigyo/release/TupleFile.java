package org.jigyo.release;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.lib.Sink;

/** A file of number tuples, sorted on disk by Jena with a few megabytes of memory. Not thread-safe. */
final class TupleFile implements Closeable {

    /** Tuples sorted in memory at once, some 50 bytes each. */
    private static final int AT_ONCE = 1 << 17;

    /** Bytes read or written at once. */
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int width;
    private final Path file;
    private final Tuples out;

    /**
     * Begins a file.
     *
     * @param folder an existing folder for it and what sorting needs
     * @param width number of numbers in a tuple
     */
    TupleFile(Path folder, int width) throws IOException {
        this.folder = folder;
        this.width = width;
        this.file = folder.resolve("tuples-" + width);
        this.out = new Tuples(Files.newOutputStream(file));
    }

    void add(long... tuple) {
        out.send(tuple);
    }

    /**
     * Sorts all tuples, number by number, unsigned. Nothing can be added afterwards.
     *
     * @param slots the position of each number of a tuple before sorting
     * @param to receives each distinct tuple once, in order
     */
    void sorted(int[] slots, Consumer<Iterator<long[]>> to) throws IOException {
        out.close();
        SortedDataBag<long[]> bag = new Bag();
        try (InputStream in = Files.newInputStream(file)) {
            for (Iterator<long[]> all = new Read(in); all.hasNext(); ) {
                long[] tuple = all.next();
                long[] arranged = new long[width];
                for (int i = 0; i < width; i++) {
                    arranged[i] = tuple[slots[i]];
                }
                bag.add(arranged);
            }
            to.accept(new Different(bag.iterator()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            bag.close();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    // Not Arrays.compareUnsigned, which only the second compiler tier makes fast.
    private static int compare(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return Long.compareUnsigned(one[i], other[i]);
            }
        }
        return 0;
    }

    /** Spills into the folder instead of the one for temporary files, which may be small. */
    private final class Bag extends SortedDataBag<long[]> {

        Bag() {
            super(new ThresholdPolicyCount<>(AT_ONCE), new Spilled(), TupleFile::compare);
        }

        @Override
        protected File getNewTemporaryFile() {
            try {
                return Files.createTempFile(folder, "sorted-", "").toFile();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Spilled implements SerializationFactory<long[]> {

        @Override
        public Sink<long[]> createSerializer(OutputStream to) {
            return new Tuples(to);
        }

        @Override
        public Iterator<long[]> createDeserializer(InputStream from) {
            return new Read(from);
        }
    }

    /** Writes tuples, some thousands at a time. */
    private static final class Tuples implements Sink<long[]> {
        private final OutputStream to;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        Tuples(OutputStream to) {
            this.to = to;
        }

        @Override
        public void send(long[] tuple) {
            if (buffer.remaining() < tuple.length * Long.BYTES) {
                flush();
            }
            for (long number : tuple) {
                buffer.putLong(number);
            }
        }

        @Override
        public void flush() {
            try {
                to.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                flush();
                to.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads tuples, some thousands at a time. */
    private final class Read extends Ahead {
        private final InputStream from;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER / (width * Long.BYTES) * width * Long.BYTES);

        Read(InputStream from) {
            this.from = from;
            buffer.limit(0);
            advance();
        }

        @Override
        long[] following(long[] last) {
            if (!buffer.hasRemaining() && !fill()) {
                return null;
            }
            long[] tuple = new long[width];
            for (int i = 0; i < width; i++) {
                tuple[i] = buffer.getLong();
            }
            return tuple;
        }

        private boolean fill() {
            try {
                int bytes = from.readNBytes(buffer.array(), 0, buffer.capacity());
                if (bytes % (width * Long.BYTES) != 0) {
                    throw new EOFException("a file for sorting ends within a tuple");
                }
                buffer.position(0).limit(bytes);
                return bytes > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sorted tuples without duplicates. */
    private static final class Different extends Ahead {
        private final Iterator<long[]> all;

        Different(Iterator<long[]> all) {
            this.all = all;
            advance();
        }

        @Override
        long[] following(long[] last) {
            while (all.hasNext()) {
                long[] tuple = all.next();
                if (!Arrays.equals(tuple, last)) {
                    return tuple;
                }
            }
            return null;
        }
    }

    /** Tuples of which the next one is already known. */
    private abstract static class Ahead implements Iterator<long[]> {
        private long[] next;

        /** The tuple after the last one, or null at the end. */
        abstract long[] following(long[] last);

        final void advance() {
            next = following(next);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public long[] next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            long[] tuple = next;
            advance();
            return tuple;
        }
    }
}
