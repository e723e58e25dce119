package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jigyo.page.TableDrawing;
import org.jigyo.page.Typesetter;

/** Lists of a town that does not exist, one row a project, with what they say. */
final class InventedList {

    private static final List<String> DEEDS = List.of("の管理", "の整備", "の点検", "の運営");
    private static final List<String> NEXT = List.of("拡充", "現状維持", "縮小", "廃止");

    private final Random random;
    private final Map<String, Map<String, String>> truth = new LinkedHashMap<>();

    InventedList(long seed) {
        random = new Random(seed);
    }

    /** Number of a project → path → value, of the rows drawn so far. */
    Map<String, Map<String, String>> truth() {
        return truth;
    }

    /** Title, unit, a header of three merged rows with a block of columns for each year, a code over columns, officials, totals, a note. */
    TableDrawing merged(int projects) {
        List<String[]> rows = new ArrayList<>();
        rows.add(line("令和６年度　事務事業評価一覧（令和５年度実施事業）" + "\t<".repeat(31)));
        rows.add(line("\t".repeat(30) + "（単位：千円）\t"));
        rows.add(
                line(
                        "No.\t施策名\t事務事業名\t所管課\t担当者\t内線\t予算科目\t<\t<\t事業の目的\tR4決算\t<\t<\tR5決算\t<\t<\tR6予算\t増減額|(R5－R4)\t正規職員\t成果指標\t<\t<\t<\t評価\t<\t<\tSDGs\t<\t<\t<\t今後の|方向性\t備考"));
        rows.add(
                line(
                        "^\t^\t^\t^\t^\t^\t款\t項\t目\t^\t事業費\t財源内訳\t<\t事業費\t財源内訳\t<\t事業費\t^\t^\t指標名\t単位\t目標値\t実績値\t有効性\t効率性\t理由\t1\t3\t4\t11\t^\t^"));
        rows.add(
                line(
                        "^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t国庫支出金\t一般財源\t^\t国庫支出金\t一般財源\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^\t^"));
        int sum = 0;
        for (int n = 1; n <= projects; n++) {
            String[] row = row(n);
            sum += Integer.parseInt(row[10].replace(",", ""));
            rows.add(row);
        }
        String[] total = new String[32];
        Arrays.fill(total, "");
        total[0] = "合計";
        total[10] = String.format("%,d", sum);
        rows.add(total);
        rows.add(line("※ 決算額は人件費を含まない。" + "\t".repeat(31)));
        return TableDrawing.of(rows);
    }

    private String[] row(int n) {
        Map<String, String> facts = new LinkedHashMap<>();
        String[] row = new String[32];
        Arrays.fill(row, "");
        put(row, 0, facts, "number", String.valueOf(100 + n));
        row[1] = "施策" + (char) ('甲' + n / 4);
        put(row, 2, facts, "name", name(n));
        put(row, 3, facts, "department", any(Town.DEPARTMENTS));
        row[4] = "標本　太郎" + n;
        row[5] = String.valueOf(2100 + n);
        for (int c = 6; c < 9; c++) {
            row[c] = String.format("%02d", 1 + random.nextInt(12));
        }
        facts.put("budgetAccounts/" + row[6] + "-" + row[7] + "-" + row[8], "true");
        put(row, 9, facts, "texts/purpose", "（標本）だれもが安心して使えるように、" + name(n) + "を続ける。");
        int before = amounts(row, 10, facts, 2022);
        int now = amounts(row, 13, facts, 2023);
        put(row, 16, facts, "costs/total/budget/2024", String.format("%,d", random.nextInt(9000)));
        put(
                row,
                17,
                facts,
                "costs/change/settled/2023",
                String.format("%,d", now - before).replace("-", "△"));
        put(row, 18, facts, "staffing/staffFte/2023", "0." + (1 + random.nextInt(9)));
        put(row, 19, facts, "indicators/1/name", any(Town.THINGS) + "の利用" + n);
        put(row, 20, facts, "indicators/1/unit", any(List.of("人", "件", "回")));
        put(row, 21, facts, "indicators/1/target/2023", String.valueOf(10 + random.nextInt(900)));
        put(row, 22, facts, "indicators/1/actual/2023", String.valueOf(10 + random.nextInt(900)));
        put(row, 23, facts, "ratings/effectiveness", any(List.of("A", "B", "C")));
        put(row, 24, facts, "ratings/efficiency", any(List.of("A", "B", "C")));
        put(row, 25, facts, "ratings/efficiency/reason", "（標本）" + any(DEEDS) + "に工夫があった" + n);
        int[] goals = {1, 3, 4, 11};
        for (int g = 0; g < goals.length; g++) {
            if (random.nextInt(3) == 0) {
                row[26 + g] = "○";
                facts.put("sdgs/" + goals[g], "true");
            }
        }
        put(row, 30, facts, "direction", any(NEXT));
        if (random.nextBoolean()) {
            put(row, 31, facts, "texts/remarks", "（標本）備考その" + n);
        }
        truth.put(facts.get("number"), facts);
        return row;
    }

    private int amounts(String[] row, int column, Map<String, String> facts, int year) {
        int national = random.nextInt(3) == 0 ? 0 : random.nextInt(4000);
        int own = random.nextInt(9000);
        put(row, column, facts, "costs/total/settled/" + year, String.format("%,d", national + own));
        put(row, column + 1, facts, "costs/nationalFunds/settled/" + year, String.format("%,d", national));
        put(row, column + 2, facts, "costs/generalFunds/settled/" + year, String.format("%,d", own));
        return national + own;
    }

    /** One header row and neither title nor number; the year stands in the header. */
    TableDrawing plain(int projects) {
        List<String[]> rows = new ArrayList<>();
        rows.add(line("事業名\t担当課名\t概要\t令和4年度決算額（千円）\t令和5年度決算額（千円）\t令和6年度当初予算額（千円）\t評価結果"));
        for (int n = 1; n <= projects; n++) {
            Map<String, String> facts = new LinkedHashMap<>();
            String[] row = new String[7];
            Arrays.fill(row, "");
            put(row, 0, facts, "name", name(n));
            put(row, 1, facts, "department", any(Town.DEPARTMENTS));
            put(row, 2, facts, "texts/overview", "（標本）" + name(n) + "を行う。");
            put(row, 3, facts, "costs/total/settled/2022", String.format("%,d", random.nextInt(9000)));
            put(row, 4, facts, "costs/total/settled/2023", String.format("%,d", random.nextInt(9000)));
            put(row, 5, facts, "costs/total/budget/2024", String.format("%,d", random.nextInt(9000)));
            row[6] = any(List.of("継続", "見直し", "終了"));
            truth.put(facts.get("name"), facts);
            rows.add(row);
        }
        return TableDrawing.of(rows);
    }

    /** The first columns of {@link #merged} as ruled pages, the header on each of them. */
    byte[] pdf(int projects) {
        List<String[]> rows = merged(projects).rows();
        StringBuilder drawing = new StringBuilder();
        int data = 5;
        while (data < rows.size() - 2) {
            drawing.append(drawing.isEmpty() ? "" : "page\n")
                    .append("line 40 20 10 | ")
                    .append(rows.get(0)[0])
                    .append('\n');
            List<String[]> page = new ArrayList<>(rows.subList(2, 5));
            page.addAll(rows.subList(data, Math.min(data + 20, rows.size() - 2)));
            cells(page, drawing);
            data += 20;
        }
        return Typesetter.pdf(drawing.toString());
    }

    private static void cells(List<String[]> rows, StringBuilder drawing) {
        int columns = 16;
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String text = rows.get(r)[c];
                int across = 1;
                int down = 1;
                while (c + across < columns && rows.get(r)[c + across].equals("<")) {
                    across++;
                }
                while (r + down < rows.size() && rows.get(r + down)[c].equals("^")) {
                    down++;
                }
                if (!text.equals("<") && !text.equals("^")) {
                    drawing.append(String.format(
                            "cell %d %d %d %d 3 | %s%n",
                            20 + 34 * c,
                            40 + 30 * r,
                            34 * across,
                            30 * down,
                            text.replaceAll("(.{8})", "$1\\\\n").replaceAll("\\\\n$", "")));
                }
            }
        }
    }

    private String name(int n) {
        return Town.THINGS.get(n % Town.THINGS.size()) + DEEDS.get(n % DEEDS.size()) + "その" + n;
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static void put(String[] row, int column, Map<String, String> facts, String path, String text) {
        row[column] = text;
        boolean figure = path.startsWith("costs/") || path.endsWith("/2023");
        facts.put(path, figure ? text.replace(",", "").replace("△", "-") : text);
    }

    private static String[] line(String row) {
        return row.split("\t", -1);
    }
}
