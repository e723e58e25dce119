package org.jigyo.page.ocr;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;

/**
 * The Tesseract command with its Japanese data, called without a shell, on one core: files are read side by side. All pictures of a
 * page are passed in one call, because loading the data takes longer than reading a cell.
 */
public final class Tesseract implements TextRecogniser {

    private static final String LANGUAGE = "jpn";
    /** Tesseract's numbers for how a picture is divided. */
    private static final String BLOCK = "6";

    private static final String LINE = "13";

    private static final double LEAST = 0.75;
    private static final double SMALLER = 0.7;
    private static final Duration START = Duration.ofSeconds(20);
    private static final String INSTALL =
            "; install it (Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-jpn; macOS:"
                    + " brew install tesseract tesseract-lang) or leave out --ocr";

    private final String command;
    private final String version;

    private Tesseract(String command, String version) {
        this.command = command;
        this.version = version;
    }

    /**
     * The installed program.
     *
     * @param command its name or path
     * @throws EnvironmentException if it cannot be run or has no Japanese data; the message says how to install it
     */
    public static Tesseract installed(String command) {
        String version = asked(command, "--version");
        if (asked(command, "--list-langs").lines().noneMatch(l -> l.strip().equals(LANGUAGE))) {
            throw new EnvironmentException(
                    "--ocr: " + command + " has no data for Japanese (" + LANGUAGE + ")" + INSTALL);
        }
        return new Tesseract(command, version.lines().findFirst().orElse("").strip());
    }

    private static String asked(String command, String question) {
        try {
            return ChildProcess.output(List.of(command, question), null, START);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "--ocr needs the program tesseract, and it does not run (" + e.getMessage() + ")" + INSTALL, e);
        }
    }

    /** Its version: another may read other words. */
    public String version() {
        return version;
    }

    /**
     * {@inheritDoc} A picture with an uncertain word is read again in a smaller size, in which some letters are recognised that are
     * not at 300 dpi; the more certain reading counts. What is still unread is read as one line.
     */
    @Override
    public List<TextLine> read(List<Grey> pictures, Duration time) throws IOException {
        List<List<TextLine>> read = byPicture(read(pictures, time, BLOCK), pictures.size());
        List<Integer> again = uncertain(read, LEAST);
        List<Grey> smaller =
                again.stream().map(i -> pictures.get(i).smaller(SMALLER)).toList();
        List<List<TextLine>> second = byPicture(read(smaller, time, BLOCK), smaller.size());
        for (int i = 0; i < again.size(); i++) {
            if (certainty(second.get(i)) > certainty(read.get(again.get(i)))) {
                read.set(again.get(i), larger(second.get(i), pictures.get(again.get(i))));
            }
        }
        List<Integer> unread = uncertain(read, 0);
        List<Grey> last = unread.stream().map(pictures::get).toList();
        List<List<TextLine>> third = byPicture(read(last, time, LINE), last.size());
        for (int i = 0; i < unread.size(); i++) {
            read.set(unread.get(i), third.get(i));
        }
        List<TextLine> lines = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            for (TextLine line : read.get(i)) {
                lines.add(new TextLine(i, line.words()));
            }
        }
        return lines;
    }

    private static List<List<TextLine>> byPicture(List<TextLine> lines, int pictures) {
        List<List<TextLine>> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            all.add(new ArrayList<>());
        }
        lines.forEach(line -> all.get(line.picture()).add(line));
        return all;
    }

    /** The pictures that are not read, or not with this certainty. */
    private static List<Integer> uncertain(List<List<TextLine>> read, double least) {
        return IntStream.range(0, read.size())
                .filter(i -> read.get(i).isEmpty() || certainty(read.get(i)) < least)
                .boxed()
                .toList();
    }

    private static double certainty(List<TextLine> lines) {
        return lines.stream().mapToDouble(TextLine::certainty).min().orElse(0);
    }

    /** The lines with their words where they stand in the picture itself. */
    private static List<TextLine> larger(List<TextLine> lines, Grey picture) {
        return lines.stream()
                .map(line -> new TextLine(
                        line.picture(),
                        line.words().stream()
                                .map(w -> new Word(w.area().larger(1 / SMALLER, picture), w.text(), w.confidence()))
                                .toList()))
                .toList();
    }

    private List<TextLine> read(List<Grey> pictures, Duration time, String segmentation) throws IOException {
        if (pictures.isEmpty()) {
            return List.of();
        }
        Path folder = Files.createTempDirectory("jigyo-ocr");
        try {
            List<String> names = new ArrayList<>();
            for (Grey picture : pictures) {
                Path file = folder.resolve(names.size() + ".pgm");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    picture.write(out);
                }
                names.add(file.toString());
            }
            Path list = Files.write(folder.resolve("pictures.txt"), names, StandardCharsets.UTF_8);
            List<String> words = List.of(
                    command, list.toString(), "stdout", "-l", LANGUAGE, "--psm", segmentation, "--dpi", "300", "tsv");
            return TesseractTable.lines(ChildProcess.output(words, folder, time), pictures);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e));
        }
    }
}
