import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/** Real sheet records again and again, under numbers, names and municipalities that do not exist. */
final class Copies {

    /** Copies that stay in one municipality, so that one has as many projects as a large city. */
    private static final int IN_ONE_CITY = 8;

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
                all.add(copy(sheet, copy, copy / IN_ONE_CITY * cities.size() + rank));
            }
        }
        return all;
    }

    /** A record of which one text says more. */
    static Sheet corrected(Sheet sheet) throws IOException {
        String text = sheet.body().texts().entrySet().iterator().next().getValue();
        return SheetJson.read(SheetJson.write(sheet).replace(text, text + "（訂正）"));
    }

    private static Sheet copy(Sheet s, int copy, int city) {
        int within = copy % IN_ONE_CITY;
        Sheet.Source source = new Sheet.Source(
                copy + "-" + s.source().file(),
                String.format("%08x", copy) + s.source().sha256().substring(8),
                s.source().pages());
        Sheet.Head head = s.head();
        return new Sheet(
                new Sheet.Origin(s.origin().layout(), source, s.context()),
                new Sheet.Head(
                        copy < IN_ONE_CITY ? s.city() : code(city),
                        s.fiscalYear(),
                        head.serial(),
                        within == 0 ? s.number() : s.number() + "-" + within,
                        within == 0 ? s.name() : s.name() + "その" + within,
                        head.department(),
                        head.departmentCode(),
                        head.section()),
                s.placement(),
                s.body(),
                s.undecided(),
                s.issues(),
                s.evidence());
    }

    /** A code from 48 on, behind the last prefecture, with its check digit. */
    static String code(int city) {
        String digits = String.valueOf(48000 + city);
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (6 - i) * Character.digit(digits.charAt(i), 10);
        }
        return digits + (11 - sum % 11) % 10;
    }
}
