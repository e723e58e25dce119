package org.jigyo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.drawing.PageSvg;
import org.jigyo.extract.draw.SheetPages;
import org.jigyo.page.Page;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Sheet;

/** A page as SVG with the place of each value, drawn as the server draws it. */
final class PagePicture {

    private PagePicture() {}

    /** Shows the file again as it is now, at the same place, without a server: every two seconds, while somebody looks. */
    private static final String RELOAD =
            "<script>try{scrollTo(0,sessionStorage.y||0)}catch(e){}setInterval(()=>{if(!document.hidden){"
                    + "try{sessionStorage.y=scrollY}catch(e){}location.reload()}},2000)</script>";

    /**
     * The page around pictures of pages.
     *
     * @param reloading true for a page that shows by itself what is written next
     */
    static String document(String title, String pages, boolean reloading) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + PageSvg.escaped(title)
                + "</title><style>body{font:14px/1.5 sans-serif;margin:2rem}svg{border:1px solid #bbb;max-width:100%;height:auto}"
                + "span{padding:.1em .6em;margin-right:.8em}</style></head><body><h1>" + PageSvg.escaped(title)
                + "</h1><p class=legend><span style=\"background:#d9efdf\">read</span>"
                + "<span style=\"background:#fdf0d5\">read, doubtful</span>"
                + "<span style=\"background:#fbe4e4\">not read</span></p>" + pages + (reloading ? RELOAD : "")
                + "</body></html>\n";
    }

    /** A fact on the picture: what is said of it, and how it looks. */
    record Shown(String label, PageSvg.Look look) {}

    /** How the facts of a sheet are shown. */
    interface Showing {
        Shown of(Sheet sheet, String path, Evidence evidence);
    }

    static String of(Page page, List<Sheet> sheets) {
        return of(
                page,
                sheets,
                PagePicture::read,
                "not read",
                "Page " + page.number(),
                "The page with the places of the values read there");
    }

    /**
     * A page with the places of facts.
     *
     * @param unread what is said of text that nobody took
     * @param title of the picture
     * @param description of the picture
     */
    static String of(Page page, List<Sheet> sheets, Showing showing, String unread, String title, String description) {
        DrawnPage drawn = SheetPages.page(page, sheets);
        List<PageSvg.Lit> facts = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            for (Map.Entry<String, Evidence> fact : sheet.evidence().entrySet()) {
                List<Frame> places = drawn.taken().get(SheetPages.key(i, fact.getKey()));
                if (places != null) {
                    Shown shown = showing.of(sheet, fact.getKey(), fact.getValue());
                    facts.add(new PageSvg.Lit(null, null, shown.label(), shown.look(), places));
                }
            }
        }
        if (!drawn.unread().isEmpty()) {
            facts.add(new PageSvg.Lit(null, null, unread, PageSvg.Look.UNREAD, drawn.unread()));
        }
        return PageSvg.of(drawn, facts, title, description, "");
    }

    private static Shown read(Sheet sheet, String path, Evidence evidence) {
        boolean doubted = sheet.issues().stream().anyMatch(issue -> issue.doubts(path));
        return new Shown(label(path, evidence), doubted ? PageSvg.Look.DOUBTED : PageSvg.Look.READ);
    }

    private static String label(String path, Evidence evidence) {
        return path + " = " + evidence.text() + (evidence.locator() == null ? "" : " (" + evidence.locator() + ")");
    }
}
