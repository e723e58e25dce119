package org.jigyo.release;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Tuples of numbers in a file, handed out sorted; memory holds a run of them. Not thread-safe. */
final class TupleFile implements Closeable {

    /** Tuples that are sorted in memory. */
    private static final int RUN = 1 << 17;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final int width;
    private final int most;
    private final DataOutputStream out;
    private long tuples;

    TupleFile(Path file, int width) throws IOException {
        this(file, width, RUN);
    }

    /** @param most tuples that are sorted in memory */
    TupleFile(Path file, int width, int most) throws IOException {
        this.file = file;
        this.width = width;
        this.most = most;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(long... tuple) throws IOException {
        write(out, tuple);
        tuples++;
    }

    private static void write(DataOutputStream out, long[] tuple) throws IOException {
        for (long number : tuple) {
            out.writeLong(number);
        }
    }

    /**
     * Sorts all tuples, compared number by number, unsigned.
     *
     * @param arranged what to make of a tuple before it is sorted
     * @param to takes each different tuple once, in order
     */
    void sorted(UnaryOperator<long[]> arranged, Consumer<Iterator<long[]>> to) throws IOException {
        out.flush();
        Path runs = file.resolveSibling(file.getFileName() + ".runs");
        List<Run> open = new ArrayList<>();
        try {
            long[][] last = writeRuns(arranged, runs);
            for (long from = 0; from + most < tuples; from += most) {
                open.add(new Run(runs, from, most));
            }
            Iterator<long[]> rest = Arrays.asList(last).iterator();
            to.accept(new Different(open.isEmpty() ? rest : new Merged(open, rest)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Run run : open) {
                run.in.close();
            }
            Files.deleteIfExists(runs);
        }
    }

    /** Writes all runs but the last, which it hands out. */
    private long[][] writeRuns(UnaryOperator<long[]> arranged, Path runs) throws IOException {
        long[][] run = new long[0][];
        try (DataInputStream in = in(file, 0);
                DataOutputStream to =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(runs), BUFFER))) {
            for (long left = tuples; left > 0; left -= run.length) {
                for (long[] tuple : run) {
                    write(to, tuple);
                }
                run = new long[(int) Math.min(most, left)][];
                for (int i = 0; i < run.length; i++) {
                    run[i] = arranged.apply(read(in));
                }
                Arrays.sort(run, Arrays::compareUnsigned);
            }
        }
        return run;
    }

    private DataInputStream in(Path path, long from) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(from * width * Long.BYTES);
        return new DataInputStream(new BufferedInputStream(in, BUFFER));
    }

    private long[] read(DataInputStream in) throws IOException {
        long[] tuple = new long[width];
        for (int i = 0; i < width; i++) {
            tuple[i] = in.readLong();
        }
        return tuple;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    /** A sorted run on disk. */
    private final class Run implements Iterator<long[]> {
        private final DataInputStream in;
        private int left;

        Run(Path runs, long from, int length) throws IOException {
            this.in = in(runs, from);
            this.left = length;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public long[] next() {
            if (left-- <= 0) {
                throw new NoSuchElementException();
            }
            try {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sorted runs as one. */
    private static final class Merged implements Iterator<long[]> {
        private final PriorityQueue<Ahead> runs =
                new PriorityQueue<>(Comparator.comparing(run -> run.tuple, Arrays::compareUnsigned));

        Merged(List<Run> runs, Iterator<long[]> last) {
            runs.forEach(run -> put(new Ahead(run)));
            put(new Ahead(last));
        }

        private void put(Ahead run) {
            if (run.rest.hasNext()) {
                run.tuple = run.rest.next();
                runs.add(run);
            }
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public long[] next() {
            Ahead least = runs.remove();
            long[] tuple = least.tuple;
            put(least);
            return tuple;
        }
    }

    /** A run, of which the first tuple has been read. */
    private static final class Ahead {
        private final Iterator<long[]> rest;
        private long[] tuple;

        Ahead(Iterator<long[]> rest) {
            this.rest = rest;
        }
    }

    /** Sorted tuples without repetition. */
    private static final class Different implements Iterator<long[]> {
        private final Iterator<long[]> all;
        private long[] next;

        Different(Iterator<long[]> all) {
            this.all = all;
            this.next = all.hasNext() ? all.next() : null;
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
            do {
                next = all.hasNext() ? all.next() : null;
            } while (Arrays.equals(tuple, next));
            return tuple;
        }
    }
}
