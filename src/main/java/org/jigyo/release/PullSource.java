package org.jigyo.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Where a replica pulls releases from: a publisher's data folder, mounted here or behind a web server. */
sealed interface PullSource {

    /**
     * Fetches a file and appends it to what has arrived of it.
     *
     * @param path relative to the data folder
     * @param part the file's beginning, which need not exist
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it breaks off; what has arrived stays
     */
    void fetch(String path, Path part) throws IOException;

    /** A folder, or an address that begins with {@code http://} or {@code https://}. */
    static PullSource of(String place) {
        return place.matches("https?://.*")
                ? new Web(URI.create(place.endsWith("/") ? place : place + "/"))
                : new Mounted(Path.of(place));
    }

    /** A folder of this machine. */
    record Mounted(Path data) implements PullSource {

        @Override
        public void fetch(String path, Path part) throws IOException {
            long from = arrived(part);
            try (SeekableByteChannel file = Files.newByteChannel(data.resolve(path))) {
                append(Channels.newInputStream(file.position(from)), part, from);
            }
        }
    }

    /** Any web server that serves the folder's files; with ranges, what breaks off is continued. */
    record Web(URI data) implements PullSource {

        private static final int CONNECT_MILLISECONDS = 10_000;

        /** A connection on which nothing arrives for so long is given up. */
        private static final int STALL_MILLISECONDS = 30_000;

        @Override
        public void fetch(String path, Path part) throws IOException {
            long from = arrived(part);
            HttpURLConnection connection =
                    (HttpURLConnection) data.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLISECONDS);
            connection.setReadTimeout(STALL_MILLISECONDS);
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
            }
            switch (connection.getResponseCode()) {
                case 200 -> body(connection, part, 0);
                case 206 -> {
                    String range = connection.getHeaderField("Content-Range");
                    if (range == null || !range.startsWith("bytes " + from + "-")) {
                        throw new IOException(data.resolve(path) + " sends another range than " + from + "-");
                    }
                    body(connection, part, from);
                }
                case 404, 410 ->
                    throw new NoSuchFileException(data.resolve(path).toString());
                // Everything has arrived, or the beginning of another file: its checksum will tell.
                case 416 -> {}
                default -> throw new IOException(data.resolve(path) + " answers " + connection.getResponseCode());
            }
        }

        private static void body(HttpURLConnection connection, Path part, long from) throws IOException {
            long length = connection.getContentLengthLong();
            try (InputStream body = connection.getInputStream()) {
                append(body, part, from);
            }
            if (length >= 0 && Files.size(part) != from + length) {
                throw new IOException(connection.getURL() + " broke off");
            }
        }
    }

    private static long arrived(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** Appends a stream. Runs of zeros take no space, because a database reserves far more than it fills. */
    private static void append(InputStream in, Path part, long from) throws IOException {
        byte[] block = new byte[1 << 16];
        byte[] zeros = new byte[block.length];
        try (RandomAccessFile out = new RandomAccessFile(part.toFile(), "rw")) {
            out.setLength(from);
            out.seek(from);
            try {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    if (Arrays.equals(block, 0, n, zeros, 0, n)) {
                        out.seek(out.getFilePointer() + n);
                    } else {
                        out.write(block, 0, n);
                    }
                }
            } finally {
                out.setLength(out.getFilePointer());
            }
        }
    }
}
