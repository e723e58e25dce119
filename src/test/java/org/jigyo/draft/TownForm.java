package org.jigyo.draft;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jigyo.page.Typesetter;

/**
 * A form of a town that does not exist, in {@code forms/towns}: a drawing with a place for each value, as {@code {path=kind}}, and the sums that
 * hold. Its sheets are written as PDF or as XLSX with merged cells.
 *
 * <pre>
 * sum total = nationalFunds generalFunds     items of costs, in each phase and year
 * cell 110 45 250 20 8 | {name=name}
 * cell 110 65 250 20 8 | {direction=■□拡充,継続,廃止}     options with marks; ■ before the chosen one
 * cell 110 85 25 20 8 | {direction=○1 拡充,継続,廃止}        ○ if the option number 1 (継続) is chosen
 * cell 110 85 250 20 8 | {direction=◯1 拡充,2 廃止}        options of which the chosen one is ringed; PDF only
 * cell 110 85 250 20 8 | {ratings/efficiency=A,B,C}      one of several
 * cell 110 99 250 20 8 | {texts/x=text}                  a key of the draft's own, whatever its name
 * cell 110 99 250 20 8 | {-=person}                      must not be read
 * cell 110 99 250 20 8 | {-costs/報償費/settled/2023=amount}  whatever its path
 * </pre>
 */
final class TownForm {

    private static final Path FORMS = Path.of("src/test/resources/forms/towns");
    private static final Pattern PLACE = Pattern.compile("\\{([^={}]+)=([^{}]*)\\}");
    private static final Pattern CELL = Pattern.compile("(cell|line|down) ([\\d. ]+) \\|(.*)");
    /** A mark for the chosen option, one for the others, and the options. */
    private static final String OPTIONS = "[■●☑][□○☐].*";

    private static final List<String> SAID = List.of(
            "利用した人が増えた。",
            "手すりを直し、苦情が減った。",
            "雨が多く、予定の半分で終えた。",
            "地元の団体と話し合いを重ねた。",
            "申請の手順を見直し、待つ時間が短くなった。",
            "人手が足りず、来年度にまわした。");

    private final List<String> lines;
    private final Map<String, List<String>> sums = new LinkedHashMap<>();

    private TownForm(List<String> lines) {
        this.lines = lines.stream().filter(l -> !l.startsWith("sum ")).toList();
        lines.stream().filter(l -> l.startsWith("sum ")).forEach(l -> {
            String[] sides = l.substring(4).split(" = ");
            sums.put(sides[0], List.of(sides[1].split(" ")));
        });
    }

    static TownForm of(String name) throws IOException {
        return new TownForm(Files.readAllLines(FORMS.resolve(name + ".txt")));
    }

    /** The same form as the next year prints it: with other words in some places, and without some lines. */
    TownForm changed(Map<String, String> words, String... gone) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            String own = line;
            for (Map.Entry<String, String> word : words.entrySet()) {
                own = own.replace(word.getKey(), word.getValue());
            }
            if (List.of(gone).stream().noneMatch(line::contains)) {
                all.add(own);
            }
        }
        sums.forEach((total, parts) -> all.add("sum " + total + " = " + String.join(" ", parts)));
        return new TownForm(all);
    }

    /** Writes so many sheets, a file each. Returns name → path → value. */
    Map<String, Map<String, String>> write(Path folder, int sheets, boolean book) throws IOException {
        Map<String, Map<String, String>> truth = new LinkedHashMap<>();
        for (int n = 1; n <= sheets; n++) {
            Sheet sheet = new Sheet(n);
            List<String> drawing = lines.stream().map(sheet::filled).toList();
            Path file = folder.resolve(String.format("%03d.%s", n, book ? "xlsx" : "pdf"));
            if (book) {
                book(drawing, file);
            } else {
                Files.write(file, Typesetter.pdf(String.join("\n", drawing)));
            }
            truth.put(sheet.facts.get("name"), sheet.facts);
        }
        return truth;
    }

    /** What the form prints on every sheet: the words of the cells and lines without a place for a value. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher m = CELL.matcher(line);
            if (m.matches() && !m.group(3).contains("{") && !m.group(3).matches("[\\d\\s－／０-９]*")) {
                labels.add(m.group(3).strip().replace("\\n", ""));
            }
        }
        return labels;
    }

    /** How many sums hold. */
    int sums() {
        return sums.size();
    }

    /** One sheet as it is being filled. */
    private final class Sheet {

        private final int n;
        private final Random random;
        private final Town town;
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final Map<String, Integer> amounts = new LinkedHashMap<>();
        private String ringed;

        Sheet(int n) {
            this.n = n;
            this.random = new Random(n);
            this.town = new Town(random);
        }

        String filled(String line) {
            ringed = null;
            String filled =
                    PLACE.matcher(line).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2))));
            return ringed == null ? filled : filled + "\ndraw | " + ring(filled, ringed);
        }

        /** Options of which the chosen one is to be ringed; a number before it belongs to the form alone. */
        private String ringed(String path, List<String> options) {
            ringed = town.any(options);
            put(path, ringed.replaceFirst("^[1-9１-９] ", ""));
            return String.join("　", options);
        }

        private String value(String path, String kind) {
            String printed = switch (kind) {
                case "name" -> town.any(Town.THINGS) + town.any(Town.DEEDS) + "その" + n;
                case "number" -> String.format("%04d", 1200 + 7 * n);
                case "department" -> town.any(Town.DEPARTMENTS);
                case "person" -> "標本 " + town.any(List.of("太郎", "花子", "次郎")) + n;
                case "text" -> town.any(Town.THINGS) + "について、" + town.any(SAID) + town.any(SAID);
                case "text?" -> random.nextInt(3) == 0 ? "" : town.any(Town.THINGS) + "では、" + town.any(SAID);
                case "amount" -> String.format("%,d", amount(path.replaceFirst("^-", "")));
                case "figure" -> String.format("%,d", 10 + random.nextInt(4000));
                case "decimal" -> "0." + (1 + random.nextInt(9));
                case "percent" -> (50 + random.nextInt(60)) + "." + random.nextInt(10) + "%";
                case "year" -> "平成" + (10 + random.nextInt(20)) + "年度";
                case "coded" -> code(path);
                case "unit" -> town.any(List.of("人", "件", "回", "％"));
                case "thing" -> town.any(Town.THINGS) + "の" + town.any(List.of("利用者数", "点検回数", "満足度", "参加者数"));
                default ->
                    kind.startsWith("◯")
                            ? ringed(path, List.of(kind.substring(1).split(",")))
                            : kind.startsWith("○")
                                    ? mark(path, kind)
                                    : kind.matches(OPTIONS) ? options(path, kind) : town.any(List.of(kind.split(",")));
            };
            if (!path.startsWith("-")
                    && !printed.isEmpty()
                    && !kind.startsWith("○")
                    && !kind.startsWith("◯")
                    && !kind.matches(OPTIONS)
                    && !kind.equals("coded")) {
                boolean figure =
                        List.of("amount", "figure", "decimal", "percent").contains(kind);
                put(path, figure ? printed.replaceAll("[,%]", "") : printed);
            }
            return printed;
        }

        /** Of the own keys of a group there may be many. */
        private void put(String path, String value) {
            facts.put(path.endsWith("/x") ? path + facts.size() : path, value);
        }

        private String code(String path) {
            int code = 1 + random.nextInt(5);
            String name =
                    List.of("安心して暮らすまち", "学び育つまち", "働くまち", "緑のまち", "ともにつくるまち").get(code - 1);
            facts.put(path + "/" + code, name);
            return code + "　" + name;
        }

        private String options(String path, String kind) {
            List<String> options = List.of(kind.substring(2).split(","));
            String chosen = town.any(options);
            put(path.replace("*", chosen), path.endsWith("/*") ? "true" : chosen);
            return options.stream()
                    .map(o -> kind.charAt(o.equals(chosen) ? 0 : 1) + o)
                    .collect(Collectors.joining("　"));
        }

        /** The mark of one of several options in cells of their own. */
        private String mark(String path, String kind) {
            List<String> options = List.of(kind.substring(3).split(","));
            String chosen = facts.computeIfAbsent(path, k -> town.any(options));
            return options.indexOf(chosen) == kind.charAt(1) - '0' ? "○" : "";
        }

        private int amount(String path) {
            String[] steps = path.split("/");
            List<String> parts = sums.get(steps[1]);
            if (!amounts.containsKey(path)) {
                int own = random.nextInt(5) == 0 ? 0 : random.nextInt(90_000);
                amounts.put(
                        path,
                        parts == null
                                ? own
                                : parts.stream()
                                        .mapToInt(p -> amount(path.replaceFirst("/" + steps[1] + "/", "/" + p + "/")))
                                        .sum());
            }
            return amounts.get(path);
        }
    }

    /** A ring around a word of a line of text in a cell. */
    private static String ring(String cell, String word) {
        double[] n = Stream.of(cell.split(" "))
                .skip(1)
                .limit(5)
                .mapToDouble(Double::parseDouble)
                .toArray();
        String text = cell.substring(cell.indexOf('|') + 1).strip();
        double left = n[0] + 2 + advance(text.substring(0, text.indexOf(word)), n[4]);
        double top = n[1] + (n[3] - 1.15 * n[4]) / 2 - 1;
        return HalfPages.ring(left - 1, top, left + advance(word, n[4]) + 1, top + 1.15 * n[4] + 2);
    }

    private static double advance(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x100 ? size / 2 : size).sum();
    }

    /** Writes a drawing as a sheet of a book: its edges are the columns and rows, so that nearly all cells are merged. */
    private static void book(List<String> drawing, Path file) throws IOException {
        record Place(int x, int y, int right, int bottom, String text) {}
        List<Place> places = new ArrayList<>();
        int page = 0;
        for (String line : drawing) {
            Matcher m = CELL.matcher(line);
            page += line.equals("page") ? 842 : 0;
            if (m.matches()) {
                String[] n = m.group(2).split(" ");
                int x = Integer.parseInt(n[0]);
                int y = Integer.parseInt(n[1]) + page;
                boolean cell = m.group(1).equals("cell");
                String text = m.group(3).strip().replace("\\n", "\n");
                places.add(new Place(
                        x,
                        y,
                        cell ? x + Integer.parseInt(n[2]) : x + 1,
                        cell ? y + Integer.parseInt(n[3]) : y + 12,
                        text));
            }
        }
        TreeSet<Integer> xs = new TreeSet<>();
        TreeSet<Integer> ys = new TreeSet<>();
        for (Place p : places) {
            xs.addAll(List.of(p.x, p.right));
            ys.addAll(List.of(p.y, p.bottom));
        }
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("様式");
            for (Place p : places) {
                int row = ys.headSet(p.y).size();
                int column = xs.headSet(p.x).size();
                int lastRow = ys.headSet(p.bottom).size() - 1;
                int lastColumn = xs.headSet(p.right).size() - 1;
                var at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                at.createCell(column).setCellValue(p.text);
                if (lastRow > row || lastColumn > column) {
                    sheet.addMergedRegion(new CellRangeAddress(row, lastRow, column, lastColumn));
                }
            }
            book.write(out);
        }
    }
}
