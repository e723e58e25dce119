package org.jigyo.extract.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.drawing.Frame;
import org.jigyo.sheet.Evidence;

/** Finds the places of facts on the drawn pages of a sheet, from their evidence. */
final class PlacesOfFacts {

    private final SortedMap<Integer, SeenPage> pages;
    private final SortedMap<Integer, List<Frame>> found = new TreeMap<>();

    private PlacesOfFacts(SortedMap<Integer, SeenPage> pages) {
        this.pages = pages;
    }

    /** The places of a fact by page; empty if its page is not drawn. */
    static SortedMap<Integer, List<Frame>> of(SortedMap<Integer, SeenPage> pages, Evidence evidence) {
        PlacesOfFacts places = new PlacesOfFacts(pages);
        SeenPage page = pages.get(evidence.page());
        if (page != null) {
            places.find(page, evidence);
        }
        return places.found;
    }

    private void find(SeenPage page, Evidence evidence) {
        List<Piece> all = page.pieces();
        String text = dense(evidence.text());
        if (evidence.box() != null) {
            List<Double> b = evidence.box();
            Frame box = new Frame(b.get(0), b.get(1), b.get(2), b.get(3));
            List<Piece> inside =
                    all.stream().filter(piece -> box.holds(piece.frame())).toList();
            if (!run(page, inside, 0, text)) {
                add(page, box);
                rest(page, inside, text);
            }
            return;
        }
        int first = first(all, evidence);
        if (first < 0) {
            return;
        }
        Piece piece = all.get(first);
        boolean within = piece.name() == null && evidence.column() != null;
        int from = within
                ? dense(piece.text().substring(0, offset(piece, evidence.column())))
                        .length()
                : 0;
        if (!run(page, all.subList(first, piece.name() == null ? all.size() : first + 1), from, text)
                && !lines(page, all.subList(first, all.size()), evidence.text())) {
            add(page, piece.frame());
        }
    }

    private static int offset(Piece piece, int column) {
        return Math.max(0, Math.min(column - piece.column(), piece.text().length()));
    }

    /** The piece in which the text begins: the cell of that name, or the last piece of its line that begins before it. */
    private static int first(List<Piece> pieces, Evidence evidence) {
        int first = -1;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean named = piece.name() != null
                    && evidence.locator() != null
                    && evidence.locator().startsWith(piece.name() + ", ");
            if (named) {
                return i;
            }
            boolean begins = evidence.line() != null
                    && piece.line() == evidence.line()
                    && (evidence.column() == null || piece.column() <= evidence.column());
            // A line above a table has no place but its text.
            begins |= evidence.line() == null && dense(piece.text()).contains(dense(evidence.text()));
            if (begins && (first < 0 || evidence.column() != null)) {
                first = i;
            }
        }
        return first;
    }

    /**
     * Adds the place of a text that runs through pieces without a gap.
     *
     * @param from number of characters without spaces that come before it
     * @return false if the pieces do not contain it, beginning in the first of them
     */
    private boolean run(SeenPage page, List<Piece> pieces, int from, String text) {
        StringBuilder all = new StringBuilder();
        int first = 0;
        for (int i = 0; i < pieces.size() && all.length() < from + text.length() + (i == 0 ? 1 : first); i++) {
            all.append(dense(pieces.get(i).text()));
            first = i == 0 ? all.length() : first;
        }
        int at = text.isEmpty() ? -1 : all.indexOf(text, from);
        if (at < 0) {
            return false;
        }
        int begin = 0;
        for (Piece piece : pieces) {
            int end = begin + dense(piece.text()).length();
            if (at < end && at + text.length() > begin) {
                int start = index(piece.text(), Math.max(0, at - begin));
                int stop = index(piece.text(), Math.min(end, at + text.length()) - begin - 1) + 1;
                piece.part(start, stop).forEach(frame -> add(page, frame));
            }
            begin = end;
        }
        return true;
    }

    /** Adds the places of lines that follow each other with others between them. */
    private boolean lines(SeenPage page, List<Piece> pieces, String text) {
        List<Piece> taken = new ArrayList<>();
        int next = 0;
        for (String line : text.split("\n")) {
            String dense = dense(line);
            while (next < pieces.size() && !dense(pieces.get(next).text()).equals(dense)) {
                next++;
            }
            if (next == pieces.size()) {
                return false;
            }
            taken.add(pieces.get(next++));
        }
        taken.forEach(piece -> add(page, piece.frame()));
        return true;
    }

    /** Adds the cell in which a text goes on: on this page or the next. */
    private void rest(SeenPage page, List<Piece> inside, String text) {
        StringBuilder here = new StringBuilder();
        inside.forEach(piece -> here.append(dense(piece.text())));
        SeenPage next = pages.get(page.number() + 1);
        if (here.isEmpty() || !text.startsWith(here.toString()) || next == null) {
            return;
        }
        String rest = text.substring(here.length());
        next.pieces().stream()
                .filter(piece -> dense(piece.text()).equals(rest))
                .findFirst()
                .ifPresent(piece -> add(next, piece.frame()));
    }

    private void add(SeenPage page, Frame frame) {
        found.computeIfAbsent(page.number(), k -> new ArrayList<>()).add(frame);
    }

    /** A text without spaces and line breaks. */
    private static String dense(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(PlacesOfFacts::inked).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    private static boolean inked(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    /** The index of a character of a text, given its index without spaces. */
    private static int index(String text, int dense) {
        int seen = -1;
        for (int i = 0; i < text.length(); i++) {
            seen += inked(text.charAt(i)) ? 1 : 0;
            if (seen == dense) {
                return i;
            }
        }
        return text.length() - 1;
    }
}
