package org.jigyo.page.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs another program, whatever it does: its time and its output are limited, and it is ended if we are. */
final class ChildProcess {

    /** More than any page has words; the output of a page is some 100 kB. */
    private static final int MOST_BYTES = 20_000_000;

    private static final int MOST_OF_MESSAGE = 300;

    private ChildProcess() {}

    /**
     * The standard output of a program, as UTF-8.
     *
     * @param words program and arguments; no shell reads them
     * @param folder where it runs; null for the current one
     * @param time after which it is ended
     * @throws IOException if it does not start, end in time, end with 0, or writes too much
     */
    static String output(List<String> words, Path folder, Duration time) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.directory(folder == null ? null : folder.toFile());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> said = reading(process.getErrorStream(), MOST_OF_MESSAGE);
            CompletableFuture<byte[]> out = reading(process.getInputStream(), MOST_BYTES);
            long end = System.nanoTime() + time.toNanos();
            byte[] bytes = out.get(time.toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length == MOST_BYTES) {
                throw new IOException(words.get(0) + " writes without end");
            }
            if (!process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new IOException(words.get(0) + " ended with code " + process.exitValue() + ": "
                        + text(said.completeOnTimeout(new byte[0], 1, TimeUnit.SECONDS)
                                        .get())
                                .strip());
            }
            return text(bytes);
        } catch (TimeoutException e) {
            throw new IOException(words.get(0) + " did not end within " + time.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("the output of " + words.get(0) + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(words.get(0) + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads the first bytes in a thread of its own; of what follows nothing is kept, and the program is not held up. */
    private static CompletableFuture<byte[]> reading(InputStream stream, int most) {
        CompletableFuture<byte[]> begin = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (stream) {
                        begin.complete(stream.readNBytes(most));
                        stream.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        begin.completeExceptionally(e);
                    }
                },
                "output");
        thread.setDaemon(true);
        thread.start();
        return begin;
    }
}
