package org.jigyo.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jigyo.coverage.Coverage;
import org.jigyo.draft.LayoutDraft;
import org.jigyo.draft.Question;
import org.jigyo.drawing.PageSvg;
import org.jigyo.extract.FileReading;
import org.jigyo.page.Page;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;

/** The page by which a person decides on a draft: the first sheets with the proposed fields, the questions, the sums, what nobody takes. */
final class DraftPage {

    private static final int PAGES = 6;
    private static final double SURE = 0.8;

    private static final String STYLE = """
            body{font:15px/1.6 "Hiragino Sans","Noto Sans CJK JP","Yu Gothic",sans-serif;margin:1.5rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem;border-bottom:1px solid #ccc}
            svg{border:1px solid #bbb;max-width:100%;height:auto;background:#fff}
            .wide{overflow-x:auto}table{border-collapse:collapse;min-width:100%}td,th{border-bottom:1px solid #ddd;padding:.35em .6em;text-align:left;vertical-align:top}
            code{font-family:ui-monospace,monospace;white-space:nowrap}.n{text-align:right;font-variant-numeric:tabular-nums}
            .legend span{padding:.15em .6em;margin-right:.8em}.sure{background:#d9efdf}.unsure{background:#fdf0d5}.untaken{background:#fbe4e4}
            small{color:#555}
            """;

    private DraftPage() {}

    static String of(LayoutDraft draft, Map<SourceFile, List<Page>> pages) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(draft.layout().title().ja())
                + "</title><style>" + STYLE + "</style></head><body><h1>"
                + escaped(draft.layout().title().ja())
                + " <small>" + escaped(draft.layout().id()) + "</small></h1><p>"
                + draft.coverage().sheets()
                + " 枚から作成した下書きです。確認するまで公開には使われません。 <small lang=\"en\">Drafted from "
                + draft.coverage().sheets() + " sheets. Nothing is published with it until it is confirmed.</small></p>"
                + "<p class=legend><span class=sure>確か sure</span><span class=unsure>要確認 to be confirmed</span>"
                + "<span class=untaken>読まない not read</span></p>");
        known(draft, html);
        questions(draft, html);
        sheets(draft, pages, html);
        fields(draft, html);
        sums(draft, html);
        untaken(draft, html);
        return html.append("</body></html>\n").toString();
    }

    private static void known(LayoutDraft draft, StringBuilder html) {
        if (draft.known() != null) {
            String id = draft.known().layout().id();
            head(html, "もとにした様式 " + escaped(id), "Starts from " + escaped(id), "違い difference");
            draft.known().differences().forEach(d -> row(html, escaped(d.toString())));
            html.append("</table></div>");
        }
    }

    private static void questions(LayoutDraft draft, StringBuilder html) {
        head(html, "質問", "Questions", "質問 question", "案 proposed", "印字例 samples");
        for (Question q : draft.questions()) {
            row(
                    html,
                    escaped(q.ja()) + "<br><small lang=\"en\">" + escaped(q.en()) + "</small>",
                    "<code>" + escaped(q.proposed()) + "</code>",
                    samples(q.samples()));
        }
        html.append("</table></div>");
    }

    private static void fields(LayoutDraft draft, StringBuilder html) {
        head(html, "項目", "Fields", "印字 label", "項目 path", "確かさ certainty", "記入 filled", "印字例 samples");
        for (LayoutDraft.Field f : draft.fields()) {
            row(
                    html,
                    escaped(f.label()),
                    "<code class=" + (f.certainty() >= SURE ? "sure" : "unsure") + ">" + escaped(f.path()) + "</code>",
                    String.format(Locale.ROOT, "%.2f", f.certainty()),
                    f.filled() + "/" + draft.coverage().sheets(),
                    samples(f.samples()));
        }
        html.append("</table></div>");
    }

    private static void sums(LayoutDraft draft, StringBuilder html) {
        head(html, "合計の関係", "Sums", "関係 sum", "成立 holds on sheets", "不成立 fails on");
        for (Coverage.Sums s : draft.coverage().sums()) {
            row(
                    html,
                    escaped(s.name()),
                    s.holding() + "/" + s.printed(),
                    escaped(String.join(
                            ", ", s.failing().stream().map(Object::toString).toList())));
        }
        html.append("</table></div>");
    }

    private static void untaken(LayoutDraft draft, StringBuilder html) {
        head(html, "読まない文字", "Texts that nobody takes", "印字 text", "枚数 sheets");
        draft.coverage().untaken().stream()
                .limit(40)
                .forEach(u -> row(html, escaped(u.text()), String.valueOf(u.sheets())));
        html.append("</table></div>");
    }

    private static void sheets(LayoutDraft draft, Map<SourceFile, List<Page>> pages, StringBuilder html) {
        html.append("<h2>シート <small lang=\"en\">Sheets</small></h2>");
        int drawn = 0;
        for (FileReading reading : draft.readings()) {
            List<Page> own = pages.entrySet().stream()
                    .filter(e -> e.getKey().name().equals(reading.file()))
                    .flatMap(e -> e.getValue().stream())
                    .toList();
            for (Page page : own) {
                if (drawn++ < PAGES) {
                    html.append("<h3>")
                            .append(escaped(reading.file()))
                            .append(" p.")
                            .append(page.number())
                            .append("</h3>");
                    html.append(picture(draft, page, reading.sheets()));
                }
            }
        }
    }

    private static String picture(LayoutDraft draft, Page page, List<Sheet> sheets) {
        return PagePicture.of(
                page,
                sheets,
                (sheet, path, evidence) -> new PagePicture.Shown(
                        path, draft.certainty(path) >= SURE ? PageSvg.Look.READ : PageSvg.Look.DOUBTED),
                "読まない",
                "p." + page.number(),
                "The page with the proposed fields");
    }

    private static String samples(List<String> samples) {
        return escaped(String.join(
                " ／ ",
                samples.stream()
                        .limit(5)
                        .map(s -> s.length() > 40 ? s.substring(0, 39) + "…" : s)
                        .toList()));
    }

    private static void head(StringBuilder html, String ja, String en, String... columns) {
        html.append("<h2>")
                .append(ja)
                .append(" <small lang=\"en\">")
                .append(en)
                .append("</small></h2><div class=wide><table><tr>");
        for (String column : columns) {
            html.append("<th>").append(column).append("</th>");
        }
        html.append("</tr>");
    }

    private static void row(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>");
    }

    private static String escaped(String text) {
        return PageSvg.escaped(text);
    }
}
