package org.jigyo.generator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/**
 * A specimen whose sheets are filled anew: where a sheet prints its project's name, number, department and amounts stand those of another
 * project, and its years are others. All amounts of a sheet are multiplied by the same whole number, so every sum still holds. What the
 * specimen says otherwise stays, so that all that a new sheet says is known.
 */
final class FormTemplate {

    /** A year of the era Reiwa, as headings, titles and texts write it. */
    private static final Pattern YEAR =
            Pattern.compile("(?<!平成 ?|昭和 ?|[0-9０-９～])(\\d{1,2}|[０-９]{1,2})(?= ?年度)|(?<=^R)\\d{1,2}$");

    private static final Pattern CELL = Pattern.compile("cell (\\S+) (\\S+) (\\S+) (\\S+) \\S+ \\| (.*)");
    private static final Pattern AMOUNT = Pattern.compile("([▲△-]?)(0|[1-9]\\d{0,2}(?:,\\d{3})*|[1-9]\\d*)");

    /** A place in the specimen where a fact is printed. */
    private record Slot(int line, int column, String text, int sheet, String path) {}

    private final boolean drawn;
    private final List<String> lines;
    private final List<Sheet> sheets;
    private final List<Map<String, Object>> facts;
    private final Map<Integer, List<Slot>> slots = new TreeMap<>();
    private final List<Boolean> scaled = new ArrayList<>();

    private FormTemplate(boolean drawn, List<String> lines, List<Sheet> sheets) {
        this.drawn = drawn;
        this.lines = lines;
        this.sheets = sheets;
        this.facts = sheets.stream().map(Facts::of).toList();
    }

    /**
     * The template of a specimen.
     *
     * @param specimen a text that a bundled layout reads, or the drawing of one ({@link Typesetter})
     */
    static FormTemplate of(Path specimen, Path temporary) throws IOException {
        List<String> lines = Files.readAllLines(specimen);
        boolean drawn = lines.stream().anyMatch(line -> CELL.matcher(line).matches());
        Path file = temporary.resolve(
                drawn ? "specimen.pdf" : specimen.getFileName().toString());
        Files.write(file, drawn ? Typesetter.pdf(String.join("\n", lines)) : Files.readAllBytes(specimen));
        SourceFile source = SourceFiles.of(List.of(file), f -> {}).get(0);
        FormTemplate form = new FormTemplate(
                drawn,
                lines,
                new Extractor(Layouts.bundled(), Limits.DEFAULT, true)
                        .read(source)
                        .sheets());
        for (int s = 0; s < form.sheets.size(); s++) {
            int sheet = s;
            form.sheets.get(s).evidence().forEach((path, evidence) -> form.slot(sheet, path, evidence));
        }
        form.slots.values().forEach(own -> own.sort(Comparator.comparingInt(Slot::column)));
        for (int s = 0; s < form.sheets.size(); s++) {
            form.scaled.add(form.placed(s));
        }
        return form;
    }

    /** How many sheets a file of this form holds. */
    int sheets() {
        return sheets.size();
    }

    /** The fiscal year of the specimen. */
    int year() {
        return sheets.get(0).fiscalYear();
    }

    private void slot(int sheet, String path, Evidence evidence) {
        if (!path.matches("name|number|department") && !amount(path)) {
            return;
        }
        int line = drawn ? cell(evidence) : evidence.line() == null ? -1 : evidence.line() - 1;
        int column = line < 0
                ? -1
                : drawn ? lines.get(line).indexOf("| ") + 2 : evidence.column() == null ? -1 : evidence.column() - 1;
        String value =
                amount(path) ? evidence.text() : (String) facts.get(sheet).get(path);
        boolean figure =
                !amount(path) || prints(evidence.text(), facts.get(sheet).get(path));
        int within = column < 0 || !figure ? -1 : lines.get(line).indexOf(value, column);
        if (within >= 0 && within + value.length() <= column + evidence.text().length()) {
            slots.computeIfAbsent(line, l -> new ArrayList<>()).add(new Slot(line, within, value, sheet, path));
        }
    }

    /** True if a text is an amount and nothing else. */
    private static boolean prints(String text, Object amount) {
        Matcher m = AMOUNT.matcher(text);
        return m.matches()
                && new BigDecimal((m.group(1).isEmpty() ? "" : "-") + m.group(2).replace(",", ""))
                                .compareTo((BigDecimal) amount)
                        == 0;
    }

    /** True if it is known where each amount of a sheet is printed. */
    private boolean placed(int sheet) {
        List<String> placed = slots.values().stream()
                .flatMap(List::stream)
                .filter(slot -> slot.sheet == sheet && AMOUNT.matcher(slot.text).matches())
                .map(Slot::path)
                .toList();
        return facts.get(sheet).keySet().stream().filter(FormTemplate::amount).allMatch(placed::contains);
    }

    private static boolean amount(String path) {
        return path.matches("(parts/[^/]*/)?costs/.*/\\d{4}") && !path.matches(".*(Rate|perResident)/.*");
    }

    /** The line that draws the cell with a value, or -1. */
    private int cell(Evidence evidence) {
        int page = 1;
        for (int i = 0; i < lines.size(); i++) {
            page += lines.get(i).equals("page") ? 1 : 0;
            Matcher m = CELL.matcher(lines.get(i));
            if (page == evidence.page()
                    && m.matches()
                    && Math.abs(Double.parseDouble(m.group(1)) - evidence.box().get(0)) < 2
                    && Math.abs(Double.parseDouble(m.group(2)) - evidence.box().get(1)) < 2) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A file with other projects in the place of its own, as the specimen is written.
     *
     * @param projects so many as the specimen has sheets, of one year
     * @param truth receives what each sheet says
     */
    String filled(List<MadeProject> projects, List<Sheet> truth) {
        int later = projects.get(0).year() - year();
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder line = new StringBuilder();
            int at = 0;
            for (Slot slot : slots.getOrDefault(i, List.of())) {
                if (slot.column >= at) {
                    line.append(rest(lines.get(i).substring(at, slot.column), projects, later));
                    line.append(printed(slot, projects.get(slot.sheet)));
                    at = slot.column + slot.text.length();
                }
            }
            filled.add(line + rest(lines.get(i).substring(at), projects, later));
        }
        for (int s = 0; s < sheets.size(); s++) {
            truth.add(says(s, projects.get(s), later));
        }
        return filled.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** What stands between values: with other years, and with the new names where a form prints a project's name again. */
    private String rest(String text, List<MadeProject> projects, int later) {
        String rest = later(text, later);
        for (int s = 0; s < sheets.size(); s++) {
            rest = rest.replace(sheets.get(s).name(), projects.get(s).name());
        }
        return rest;
    }

    /** A file as {@link #filled} returns it, in bytes: a drawing becomes a PDF. */
    byte[] bytes(String filled) {
        return drawn ? Typesetter.pdf(filled) : filled.getBytes(StandardCharsets.UTF_8);
    }

    String ending() {
        return drawn ? "pdf" : "txt";
    }

    private static String later(String text, int years) {
        return YEAR.matcher(text).replaceAll(m -> {
            String later = String.valueOf(Integer.parseInt(m.group()) + years);
            boolean wide = m.group().charAt(0) >= '０';
            return wide
                    ? later.chars()
                            .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                            .collect(Collectors.joining())
                    : later;
        });
    }

    private String printed(Slot slot, MadeProject project) {
        return switch (slot.path) {
            case "name" -> project.name();
            case "number" -> number(slot.text, project.number());
            case "department" -> project.department();
            default ->
                AMOUNT.matcher(slot.text)
                        .replaceAll(m -> m.group(1)
                                + String.format(
                                        m.group(2).contains(",") ? "%,d" : "%d",
                                        Long.parseLong(m.group(2).replace(",", "")) * factor(slot.sheet, project)));
        };
    }

    /** A number as the form writes them: long ones are codes of one length that begin alike. */
    private static String number(String specimen, int number) {
        if (specimen.length() > 3) {
            return specimen.charAt(0) + String.format("%0" + (specimen.length() - 1) + "d", number);
        }
        return specimen.startsWith("0")
                ? String.format("%0" + specimen.length() + "d", number)
                : String.valueOf(number);
    }

    /** What the amounts of a sheet are multiplied by; 1 unless the place of each of them is known. */
    private int factor(int sheet, MadeProject project) {
        return scaled.get(sheet) ? project.factor() : 1;
    }

    /** What a filled sheet says. */
    private Sheet says(int sheet, MadeProject project, int later) {
        Map<String, Object> own = new LinkedHashMap<>();
        facts.get(sheet).forEach((path, value) -> {
            String at = later == 0 ? path : yearsLater(path, later);
            if (amount(path)) {
                own.put(at, ((BigDecimal) value).multiply(BigDecimal.valueOf(factor(sheet, project))));
            } else if (path.equals("fiscalYear") || path.equals("publishedYear")) {
                own.put(at, ((BigDecimal) value).add(BigDecimal.valueOf(later)));
            } else {
                own.put(
                        at,
                        switch (path) {
                            case "name" -> project.name();
                            case "number" -> number((String) value, project.number());
                            case "department" -> project.department();
                            default -> value instanceof String text ? later(text, later) : value;
                        });
            }
        });
        return Facts.assemble(own, Facts.estimates(sheets.get(sheet)));
    }

    private static String yearsLater(String path, int later) {
        return Pattern.compile("(?<=/)20\\d\\d(?=$|/)")
                .matcher(path)
                .replaceAll(m -> String.valueOf(Integer.parseInt(m.group()) + later));
    }
}
