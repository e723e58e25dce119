package org.jigyo.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jigyo.page.Typesetter;

/**
 * Sheets of a form of a town that does not exist, two on each page: labels inside lines and cells, a label written downwards, options with a
 * ring, a row in another unit, years without an era.
 */
final class HalfPages {

    private final Random random;
    private final Town town;
    private final Map<String, Map<String, String>> truth = new LinkedHashMap<>();

    HalfPages(long seed) {
        random = new Random(seed);
        town = new Town(random);
    }

    /** Writes so many pages, a file each. Returns number → path → value. */
    Map<String, Map<String, String>> write(Path folder, int pages) throws IOException {
        for (int n = 1; n <= pages; n++) {
            String page = half(2 * n, 30) + half(2 * n + 1, 430);
            Files.write(folder.resolve(String.format("%03d.pdf", n)), Typesetter.pdf(page));
        }
        return truth;
    }

    private String half(int n, int top) {
        Map<String, String> facts = new LinkedHashMap<>();
        String number = Town.put(facts, "number", String.valueOf(100 + n));
        String name = Town.put(facts, "name", town.any(Town.THINGS) + town.any(Town.DEEDS) + "その" + n);
        String department = Town.put(facts, "department", town.any(Town.DEPARTMENTS));
        String purpose = Town.put(facts, "texts/purpose", town.any(Town.THINGS) + "を気持ちよく使えるようにする。" + n);
        String target = Town.put(facts, "texts/target", town.any(Town.THINGS) + "を使う人、年に" + n + "人");
        String effective = Town.put(facts, "ratings/effectiveness", town.any(List.of("A", "B", "C")));
        String efficient = Town.put(facts, "ratings/efficiency", town.any(List.of("A", "B", "C")));
        StringBuilder s = new StringBuilder();
        line(s, 40, top, "架空町　事務事業評価票（６年度実績）");
        line(s, 40, top + 16, "担当課：" + department + "　電話：" + (1000 + n));
        Town.cell(s, 40, top + 30, 60, 20, "事業番号");
        Town.cell(s, 100, top + 30, 60, 20, number);
        Town.cell(s, 160, top + 30, 60, 20, "事 業 名");
        Town.cell(s, 220, top + 30, 320, 20, name);
        s.append("rule 40 ")
                .append(top + 50)
                .append(" 20 0.6\nrule 40 ")
                .append(top + 50)
                .append(" 0.6 60\n");
        s.append("rule 40 ").append(top + 110).append(" 20 0.6\n");
        s.append("down 46 ").append(top + 56).append(" 8 | 計画\n");
        Town.cell(s, 60, top + 50, 60, 30, "目的");
        Town.cell(s, 120, top + 50, 420, 30, purpose);
        Town.cell(s, 60, top + 80, 60, 30, "対象");
        Town.cell(s, 120, top + 80, 420, 30, target);
        costs(s, top + 110, facts);
        Town.cell(s, 40, top + 230, 60, 20, "評価");
        Town.cell(s, 100, top + 230, 440, 20, "有効性：" + effective + "　効率性：" + efficient);
        Town.cell(s, 40, top + 250, 60, 24, "今後の方向性");
        Town.cell(s, 100, top + 250, 440, 24, "1 拡充　2 継続　3 廃止");
        int chosen = random.nextInt(3);
        facts.put("direction", List.of("拡充", "継続", "廃止").get(chosen));
        s.append("draw | ")
                .append(ring(101 + 32 * chosen, top + 250, 129 + 32 * chosen, top + 272))
                .append('\n');
        truth.put(number, facts);
        return s.toString();
    }

    private void costs(StringBuilder s, int top, Map<String, String> facts) {
        Town.cell(s, 40, top, 140, 20, "事業費（単位：千円）");
        String[] heads = {"５年度決算", "６年度予算", "６年度決算"};
        String[] paths = {"settled/2023", "budget/2024", "settled/2024"};
        String[] rows = {"国庫支出金", "一般財源", "計", "人件費（万円）"};
        String[] items = {"nationalFunds", "generalFunds", "total", "labour"};
        for (int r = 0; r < rows.length; r++) {
            Town.cell(s, 40, top + 20 + 20 * r, 140, 20, rows[r]);
        }
        for (int c = 0; c < heads.length; c++) {
            Town.cell(s, 180 + 120 * c, top, 120, 20, heads[c]);
            int[] values = {random.nextInt(900), 1 + random.nextInt(9000), 0, 1 + random.nextInt(400)};
            values[2] = values[0] + values[1];
            for (int r = 0; r < rows.length; r++) {
                Town.cell(s, 180 + 120 * c, top + 20 + 20 * r, 120, 20, String.format("%,d", values[r]));
                facts.put("costs/" + items[r] + "/" + paths[c], String.valueOf(values[r]));
            }
            facts.put("costs/labour/" + paths[c] + "/unit", "10000");
        }
    }

    /** A rectangle with round corners, open like a ring. */
    static String ring(double left, double top, double right, double bottom) {
        double x = (left + right) / 2;
        double y = 842 - (top + bottom) / 2;
        double a = (right - left) / 2;
        double b = (bottom - top) / 2;
        return String.format(
                Locale.ROOT,
                "%1$.1f %4$.1f m %1$.1f %6$.1f %2$.1f %6$.1f %2$.1f %6$.1f c %3$.1f %6$.1f %3$.1f %4$.1f %3$.1f %4$.1f c "
                        + "%3$.1f %5$.1f %2$.1f %5$.1f %2$.1f %5$.1f c %1$.1f %5$.1f %1$.1f %4$.1f %1$.1f %4$.1f c h S",
                x - a,
                x,
                x + a,
                y,
                y - b,
                y + b);
    }

    private static void line(StringBuilder s, int x, int y, String text) {
        s.append(String.format("line %d %d 9 | %s%n", x, y, text));
    }
}
