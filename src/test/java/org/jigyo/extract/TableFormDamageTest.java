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
import org.apache.poi.ss.util.CellReference;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.TableDrawing;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged form of merged cells, as worksheet and as HTML; see {@link DamageTest}. Two swapped texts cannot be detected by any reader. */
class TableFormDamageTest {

    private enum Kind {
        MERGED_SPLIT,
        MERGED_WITH_RIGHT,
        MERGED_WITH_BELOW,
        SHIFTED_RIGHT,
        SHIFTED_LEFT,
        ROW_REMOVED,
        ROW_ADDED,
        YEAR_REMOVED,
        LABEL_BLANK,
        LABEL_MISSPELT,
        VALUE_BLANK,
        NUMBER_AS_TEXT,
        ERROR_VALUE,
        DIGIT_CHANGED
    }

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int CASES = Integer.getInteger("jigyo.damage", 15);
    private static final int SEED = Integer.getInteger("jigyo.damage.seed", 1);
    private static final Path FORMS = Path.of("src/test/resources/forms");

    @TempDir
    private Path folder;

    private List<String[]> drawn;
    private final Map<String, Set<String>> facts = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"tani-r6,tani-form.tsv,xlsx", "tani-r6,tani-form.tsv,html", "hama-r6,hama-form.tsv,html"})
    void theForm(String id, String form, String format) throws IOException {
        Layout layout = Layouts.read(id + ".yml", Files.readString(FORMS.resolve(id + ".yml")));
        drawn = TableDrawing.of(FORMS.resolve(form)).rows();
        List<Extraction> before = read(layout, drawn, format);
        assertThat(before).hasSize(1);
        assertThat(before.get(0).issues()).isEmpty();
        before.get(0)
                .evidence()
                .forEach((path, e) -> facts.computeIfAbsent(e.locator().replaceAll(".*!|,.*", ""), k -> new HashSet<>())
                        .add(path));
        Verdicts verdicts = new Verdicts(layout);
        Random random = new Random(SEED);
        for (int n = 0; n < CASES; n++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            int row = random.nextInt(drawn.size());
            int column = random.nextInt(drawn.get(row).length);
            List<String[]> rows = TableDrawing.of(drawn).rows();
            Verdicts.Harm harm = harm(kind, rows, row, column, random);
            if (harm != null) {
                verdicts.judge(harm, before, Set.copyOf(before), read(layout, rows, format));
            }
        }
        System.out.print(format + " " + verdicts);
        assertThat(verdicts.silent()).isEmpty();
    }

    /** Damages the rows; null if that is not possible here. */
    private Verdicts.Harm harm(Kind kind, List<String[]> rows, int row, int column, Random random) {
        String[] cells = rows.get(row);
        String cell = cells[column];
        Set<String> here = facts.getOrDefault(name(row, column), Set.of());
        Set<String> gone = new HashSet<>();
        Set<String> changed = new HashSet<>();
        boolean merge = cell.matches("[<^]");
        switch (kind) {
            case MERGED_SPLIT -> {
                if (!merge) {
                    return null;
                }
                cells[column] = "";
            }
            case MERGED_WITH_RIGHT, MERGED_WITH_BELOW -> {
                int r = kind == Kind.MERGED_WITH_BELOW ? row + 1 : row;
                int c = kind == Kind.MERGED_WITH_RIGHT ? column + 1 : column;
                if (merge || r == rows.size() || c >= rows.get(r).length || rows.get(r)[c].matches("[<^]")) {
                    return null;
                }
                gone.addAll(facts.getOrDefault(name(r, c), Set.of()));
                rows.get(r)[c] = kind == Kind.MERGED_WITH_BELOW ? "^" : "<";
            }
            case SHIFTED_RIGHT -> {
                List<String> all = new ArrayList<>(Arrays.asList(cells));
                all.add(column, "");
                rows.set(row, all.toArray(String[]::new));
            }
            case SHIFTED_LEFT -> {
                // A value that moves into its neighbour's place, where a value like it belongs, is the neighbour's as
                // the sheet shows it.
                if (merge || alike(row, column)) {
                    return null;
                }
                gone.addAll(here);
                int last = cells.length - 1;
                while (last > column && cells[last].isEmpty()) {
                    last--;
                }
                gone.addAll(facts.getOrDefault(name(row, last), Set.of()));
                List<String> all = new ArrayList<>(Arrays.asList(cells));
                all.remove(column);
                all.add("");
                rows.set(row, all.toArray(String[]::new));
            }
            case ROW_REMOVED -> {
                // The indicator below the removed one is then the first, as the sheet shows it.
                if (facts.getOrDefault(name(row, 0), Set.of()).contains("indicators/1/name")) {
                    return null;
                }
                for (int c = 0; c < cells.length; c++) {
                    boolean goesOn = row + 1 < rows.size() && rows.get(row + 1)[c].equals("^");
                    if (goesOn && !cells[c].equals("^")) {
                        rows.get(row + 1)[c] = cells[c];
                    } else {
                        gone.addAll(facts.getOrDefault(name(row, c), Set.of()));
                    }
                }
                rows.remove(row);
            }
            case ROW_ADDED -> {
                String[] empty = new String[cells.length];
                Arrays.fill(empty, "");
                rows.add(row, empty);
            }
            case YEAR_REMOVED -> {
                return year(rows, random);
            }
            case LABEL_BLANK, LABEL_MISSPELT -> {
                if (merge || cell.isEmpty() || !here.isEmpty()) {
                    return null;
                }
                cells[column] = kind == Kind.LABEL_BLANK ? "" : cell + "等";
            }
            case VALUE_BLANK -> {
                if (here.isEmpty()) {
                    return null;
                }
                gone.addAll(here);
                cells[column] = "";
            }
            case NUMBER_AS_TEXT -> {
                if (here.stream().noneMatch(p -> p.matches("(costs|indicators/\\d+/(target|actual))/.*"))) {
                    return null;
                }
                // A measure may have a unit and other words around it.
                boolean amount = here.stream().anyMatch(p -> p.startsWith("costs/"));
                List<String> ways = amount
                        ? List.of(cell + "円", "約" + cell, cell + "O", cell + "（税込）", cell + "|" + cell)
                        : List.of(cell + "O", "l" + cell);
                cells[column] = ways.get(random.nextInt(ways.size()));
            }
            case ERROR_VALUE -> {
                if (here.isEmpty()) {
                    return null;
                }
                cells[column] = List.of("#DIV/0!", "#N/A", "#REF!").get(random.nextInt(3));
            }
            case DIGIT_CHANGED -> {
                if (here.stream().noneMatch(p -> p.startsWith("costs/")) || !cell.matches(".*[1-8].*")) {
                    return null;
                }
                changed.addAll(here);
                cells[column] = cell.replaceFirst("[1-8]", "9");
            }
        }
        return new Verdicts.Harm(kind, kind + " " + name(row, column) + " «" + cell + "»", gone, changed);
    }

    private boolean alike(int row, int column) {
        String[] cells = drawn.get(row);
        boolean same = column + 1 < cells.length && cells[column].equals(cells[column + 1]);
        boolean measures = facts.getOrDefault(name(row, column), Set.of()).stream()
                .anyMatch(p -> p.matches("indicators/\\d+/target/.*"));
        return same || measures;
    }

    /** Removes the columns below a year, as a whole. */
    private Verdicts.Harm year(List<String[]> rows, Random random) {
        List<int[]> years = new ArrayList<>();
        for (int r = 1; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length; c++) {
                if (rows.get(r)[c].matches("令和.年度")) {
                    years.add(new int[] {r, c});
                }
            }
        }
        int[] at = years.get(random.nextInt(years.size()));
        int to = at[1] + 1;
        while (to < rows.get(at[0]).length && rows.get(at[0])[to].equals("<")) {
            to++;
        }
        Set<String> gone = new HashSet<>();
        for (int r = at[0]; r < rows.size() && (r == at[0] || !rows.get(r)[1].equals("<") || r < at[0] + 3); r++) {
            List<String> cells = new ArrayList<>(Arrays.asList(rows.get(r)));
            for (int c = at[1]; c < to; c++) {
                gone.addAll(facts.getOrDefault(name(r, c), Set.of()));
                cells.remove(at[1]);
                cells.add("");
            }
            rows.set(r, cells.toArray(String[]::new));
        }
        return new Verdicts.Harm(Kind.YEAR_REMOVED, Kind.YEAR_REMOVED + " " + name(at[0], at[1]), gone, Set.of());
    }

    private static String name(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    private List<Extraction> read(Layout layout, List<String[]> rows, String format) throws IOException {
        TableDrawing drawing = TableDrawing.of(rows);
        byte[] bytes = format.equals("html") ? drawing.html().getBytes(StandardCharsets.UTF_8) : drawing.xlsx("評価");
        Path file = Files.write(folder.resolve("form." + format), bytes);
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT)
                .read(SourceFiles.of(List.of(file), f -> {}).get(0), pages::add, f -> {});
        return Engines.read(layout, "", pages);
    }
}
