package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.TableDrawing;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A damaged list as workbook and as CSV; see {@link DamageTest}. Two swapped texts cannot be detected by any reader.
 */
class ListDamageTest {

    private enum Kind {
        SHIFTED_RIGHT,
        SHIFTED_LEFT,
        HEADER_SHIFTED,
        HEADER_SPLIT,
        HEADER_ROW_RIGHT,
        HEADER_ROW_LEFT,
        HEADER_LOWERED,
        ROWS_LOWERED,
        YEAR_REMOVED,
        YEAR_BLANK,
        CELLS_MERGED,
        NUMBER_AS_TEXT,
        ERROR_VALUE,
        DIGIT_CHANGED,
        ROW_CUT,
        LABEL_MISSPELT
    }

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int CASES = Integer.getInteger("jigyo.damage", 6);
    private static final int SEED = Integer.getInteger("jigyo.damage.seed", 1);
    private static final Path FORMS = Path.of("src/test/resources/forms");

    /** Rows of the drawing: three of the header, one that numbers the columns, then the projects. */
    private static final int HEADER = 3;

    private static final int FIRST = 7;

    @TempDir
    private Path folder;

    private final Layout layout;
    private final List<String[]> drawn;
    private final Map<String, Set<String>> facts = new HashMap<>();

    ListDamageTest() throws IOException {
        layout = Layouts.read("hara-r6.yml", Files.readString(FORMS.resolve("hara-r6.yml")));
        drawn = TableDrawing.of(FORMS.resolve("hara-list.tsv")).rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void theSpecimen(String format) throws IOException {
        List<Extraction> before = read(drawn, format);
        before.forEach(sheet -> sheet.evidence().forEach((path, e) -> {
            String cell = e.locator().replaceAll(".*!|,.*", "");
            facts.computeIfAbsent(cell, k -> new HashSet<>()).add(path);
        }));
        Verdicts verdicts = new Verdicts(layout);
        Random random = new Random(SEED);
        for (int n = 0; n < CASES; n++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            int row = FIRST + random.nextInt(drawn.size() - FIRST);
            int column = random.nextInt(drawn.get(row).length);
            List<String[]> rows = TableDrawing.of(drawn).rows();
            Verdicts.Harm harm = harm(kind, rows, row, column, random);
            if (harm != null) {
                boolean all = kind.name().startsWith("HEADER")
                        || kind.name().startsWith("YEAR")
                        || kind == Kind.ROWS_LOWERED
                        || kind == Kind.LABEL_MISSPELT;
                Set<Extraction> hit = new HashSet<>(all ? before : List.of(before.get(row - FIRST)));
                verdicts.judge(harm, before, hit, read(rows, format));
            }
        }
        System.out.print(format + " " + verdicts);
        assertThat(verdicts.silent()).isEmpty();
    }

    /** Damages the rows; null if that is not possible here. */
    private Verdicts.Harm harm(Kind kind, List<String[]> rows, int row, int column, Random random) {
        String cell = rows.get(row)[column];
        String what = kind + " " + name(row, column) + " «" + cell + "»";
        Set<String> here = facts.getOrDefault(name(row, column), Set.of());
        Set<String> gone = new HashSet<>();
        Set<String> changed = new HashSet<>();
        switch (kind) {
            case SHIFTED_RIGHT -> rows.set(row, shifted(rows.get(row), column));
            case SHIFTED_LEFT -> {
                gone.addAll(here);
                rows.set(row, without(rows.get(row), column, ""));
            }
            case HEADER_SHIFTED -> {
                for (int r = HEADER; r < HEADER + 3; r++) {
                    rows.set(r, shifted(rows.get(r), column));
                }
            }
            case HEADER_SPLIT -> {
                for (int r = HEADER; r < HEADER + 3; r++) {
                    rows.get(r)[column] = rows.get(r)[column].matches("[<^]") ? "" : rows.get(r)[column];
                }
            }
            case HEADER_ROW_RIGHT -> {
                int r = HEADER + random.nextInt(3);
                rows.set(r, shifted(rows.get(r), column));
            }
            case HEADER_ROW_LEFT -> {
                int r = HEADER + random.nextInt(3);
                rows.set(r, without(rows.get(r), column, ""));
            }
            case HEADER_LOWERED -> lower(rows, HEADER, HEADER + 3, column, column + 1 + random.nextInt(60));
            case ROWS_LOWERED -> {
                if (rows.get(rows.size() - 1)[Math.max(2, column)].isEmpty()) {
                    return null;
                }
                rows.add(new String[rows.get(row).length]);
                Arrays.fill(rows.get(rows.size() - 1), "");
                lower(rows, row, rows.size() - 1, Math.max(2, column), Math.max(2, column) + 1 + random.nextInt(60));
            }
            case YEAR_REMOVED, YEAR_BLANK -> {
                return year(kind, rows, random);
            }
            case CELLS_MERGED -> {
                if (column + 1 == rows.get(row).length || cell.isEmpty()) {
                    return null;
                }
                gone.addAll(facts.getOrDefault(name(row, column + 1), Set.of()));
                rows.get(row)[column + 1] = "<";
            }
            case NUMBER_AS_TEXT -> {
                if (!cell.matches("[\\d,]{2,}") || here.stream().noneMatch(p -> p.startsWith("costs"))) {
                    return null;
                }
                List<Function<String, String>> ways = List.of(
                        c -> c + "円", c -> "約" + c, c -> c.replace('1', 'l') + "O", c -> c + "（税込）", c -> c + "|" + c);
                rows.get(row)[column] = ways.get(random.nextInt(ways.size())).apply(cell);
            }
            case ERROR_VALUE -> {
                if (here.isEmpty()) {
                    return null;
                }
                rows.get(row)[column] = List.of("#DIV/0!", "#N/A", "#REF!").get(random.nextInt(3));
            }
            case DIGIT_CHANGED -> {
                boolean summed = here.stream()
                        .anyMatch(p -> p.matches(
                                "costs/(total|.*Funds|bonds|labour|grandTotal)/(settled|budget|revised)/\\d+"));
                if (!summed || !cell.matches(".*[1-8].*")) {
                    return null;
                }
                changed.addAll(here);
                rows.get(row)[column] = cell.replaceFirst("[1-8]", "9");
            }
            case ROW_CUT -> {
                for (int c = column; c < rows.get(row).length; c++) {
                    gone.addAll(facts.getOrDefault(name(row, c), Set.of()));
                }
                rows.set(row, Arrays.copyOf(rows.get(row), column));
            }
            case LABEL_MISSPELT -> {
                int at = HEADER + random.nextInt(3);
                if (rows.get(at)[column].matches("[<^]?")) {
                    return null;
                }
                rows.get(at)[column] += "等";
            }
        }
        return new Verdicts.Harm(kind, what, gone, changed);
    }

    private Verdicts.Harm year(Kind kind, List<String[]> rows, Random random) {
        List<Integer> blocks = new ArrayList<>();
        for (int c = 0; c < rows.get(HEADER).length; c++) {
            if (rows.get(HEADER)[c].endsWith("年度")) {
                blocks.add(c);
            }
        }
        int from = blocks.get(random.nextInt(blocks.size()));
        String what = kind + " " + rows.get(HEADER)[from];
        if (kind == Kind.YEAR_BLANK) {
            rows.get(HEADER)[from] = "";
            return new Verdicts.Harm(kind, what, Set.of(), Set.of());
        }
        int to = from + 1;
        while (rows.get(HEADER)[to].equals("<")) {
            to++;
        }
        Set<String> gone = new HashSet<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = from; c < to; c++) {
                gone.addAll(r < FIRST ? Set.of() : facts.getOrDefault(name(r, c), Set.of()));
            }
            String[] cells = rows.get(r);
            for (int c = from; c < to; c++) {
                cells = without(cells, from, null);
            }
            rows.set(r, cells);
        }
        return new Verdicts.Harm(kind, what, gone, Set.of());
    }

    /** Moves some columns of some rows down by one row. */
    private static void lower(List<String[]> rows, int first, int last, int from, int to) {
        for (int c = from; c < Math.min(to, rows.get(first).length); c++) {
            for (int r = last; r > first; r--) {
                rows.get(r)[c] = rows.get(r - 1)[c];
            }
            rows.get(first)[c] = "";
        }
    }

    private static String[] shifted(String[] cells, int from) {
        List<String> all = new ArrayList<>(Arrays.asList(cells));
        all.add(from, "");
        return all.toArray(String[]::new);
    }

    private static String[] without(String[] cells, int at, String last) {
        List<String> all = new ArrayList<>(Arrays.asList(cells));
        all.remove(at);
        if (last != null) {
            all.add(last);
        }
        return all.toArray(String[]::new);
    }

    private static String name(int row, int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column) + (row + 1);
    }

    private List<Extraction> read(List<String[]> rows, String format) throws IOException {
        TableDrawing drawing = TableDrawing.of(rows);
        byte[] bytes = format.equals("csv") ? drawing.separated(',', "\n", StandardCharsets.UTF_8) : drawing.xlsx("一覧");
        Path file = Files.write(folder.resolve("一覧." + format), bytes);
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        return Engines.read(layout, "", pages);
    }

    @Test
    void aYearThatIsNotPrintedIsMissedByName() throws IOException {
        List<String[]> rows = TableDrawing.of(drawn).rows();
        year(Kind.YEAR_REMOVED, rows, new Random(SEED));
        for (Extraction sheet : read(rows, "xlsx")) {
            assertThat(sheet.issues().stream().filter(i -> i.code() == Code.LABEL_MISSING))
                    .hasSizeGreaterThan(20);
        }
    }
}
