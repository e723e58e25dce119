package org.jigyo.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;

/**
 * Many sheets of a drawn form: the drawing with other values in the cells that its own layout reads. What that layout reads of them is
 * the truth for a draft.
 */
final class VariedForm {

    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final Pattern CELL = Pattern.compile("(cell|text) (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) \\| (.*)");
    private static final Pattern FIGURE = Pattern.compile("[\\d,.]*\\d[\\d,.]*");
    private static final Pattern MARKS = Pattern.compile("[■□☑☐]");
    private static final List<String> WORDS =
            List.of("川", "橋", "森", "道", "祭り", "学校", "港", "田", "畑", "池", "公園", "図書", "防災", "福祉", "観光", "農地", "水路", "文化");

    private final Layout layout;
    private final List<String> lines;
    private final Map<Integer, Boolean> values = new HashMap<>();
    private final Random random;

    private VariedForm(Layout layout, List<String> lines, long seed) {
        this.layout = layout;
        this.lines = lines;
        this.random = new Random(seed);
    }

    /** Writes sheets of a drawn form into a folder, and returns its layout. */
    static Layout write(String drawing, String layoutFile, Path folder, int sheets, long seed) throws IOException {
        Layout layout = Layouts.read(layoutFile, Files.readString(FORMS.resolve(layoutFile)));
        VariedForm form = new VariedForm(layout, Files.readAllLines(FORMS.resolve(drawing)), seed);
        Path first = folder.resolve("001.pdf");
        Files.write(first, Typesetter.pdf(String.join("\n", form.lines)));
        form.mark(first);
        for (int n = 1; n <= sheets; n++) {
            Files.write(folder.resolve(String.format("%03d.pdf", n)), Typesetter.pdf(form.copy(n)));
        }
        return layout;
    }

    /** Marks the lines of the drawing that are values. */
    private void mark(Path pdf) {
        Map<String, Boolean> boxes = new HashMap<>();
        Extractor extractor = new Extractor(List.of(layout), Limits.DEFAULT, true);
        for (Sheet sheet :
                extractor.read(SourceFiles.of(List.of(pdf), f -> {}).get(0)).sheets()) {
            Map<String, Object> facts = Facts.of(sheet);
            for (Map.Entry<String, Evidence> fact : sheet.evidence().entrySet()) {
                // an option that is chosen keeps its place; a mark set in one cell is varied below
                boolean option = Boolean.TRUE.equals(facts.get(fact.getKey()))
                        && !MARKS.matcher(fact.getValue().text()).find();
                boolean year = fact.getKey().endsWith("Year") && !fact.getKey().startsWith("attributes/");
                if (fact.getValue().box() != null && !year && !option) {
                    boxes.put(
                            at(
                                    fact.getValue().page(),
                                    fact.getValue().box().get(0),
                                    fact.getValue().box().get(1)),
                            true);
                }
            }
        }
        int page = 1;
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = CELL.matcher(lines.get(i));
            page += lines.get(i).equals("page") ? 1 : 0;
            if (m.matches()
                    && boxes.containsKey(at(page, Double.parseDouble(m.group(2)), Double.parseDouble(m.group(3))))) {
                values.put(i, true);
            }
        }
    }

    private static String at(int page, double x, double y) {
        return page + "|" + Math.round(x / 4) + "|" + Math.round(y / 4);
    }

    private String copy(int n) {
        List<String> copy = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = CELL.matcher(lines.get(i));
            copy.add(
                    values.containsKey(i) && m.matches()
                            ? lines.get(i).substring(0, m.start(7)) + varied(m.group(7), n)
                            : lines.get(i));
        }
        return String.join("\n", copy);
    }

    private String varied(String text, int n) {
        if (MARKS.matcher(text).results().count() > 1) {
            int chosen = random.nextInt((int) MARKS.matcher(text).results().count());
            int[] k = {0};
            return MARKS.matcher(text).replaceAll(r -> k[0]++ == chosen ? "■" : "□");
        }
        String key = Printed.key(text);
        for (CodeList codes : layout.codes().values()) {
            List<String> printed = List.copyOf(codes.values().keySet());
            if (codes.keys().containsKey(key) && printed.size() > 1) {
                return printed.get(random.nextInt(printed.size()));
            }
        }
        if (FIGURE.matcher(text).find() && text.length() < 16) {
            return FIGURE.matcher(text).replaceAll(r -> figure(r.group(), text.contains("年")));
        }
        String word = WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size()));
        return text.length() < 12
                ? word + (text.length() > 3 ? text.substring(text.length() - 2) : "") + n
                : text + word + n;
    }

    private String figure(String printed, boolean year) {
        return printed.chars()
                .mapToObj(c -> Character.isDigit(c)
                        ? String.valueOf((char) ('1' + random.nextInt(year ? 3 : 9)))
                        : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** What a layout reads of the sheets in a folder: file and place of each value → value. */
    static Map<String, Map<String, Object>> read(Layout layout, Path folder) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        Extractor extractor = new Extractor(List.of(layout), Limits.DEFAULT, true);
        try (var files = Files.list(folder)) {
            SourceFiles.of(files.sorted().toList(), f -> {})
                    .forEach(file -> extractor.read(file).sheets().forEach(sheet -> {
                        Map<String, Object> facts = Facts.of(sheet);
                        Map<String, Object> own = new LinkedHashMap<>();
                        sheet.evidence().forEach((path, evidence) -> {
                            if (evidence.box() != null && facts.containsKey(path) && !path.endsWith("Year")) {
                                String value = facts.get(path).toString();
                                String last = path.substring(path.lastIndexOf('/') + 1);
                                own.put(
                                        evidence.page() + "@" + evidence.box()
                                                + (value.equals("true") ? last : Printed.key(value)),
                                        path);
                            }
                        });
                        all.put(file.name(), own);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
