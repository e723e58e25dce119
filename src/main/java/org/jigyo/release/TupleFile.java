package org.jigyo.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.OfflineSorter;
import org.apache.lucene.util.OfflineSorter.ByteSequencesReader;
import org.apache.lucene.util.OfflineSorter.ByteSequencesWriter;

/** A file of number tuples, sorted on disk by Lucene with a few megabytes of memory. Not thread-safe. */
final class TupleFile implements Closeable {

    private static final OfflineSorter.BufferSize MEMORY = OfflineSorter.BufferSize.megabytes(8);

    private final Directory folder;
    private final int width;
    private final IndexOutput out;
    private final ByteSequencesWriter writer;
    private boolean complete;

    TupleFile(Directory folder, int width) throws IOException {
        this.folder = folder;
        this.width = width;
        this.out = folder.createTempOutput("tuples", "given", IOContext.DEFAULT);
        this.writer = new ByteSequencesWriter(out);
    }

    void add(long... tuple) throws IOException {
        writer.write(bytes(tuple));
    }

    /** Big-endian, so that bytes compare like unsigned numbers. */
    private static byte[] bytes(long[] tuple) {
        ByteBuffer bytes = ByteBuffer.allocate(tuple.length * Long.BYTES);
        bytes.asLongBuffer().put(tuple);
        return bytes.array();
    }

    /**
     * Sorts all tuples, number by number, unsigned. Nothing can be added afterwards.
     *
     * @param slots the position of each number of a tuple before sorting
     * @param to receives each distinct tuple once, in order
     */
    void sorted(int[] slots, Consumer<Iterator<long[]>> to) throws IOException {
        finish();
        OfflineSorter sorter = new OfflineSorter(
                folder,
                "tuples",
                OfflineSorter.DEFAULT_COMPARATOR,
                MEMORY,
                OfflineSorter.MAX_TEMPFILES,
                width * Long.BYTES,
                null,
                1);
        String arranged = arranged(slots);
        String sorted = sorter.sort(arranged);
        folder.deleteFile(arranged);
        try (ByteSequencesReader reader = reader(sorted)) {
            to.accept(new Different(reader));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        folder.deleteFile(sorted);
    }

    private void finish() throws IOException {
        if (!complete) {
            complete = true;
            CodecUtil.writeFooter(out);
            writer.close();
        }
    }

    private String arranged(int[] slots) throws IOException {
        try (IndexOutput file = folder.createTempOutput("tuples", "arranged", IOContext.DEFAULT);
                ByteSequencesReader all = reader(out.getName())) {
            ByteSequencesWriter into = new ByteSequencesWriter(file);
            for (BytesRef next = all.next(); next != null; next = all.next()) {
                long[] tuple = tuple(next);
                into.write(bytes(
                        Arrays.stream(slots).mapToLong(slot -> tuple[slot]).toArray()));
            }
            CodecUtil.writeFooter(file);
            return file.getName();
        }
    }

    private ByteSequencesReader reader(String name) throws IOException {
        return new ByteSequencesReader(folder.openChecksumInput(name, IOContext.READONCE), name);
    }

    private long[] tuple(BytesRef bytes) {
        long[] tuple = new long[width];
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asLongBuffer().get(tuple);
        return tuple;
    }

    @Override
    public void close() throws IOException {
        finish();
        folder.deleteFile(out.getName());
    }

    /** Sorted tuples without duplicates. */
    private final class Different implements Iterator<long[]> {
        private final ByteSequencesReader all;
        private long[] next;

        Different(ByteSequencesReader all) {
            this.all = all;
            advance();
        }

        private void advance() {
            long[] last = next;
            try {
                do {
                    BytesRef read = all.next();
                    next = read == null ? null : tuple(read);
                } while (next != null && Arrays.equals(next, last));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
