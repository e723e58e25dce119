package org.jigyo.draft;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.draft.sample.PrintedPiece;

/**
 * A place of the form outside its tables: what stands beside one label on the sheets.
 *
 * @param relation where it stands
 * @param row of a label that spans several rows, which of them from 1; 0 if it spans one
 * @param word the label's word
 * @param context the word of the label that this one belongs to, where it is printed several times; else null
 * @param part true if it is repeated for each part of a project
 * @param found what the sheets print there
 */
record FormCell(Relation relation, int row, String word, String context, boolean part, List<Found> found) {

    /** Where a value stands relative to its label. */
    enum Relation {
        RIGHT,
        SECOND,
        FURTHER,
        LEFT,
        BELOW
    }

    /**
     * A place of one sheet.
     *
     * @param sheet index of the sheet
     * @param label the label
     * @param value the value; may be blank
     */
    record Found(int sheet, PrintedPiece label, PrintedPiece value) {}

    static FormCell empty(Relation relation, int row, PrintedPiece label, PrintedPiece context, boolean part) {
        return new FormCell(
                relation, row, label.word(), context == null ? null : context.word(), part, new ArrayList<>());
    }

    String key() {
        return relation + "|" + row + "|" + word + "|" + context + "|" + part;
    }

    /** The texts that are not blank. */
    List<String> texts() {
        return found.stream()
                .filter(f -> !f.value().blank())
                .map(f -> f.value().text())
                .toList();
    }

    /** On how many sheets the place exists. */
    long sheets() {
        return found.stream().mapToInt(Found::sheet).distinct().count();
    }
}
