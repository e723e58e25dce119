package org.jigyo.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.words.InnerLabels;

/**
 * A line of the form, or a cell beside no label, that prints labels of its own: 担当課：公園課　電話：123.
 *
 * @param labels its labels
 * @param found where it stands on each sheet, by index of the sheet
 */
record FormLine(List<String> labels, Map<Integer, PrintedPiece> found) {

    /** Adds those of a sheet that nothing has taken, and that are printed once there. */
    static void add(int index, LabelledSheet sheet, Set<PrintedPiece> taken, Map<List<String>, FormLine> all) {
        Map<List<String>, List<PrintedPiece>> own = new HashMap<>();
        for (PrintedPiece piece : sheet.sheet().pieces()) {
            if (!piece.blank() && !sheet.label(piece) && !taken.contains(piece)) {
                InnerLabels.of(piece.text())
                        .ifPresent(l -> own.computeIfAbsent(l.labels(), k -> new ArrayList<>())
                                .add(piece));
            }
        }
        own.forEach((labels, pieces) -> {
            if (pieces.size() == 1) {
                all.computeIfAbsent(labels, k -> new FormLine(labels, new TreeMap<>()))
                        .found
                        .put(index, pieces.get(0));
            }
        });
    }

    /** An empty collection of lines, in the order found. */
    static Map<List<String>, FormLine> none() {
        return new LinkedHashMap<>();
    }

    /** What each sheet prints there. */
    List<InnerLabels> values() {
        return found.values().stream()
                .flatMap(p -> InnerLabels.of(p.text()).stream())
                .toList();
    }
}
