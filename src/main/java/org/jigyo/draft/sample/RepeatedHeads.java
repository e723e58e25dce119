package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the later pages of a sheet print at their top as the first one does, which says nothing new.
 *
 * @param kept the other pieces of all pages
 * @param lines the keys of its lines outside cells
 */
record RepeatedHeads(List<PrintedPiece> kept, Set<String> lines) {

    /**
     * The repeated heads of a sheet.
     *
     * @param pieces its pieces from top to bottom
     * @param tops where each page begins, by its number
     */
    static RepeatedHeads of(List<PrintedPiece> pieces, Map<Integer, Double> tops) {
        Set<String> heads = new HashSet<>();
        Set<String> first = new HashSet<>();
        List<PrintedPiece> kept = new ArrayList<>();
        int page = pieces.isEmpty() ? 0 : pieces.get(0).page();
        int one = page;
        boolean head = false;
        for (PrintedPiece piece : pieces) {
            head = piece.page() == page ? head : piece.page() != one;
            page = piece.page();
            String at = Math.round(piece.box().x()) + "|"
                    + Math.round(piece.box().y() - tops.get(page)) + "|" + piece.key();
            if (page == one) {
                first.add(at);
            }
            head &= first.contains(at);
            if (!head) {
                kept.add(piece);
            } else if (!piece.cell()) {
                heads.add(piece.key());
            }
        }
        return new RepeatedHeads(kept, heads);
    }
}
