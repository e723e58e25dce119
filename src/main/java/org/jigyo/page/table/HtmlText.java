package org.jigyo.page.table;

import java.util.Locale;
import java.util.Set;
import org.jigyo.page.table.CellRuns.Height;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a cell of an HTML page, with line breaks where the page has them and blank lines between its paragraphs, items
 * and rows. Form fields say what they show.
 */
final class HtmlText {

    private static final Set<String> NOT_READ = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "nav",
            "header",
            "footer",
            "aside",
            "button",
            "head",
            "datalist",
            "rt",
            "rp");
    private static final Set<String> BREAKS =
            Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd");
    private static final Set<String> STRUCK = Set.of("s", "strike", "del");
    private static final Set<String> FIELDS_WITHOUT_TEXT =
            Set.of("hidden", "submit", "reset", "button", "image", "file");
    private static final String WHITE = "white";

    private final CellRuns runs = new CellRuns();
    private Unread image;

    /** How an element shows its letters. */
    private record Style(Height height, boolean struck, boolean unseen) {}

    private HtmlText() {}

    /** What a cell shows. */
    static CellRuns.Seen of(Element cell) {
        HtmlText text = new HtmlText();
        text.words(cell, new Style(Height.LINE, false, unseen(cell)));
        CellRuns.Seen seen = text.runs.seen(true);
        return new CellRuns.Seen(seen.text(), Unread.both(seen.unread(), text.image));
    }

    /** True if an element is shown and is no navigation. A form is read if it holds a table. */
    static boolean read(Element element) {
        return !NOT_READ.contains(element.normalName())
                && (!element.normalName().equals("form") || element.selectFirst("table") != null || inTable(element))
                && !hidden(element);
    }

    private static boolean inTable(Element element) {
        return element.closest("table") != null;
    }

    /** True if the page does not show an element. */
    static boolean hidden(Element element) {
        String style = style(element);
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }

    /** True for an element before and after which a line ends. */
    static boolean breaks(Element element) {
        return BREAKS.contains(element.normalName());
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private void words(Element element, Style look) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                runs.add(text.text(), look.height(), look.struck(), look.unseen());
            } else if (node instanceof Element child && read(child)) {
                child(child, look);
            }
        }
    }

    private void child(Element child, Style look) {
        String name = child.normalName();
        String around = name.equals("br")
                ? "\n"
                : breaks(child) ? "\n\n" : Set.of("td", "th").contains(name) ? " " : "";
        Style own = look(child, look);
        plain(around);
        switch (name) {
            case "img", "svg", "canvas", "object" -> {
                String said =
                        child.attr("alt").isBlank() ? null : child.attr("alt").strip();
                image = Unread.both(image, new Unread("an image stands in the cell", said, true));
            }
            case "input", "select" -> runs.add(field(child), own.height(), own.struck(), own.unseen());
            default -> words(child, own);
        }
        plain(breaks(child) && !name.equals("br") ? around : "");
    }

    private void plain(String text) {
        runs.add(text, Height.LINE, false, false);
    }

    /** What a form field shows. */
    private static String field(Element field) {
        if (field.normalName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element shown = chosen == null ? field.selectFirst("option") : chosen;
            return shown == null ? "" : shown.text();
        }
        String type = field.attr("type").toLowerCase(Locale.ROOT);
        if (type.equals("checkbox") || type.equals("radio")) {
            return field.hasAttr("checked") ? "☑" : "☐";
        }
        return FIELDS_WITHOUT_TEXT.contains(type) ? "" : field.attr("value");
    }

    private static Style look(Element element, Style around) {
        String style = style(element);
        String name = element.normalName();
        Height height = name.equals("sup") || style.contains("vertical-align:super")
                ? Height.RAISED
                : name.equals("sub") || style.contains("vertical-align:sub") ? Height.LOWERED : around.height();
        boolean struck = around.struck() || STRUCK.contains(name) || style.contains("line-through");
        return new Style(height, struck, coloured(element) ? unseen(element) : around.unseen() || tiny(style));
    }

    private static boolean tiny(String style) {
        return style.matches(".*(?:font-size|opacity):0(?:px|pt|em|%)?(?:;.*)?") || style.contains("color:transparent");
    }

    private static boolean coloured(Element element) {
        return !ink(element).isEmpty();
    }

    /** The colour that an element gives to its text; empty if it gives none. */
    private static String ink(Element element) {
        String own = value(style(element), "color");
        return own.isEmpty() && element.normalName().equals("font") ? colour(element.attr("color")) : own;
    }

    /** True if an element gives its text the colour of the ground. */
    private static boolean unseen(Element element) {
        String ink = ink(element);
        if (ink.isEmpty()) {
            return tiny(style(element));
        }
        for (Element at = element; at != null; at = at.parent()) {
            String style = style(at);
            String ground = value(style, "background-color");
            ground = ground.isEmpty() ? value(style, "background") : ground;
            ground = ground.isEmpty() ? colour(at.attr("bgcolor")) : ground;
            if (!ground.isEmpty()) {
                return ground.equals(ink);
            }
        }
        return ink.equals(WHITE);
    }

    private static String value(String style, String property) {
        for (String said : style.split(";")) {
            if (said.startsWith(property + ":")) {
                return colour(said.substring(property.length() + 1).replace("!important", ""));
            }
        }
        return "";
    }

    private static String colour(String said) {
        String low = said.toLowerCase(Locale.ROOT).strip();
        return Set.of("#fff", "#ffffff", "rgb(255,255,255)", "ffffff").contains(low) ? WHITE : low;
    }
}
