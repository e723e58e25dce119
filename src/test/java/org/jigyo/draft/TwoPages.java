package org.jigyo.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jigyo.page.Typesetter;

/**
 * Sheets of two pages of a form of a town that does not exist, mostly prose: texts below headings without a cell, options in one cell, amounts
 * and numbers with their unit, the head printed again on the second page.
 */
final class TwoPages {

    private static final List<String> WAYS = List.of("直営", "委託", "補助");
    private static final List<String> SAID =
            List.of("利用した人が増えた。", "手すりを直し、苦情が減った。", "雨が多く、予定の半分で終えた。", "地元の団体と話し合いを重ねた。");

    private final Random random;
    private final Town town;

    TwoPages(long seed) {
        random = new Random(seed);
        town = new Town(random);
    }

    /** Writes so many sheets, a file each. Returns number → path → value. */
    Map<String, Map<String, String>> write(Path folder, int sheets) throws IOException {
        Map<String, Map<String, String>> truth = new LinkedHashMap<>();
        for (int n = 1; n <= sheets; n++) {
            Map<String, String> facts = new LinkedHashMap<>();
            String drawing = first(n, facts) + "page\n" + second(facts);
            Files.write(folder.resolve(String.format("%03d.pdf", n)), Typesetter.pdf(drawing));
            truth.put(facts.get("number"), facts);
        }
        return truth;
    }

    private String first(int n, Map<String, String> facts) {
        StringBuilder s = new StringBuilder();
        Town.put(facts, "number", String.format("%02d", 10 + n));
        Town.put(facts, "name", town.any(Town.THINGS) + town.any(Town.DEEDS) + "その" + n);
        Town.put(facts, "department", town.any(Town.DEPARTMENTS));
        head(s, facts, 1);
        s.append("line 40 100 9 | １　どんな事業か\n");
        Town.cell(s, 40, 120, 80, 40, "事業の目的");
        Town.cell(
                s, 120, 120, 435, 40, Town.put(facts, "texts/purpose", town.any(Town.THINGS) + "を、だれもが気持ちよく使えるようにする。"));
        Town.cell(s, 40, 160, 80, 200, "事業の内容");
        String content = town.any(Town.THINGS) + "を春と秋に見てまわり、傷んだ所を直す。" + town.any(SAID);
        Town.cell(s, 120, 160, 435, 200, Town.put(facts, "texts/content", content));
        int way = random.nextInt(WAYS.size());
        facts.put("attributes/operation", WAYS.get(way));
        StringBuilder ways = new StringBuilder();
        for (int w = 0; w < WAYS.size(); w++) {
            ways.append(w == way ? "■" : "□").append(WAYS.get(w)).append('　');
        }
        Town.cell(s, 40, 360, 80, 24, "実施形態");
        Town.cell(s, 120, 360, 435, 24, ways.toString().strip());
        return s.toString();
    }

    private String second(Map<String, String> facts) {
        StringBuilder s = new StringBuilder();
        head(s, facts, 2);
        s.append("line 40 100 9 | ２　かかった費用\n");
        String amount = String.format("%,d", 100 + random.nextInt(9_000_000));
        facts.put("costs/total/settled/2024", amount.replace(",", ""));
        Town.cell(s, 40, 120, 80, 24, "決算額");
        Town.cell(s, 120, 120, 150, 24, amount + "円");
        String people = Town.put(facts, "staffing/staffFte/2024", "1." + (1 + random.nextInt(9)));
        Town.cell(s, 270, 120, 80, 24, "正規職員");
        Town.cell(s, 350, 120, 150, 24, people + "人");
        s.append("line 40 160 9 | ３　ふりかえり\n");
        s.append("line 40 180 8 | ◇ 事業の成果\n");
        Town.cell(
                s,
                40,
                192,
                515,
                60,
                Town.put(facts, "texts/outcome", town.any(SAID) + town.any(Town.THINGS) + "にも広げた。"));
        s.append("line 40 262 8 | ◇ 今後の課題\n");
        Town.cell(
                s,
                40,
                274,
                515,
                60,
                Town.put(facts, "texts/issueOperations", town.any(Town.THINGS) + "の人手が足りない。" + town.any(SAID)));
        Town.cell(s, 40, 350, 80, 24, "有効性");
        Town.cell(s, 120, 350, 60, 24, Town.put(facts, "ratings/effectiveness", town.any(List.of("A", "B", "C"))));
        Town.cell(s, 180, 350, 60, 24, "理由");
        Town.cell(s, 240, 350, 315, 24, Town.put(facts, "ratings/effectiveness/reason", town.any(SAID)));
        return s.toString();
    }

    private static void head(StringBuilder s, Map<String, String> facts, int page) {
        s.append("line 200 40 12 | 令和６年度　主な事業の評価シート\n");
        Town.cell(s, 40, 62, 60, 22, "番号");
        Town.cell(s, 100, 62, 40, 22, facts.get("number"));
        Town.cell(s, 140, 62, 80, 22, "事業の名称");
        Town.cell(s, 220, 62, 170, 22, facts.get("name"));
        Town.cell(s, 390, 62, 60, 22, "担当課");
        Town.cell(s, 450, 62, 105, 22, facts.get("department"));
        s.append("line 500 800 8 | ").append(page).append("／2\n");
    }
}
