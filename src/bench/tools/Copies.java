import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.extract.FileReading;
import org.jigyo.publish.Progress;
import org.jigyo.publish.Publishing;
import org.jigyo.publish.Reader;
import org.jigyo.publish.Request;
import org.jigyo.release.Release;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;

/** Real sheet records again and again, under municipalities that do not exist. */
final class Copies {

    private Copies() {}

    /** The records of a JSON Lines file, each {@code times} times; the first time as they are. */
    static List<Sheet> of(Path records, int times) throws IOException {
        List<Sheet> originals = new ArrayList<>();
        for (String line : Files.readAllLines(records)) {
            originals.add(SheetJson.read(line));
        }
        Set<String> cities = new TreeSet<>();
        originals.forEach(s -> cities.add(s.city()));
        List<Sheet> all = new ArrayList<>(originals);
        for (int copy = 1; copy < times; copy++) {
            for (Sheet sheet : originals) {
                int rank = List.copyOf(cities).indexOf(sheet.city());
                all.add(copy(sheet, copy, code(copy * cities.size() + rank), sheet.number(), sheet.name()));
            }
        }
        return all;
    }

    /** Sheets under one city code and year: those of the edition that has most, and copies of them under other numbers and names. */
    static List<Sheet> ofOneCity(Path records, int sheets) throws IOException {
        Map<String, List<Sheet>> editions = new TreeMap<>();
        for (Sheet sheet : of(records, 1)) {
            editions.computeIfAbsent(sheet.city() + sheet.fiscalYear(), k -> new ArrayList<>())
                    .add(sheet);
        }
        List<Sheet> originals = editions.values().stream()
                .max(Comparator.comparing(List::size))
                .orElseThrow();
        List<Sheet> all = new ArrayList<>(originals);
        while (all.size() < sheets) {
            int copy = all.size() / originals.size();
            Sheet sheet = originals.get(all.size() % originals.size());
            all.add(copy(
                    sheet,
                    copy,
                    sheet.city(),
                    sheet.number() == null ? null : copy + "-" + sheet.number(),
                    sheet.name() + "（" + copy + "）"));
        }
        return all;
    }

    /** Writes records as files that {@link #publish} reads, one a source and city; gives their folder. */
    static Path write(List<Sheet> sheets, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<String>> files = new TreeMap<>();
        for (Sheet sheet : sheets) {
            String source = sheet.city() + "-" + Path.of(sheet.source().file()).getFileName() + ".txt";
            files.computeIfAbsent(source, k -> new ArrayList<>()).add(SheetJson.write(sheet));
        }
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** Publishes such files. */
    static Release publish(Path data, Path sheets) {
        Reader reader = new Reader(Copies::read, List.of(), "records", 2);
        return Publishing.publish(data, reader, Progress.NONE, Request.add(List.of(sheets))).release();
    }

    private static FileReading read(SourceFile file) {
        try {
            List<Sheet> sheets = new ArrayList<>();
            for (String line : Files.readAllLines(file.path())) {
                sheets.add(SheetJson.read(line));
            }
            return new FileReading(file.name(), sheets, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet copy(Sheet s, int copy, String city, String number, String name) {
        Sheet.Source source = new Sheet.Source(
                copy + "-" + s.source().file(),
                String.format("%08x", copy) + s.source().sha256().substring(8),
                s.source().pages());
        Sheet.Head head = s.head();
        return new Sheet(
                new Sheet.Origin(s.origin().layout(), source, s.context()),
                new Sheet.Head(
                        city,
                        s.fiscalYear(),
                        head.publishedYear(),
                        head.serial(),
                        number,
                        name,
                        head.department(),
                        head.departments(),
                        head.departmentCode(),
                        head.section()),
                s.placement(),
                s.body(),
                s.parts(),
                s.undecided(),
                s.corrections(),
                s.issues(),
                s.evidence());
    }

    /** A code that no municipality has, behind the last one of 沖縄県, with its check digit. */
    static String code(int city) {
        String digits = String.valueOf(47400 + city);
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (6 - i) * Character.digit(digits.charAt(i), 10);
        }
        return digits + (11 - sum % 11) % 10;
    }
}
