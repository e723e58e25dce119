package org.jigyo.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sheets of a form of a town that does not exist, as HTML pages, with what they say. */
final class InventedForm {

    private static final List<String> NAMES =
            List.of("公園管理", "図書館運営", "道路補修", "子育て相談", "防災訓練", "水路清掃", "学童保育", "観光案内", "農道整備", "消防団活動");
    private static final List<String> DEPARTMENTS = List.of("都市整備課", "生涯学習課", "福祉課", "総務課", "産業課");
    private static final List<String> AIMS =
            List.of("安心して暮らせるまちにする。", "利用者を増やし、満足度を高める。", "災害に強い地域をつくる。", "担い手を育て、活動を続ける。");
    private static final List<String> NEXT = List.of("拡充", "現状維持", "縮小", "廃止");

    private final Random random;

    InventedForm(long seed) {
        random = new Random(seed);
    }

    /** Writes sheets into a folder. Returns for each file the facts that it prints. */
    Map<String, Map<String, String>> write(Path folder, int sheets) throws IOException {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (int n = 1; n <= sheets; n++) {
            Map<String, String> facts = new LinkedHashMap<>();
            String file = String.format("sheet-%03d.html", n);
            Files.writeString(folder.resolve(file), sheet(n, facts));
            all.put(file, facts);
        }
        return all;
    }

    private String sheet(int n, Map<String, String> facts) {
        facts.put("fiscalYear", "2024");
        facts.put("name", NAMES.get(random.nextInt(NAMES.size())) + "事業その" + n);
        facts.put("number", String.format("%03d", n));
        facts.put("department", DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
        facts.put("texts/purpose", "（標本）" + AIMS.get(random.nextInt(AIMS.size())) + n);
        facts.put("texts/target", "（標本）住民 " + (100 + random.nextInt(900)) + " 人");
        facts.put("ratings/effectiveness", "ABC".substring(random.nextInt(3)).substring(0, 1));
        facts.put("ratings/effectiveness/reason", "（標本）" + AIMS.get(random.nextInt(AIMS.size())) + "有効" + n);
        facts.put("direction", NEXT.get(random.nextInt(NEXT.size())));
        StringBuilder html = new StringBuilder("<html><meta charset=utf-8><body><p>令和6年度 事務事業評価シート（架空町）</p><table>");
        row(html, "事業番号", facts.get("number"), "事務事業名", facts.get("name"));
        row(html, "担当課", facts.get("department"), "記入者", "標本 太郎" + n);
        wide(html, "対象", facts.get("texts/target"));
        wide(html, "目的", facts.get("texts/purpose"));
        html.append("</table><p>2 事業費（千円）</p><table>");
        costs(html, facts);
        html.append("</table><p>3 指標</p><table>");
        indicators(html, n, facts);
        html.append("</table><p>4 評価</p><table>");
        row(html, "有効性", facts.get("ratings/effectiveness"), "理由", facts.get("ratings/effectiveness/reason"));
        wide(html, "今後の方向性", facts.get("direction"));
        return html.append("</table></body></html>").toString();
    }

    private void costs(StringBuilder html, Map<String, String> facts) {
        row(html, "区分", "令和5年度決算", "令和6年度予算", "令和6年度決算");
        String[] columns = {"settled/2023", "budget/2024", "settled/2024"};
        String[][] rows = {
            {"事業費", "total"}, {"国庫支出金", "nationalFunds"}, {"県支出金", "prefecturalFunds"}, {"一般財源", "generalFunds"}
        };
        int[][] values = new int[rows.length][columns.length];
        for (int c = 0; c < columns.length; c++) {
            for (int r = 1; r < rows.length; r++) {
                values[r][c] = 10 + random.nextInt(9000);
                values[0][c] += values[r][c];
            }
        }
        for (int r = 0; r < rows.length; r++) {
            String[] cells = {rows[r][0], "", "", ""};
            for (int c = 0; c < columns.length; c++) {
                cells[c + 1] = String.format("%,d", values[r][c]);
                facts.put("costs/" + rows[r][1] + "/" + columns[c], String.valueOf(values[r][c]));
            }
            row(html, cells);
        }
    }

    private void indicators(StringBuilder html, int n, Map<String, String> facts) {
        row(html, "指標名", "単位", "令和5年度実績", "令和6年度目標", "令和6年度実績");
        for (int i = 1; i <= 2; i++) {
            String[] cells = {"指標" + (char) ('甲' + i + n % 5) + n, i == 1 ? "人" : "回", "", "", ""};
            String[] figures = {"actual/2023", "target/2024", "actual/2024"};
            facts.put("indicators/" + i + "/name", cells[0]);
            facts.put("indicators/" + i + "/unit", cells[1]);
            for (int f = 0; f < figures.length; f++) {
                cells[f + 2] = String.valueOf(1 + random.nextInt(999));
                facts.put("indicators/" + i + "/" + figures[f], cells[f + 2]);
            }
            row(html, cells);
        }
    }

    private static void row(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>");
    }

    private static void wide(StringBuilder html, String label, String value) {
        html.append("<tr><td>")
                .append(label)
                .append("</td><td colspan=3>")
                .append(value)
                .append("</td></tr>");
    }
}
