package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptPage;

/** Groups pages into sheets: a sheet begins with its first page, and no page is shared with the next sheet. */
final class Sheets {

    private final Layout layout;
    private final List<ScriptPage> pages;
    private final Consumer<Bundle> whole;
    private Bundle last;

    /**
     * The sheets of a layout.
     *
     * @param whole receives each sheet as soon as the next one begins, so that only one is kept at a time
     */
    Sheets(Layout layout, Consumer<Bundle> whole) {
        this.layout = layout;
        this.pages = layout.script().pages();
        this.whole = whole;
    }

    /** The pages of one sheet by role. */
    record Bundle(TreeMap<Integer, PageAlignment> pages) {
        boolean lacks(int role) {
            return pages.isEmpty() || pages.lastKey() < role;
        }
    }

    void read(List<Drawn> lines) {
        for (PageLines part : new PageSplitter(pages).of(lines)) {
            int role = part.role() >= 0 ? part.role() : guess(part.lines());
            if (role >= 0) {
                add(role, PageAlignment.of(layout, pages.get(role), part.lines()));
            } else {
                extend(part.lines());
            }
        }
        if (last != null) {
            whole.accept(last);
        }
    }

    private void add(int role, PageAlignment page) {
        if (last == null || !last.lacks(role)) {
            if (last != null) {
                whole.accept(last);
            }
            last = new Bundle(new TreeMap<>());
        }
        last.pages.put(role, page);
    }

    /**
     * The role of a page without its labels, as its values explain it best: any page of the form, or the rest of the
     * page before (-1).
     */
    private int guess(List<Drawn> lines) {
        int best = last == null ? 0 : -1;
        double least = Double.POSITIVE_INFINITY;
        if (last != null) {
            PageAlignment before = last.pages.lastEntry().getValue();
            least = PageAlignment.of(layout, before.page(), joined(before, lines))
                            .cost()
                    - before.cost();
        }
        for (int role = 0; role < pages.size(); role++) {
            double cost = PageAlignment.of(layout, pages.get(role), lines).cost();
            // Otherwise a page that the sheet still lacks would be missing as a whole.
            double saved = last != null && last.lacks(role)
                    ? PageAlignment.of(layout, pages.get(role), List.of()).cost()
                    : 0;
            if (cost - saved < least) {
                least = cost - saved;
                best = role;
            }
        }
        return best;
    }

    private void extend(List<Drawn> lines) {
        java.util.Map.Entry<Integer, PageAlignment> before = last.pages.lastEntry();
        PageAlignment page = before.getValue();
        last.pages.put(before.getKey(), PageAlignment.of(layout, page.page(), joined(page, lines)));
    }

    private static List<Drawn> joined(PageAlignment before, List<Drawn> lines) {
        List<Drawn> all = new ArrayList<>(before.lines());
        all.addAll(lines);
        return all;
    }
}
