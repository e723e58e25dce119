package org.jigyo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.drawing.PageSvg;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Sheet;

/** A page on which a person checks records: the drawn sheet, and beside it each value with its cell as drawn. */
final class GoldenPage {

    /** How much of the page is shown around a cell, in points: more at the left, where its label stands. */
    private static final double LEFT = 110;

    private static final double AROUND = 8;

    /** Numbers for pictures of whole pages and of cells, so that no name occurs twice in the document. */
    private static final int FIRST_PAGE = 10_000;

    private static final int FIRST_CELL = 1_000_000_000;

    private static final String STYLE = """
            body{font:14px/1.5 sans-serif;margin:1.5rem}section{display:flex;gap:1.5rem;align-items:flex-start;margin-bottom:3rem}
            .pages{flex:1 1 50%;position:sticky;top:1rem;max-height:95vh;overflow:auto}.pages svg{box-sizing:border-box;border:1px solid #bbb;width:100%;height:auto}
            .facts{flex:1 1 50%}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top}
            td svg{width:22rem;max-width:100%;height:auto;max-height:12rem;border:1px solid #ddd}.path{color:#555;font-size:12px;overflow-wrap:anywhere}.value{white-space:pre-wrap}
            .doubt{background:#fdf0d5}:target rect{fill:#ffe14d;stroke:#111;stroke-width:2}tr:has(input:checked){background:#eef7f0}
            @media print{.pages{position:static;max-height:none}}
            """;

    /** Counts what was checked, and keeps it in this browser while the records stay the same. */
    private static final String SCRIPT = """
            const boxes=[...document.querySelectorAll('input')],said=document.querySelector('output');
            const key='golden '+document.documentElement.dataset.key;let kept={};
            try{kept=JSON.parse(localStorage.getItem(key)||'{}')}catch(e){}
            const count=()=>{said.textContent=boxes.filter(b=>b.checked).length+' / '+boxes.length};
            boxes.forEach(b=>{b.checked=!!kept[b.name];b.onchange=()=>{kept[b.name]=b.checked;
            try{localStorage.setItem(key,JSON.stringify(kept))}catch(e){}count()}});count();
            """;

    private final String file;
    private final StringBuilder body = new StringBuilder();
    private int sheets;
    private int facts;

    GoldenPage(String file) {
        this.file = file;
    }

    /**
     * Adds a sheet.
     *
     * @param packed its drawing, null for none
     */
    void add(Sheet sheet, byte[] packed) {
        List<DrawnPage> pages = packed == null ? List.of() : unpacked(packed).pages();
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, Object> read = Facts.of(sheet);
        read.keySet().forEach(path -> ids.put(path, String.valueOf(++facts)));
        body.append("<h2>")
                .append(PageSvg.escaped(Facts.title(sheet) + " · " + sheet.fiscalYear() + " · "
                        + sheet.origin().layout()))
                .append("</h2><section><div class=pages>");
        pages.forEach(page -> body.append(whole(sheet, page, ids)));
        body.append("</div><div class=facts><table><tr><th><th>値 / value<th>シート / sheet</tr>");
        read.forEach((path, value) -> body.append(row(sheet, pages, path, value, ids.get(path))));
        body.append("</table>").append(issues(sheet)).append("</div></section>");
        sheets++;
    }

    private String whole(Sheet sheet, DrawnPage page, Map<String, String> ids) {
        List<PageSvg.Lit> lit = new ArrayList<>();
        page.taken().forEach((path, places) -> {
            if (ids.containsKey(path)) {
                String id = ids.get(path);
                lit.add(new PageSvg.Lit(
                        "f" + id + "-" + page.number(), "#f" + id + "-row", path, look(sheet, path), places));
            }
        });
        if (!page.unread().isEmpty()) {
            lit.add(new PageSvg.Lit(null, null, "not read", PageSvg.Look.UNREAD, page.unread()));
        }
        return PageSvg.of(
                numbered(page, FIRST_PAGE * (sheets + 1) + page.number()),
                lit,
                "Page " + page.number(),
                "The page with the places of the values read there",
                "");
    }

    private String row(Sheet sheet, List<DrawnPage> pages, String path, Object value, String id) {
        boolean doubted = doubted(sheet, path);
        StringBuilder row = new StringBuilder("<tr id=f").append(id).append("-row");
        row.append(doubted ? " class=doubt><td>" : "><td>");
        row.append("<input type=checkbox name=").append(id).append(" aria-label=\"checked\"><td><div class=path>");
        row.append(PageSvg.escaped(path)).append("</div><div class=value>");
        row.append(PageSvg.escaped(String.valueOf(value))).append("</div>");
        sheet.issues().stream()
                .filter(issue -> issue.doubts(path))
                .forEach(issue -> row.append("<div>⚠ ").append(said(issue)).append("</div>"));
        row.append("<td>");
        DrawnPage page = pages.stream()
                .filter(p -> p.taken().containsKey(path))
                .findFirst()
                .orElse(null);
        Evidence evidence = sheet.evidence().get(path);
        if (page != null) {
            row.append("<a href=\"#f")
                    .append(id)
                    .append('-')
                    .append(page.number())
                    .append("\">");
            row.append(cell(numbered(page, FIRST_CELL + Integer.parseInt(id)), path));
            row.append("</a>");
        } else {
            row.append(evidence == null ? "—" : PageSvg.escaped(evidence.text()));
        }
        return row.append("</tr>").toString();
    }

    /** The part of a page around the place of a fact. */
    private static String cell(DrawnPage page, String path) {
        List<Frame> places = page.taken().get(path);
        double x = Math.max(0, places.stream().mapToDouble(Frame::x).min().orElse(0) - LEFT);
        double y = Math.max(0, places.stream().mapToDouble(Frame::y).min().orElse(0) - AROUND);
        double right = places.stream().mapToDouble(Frame::right).max().orElse(0) + AROUND;
        double bottom = places.stream().mapToDouble(Frame::bottom).max().orElse(0) + AROUND;
        Frame window = new Frame(x, y, Math.min(page.width(), right) - x, Math.min(page.height(), bottom) - y);
        List<PageSvg.Lit> lit = List.of(new PageSvg.Lit(null, null, path, PageSvg.Look.LIT, places));
        return PageSvg.of(page, window, lit, path, "The cell in which the value is printed", "");
    }

    /** The same page with a number that makes the names inside its picture unique in the document. */
    private static DrawnPage numbered(DrawnPage page, int number) {
        return new DrawnPage(
                number, page.width(), page.height(), page.rules(), page.words(), page.taken(), page.unread());
    }

    private static boolean doubted(Sheet sheet, String path) {
        return sheet.issues().stream().anyMatch(issue -> issue.doubts(path));
    }

    private static PageSvg.Look look(Sheet sheet, String path) {
        return doubted(sheet, path) ? PageSvg.Look.DOUBTED : PageSvg.Look.READ;
    }

    /** The issues that concern no value: what is not in the record, perhaps wrongly. */
    private static String issues(Sheet sheet) {
        StringBuilder list = new StringBuilder();
        sheet.issues().stream()
                .filter(issue -> Facts.of(sheet).keySet().stream().noneMatch(issue::doubts))
                .forEach(issue -> list.append("<li>").append(said(issue)).append("</li>"));
        return list.isEmpty() ? "" : "<h3>読まれなかったもの / Not in the record</h3><ul>" + list + "</ul>";
    }

    private static String said(Issue issue) {
        return PageSvg.escaped(issue.code() + (issue.field() == null ? "" : " " + issue.field()) + ": "
                + issue.message() + (issue.text() == null ? "" : " «" + issue.text() + "»"));
    }

    /**
     * The page.
     *
     * @param records name of the file of the records that it shows
     */
    String document(String records) {
        return "<!doctype html><html lang=\"ja\" data-key=\"" + PageSvg.escaped(records) + " "
                + Integer.toHexString(body.toString().hashCode())
                + "\"><head><meta charset=\"utf-8\"><meta name=viewport content=\"width=device-width\"><title>"
                + PageSvg.escaped(records) + "</title><style>" + STYLE + "</style></head><body><h1>"
                + PageSvg.escaped(file) + "</h1><p lang=\"ja\">各値を、右に描かれたシートの該当箇所と見比べてください。違っていれば "
                + PageSvg.escaped(records)
                + " を直します。</p><p lang=\"en\">Compare each value with its cell as drawn. Where it is"
                + " wrong, correct " + PageSvg.escaped(records)
                + ". Also look for values of the sheet that are not in the record.</p>"
                + "<p>確認済み / checked: <output></output></p>" + body + "<script>" + SCRIPT + "</script></body></html>\n";
    }

    private static SheetDrawing unpacked(byte[] packed) {
        try {
            return SheetDrawing.unpacked(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
