package org.jigyo.draft;

import org.jigyo.page.Box;
import org.jigyo.sheet.Printed;

/** What one cell, or one line outside all cells, prints. Two pieces are equal only if they are the same one. Immutable. */
final class PrintedPiece {

    /** Edges closer than this, in points, are the same. */
    private static final double SLACK = 3;

    private final int page;
    private final boolean cell;
    private final Box box;
    private final String text;
    private final String key;
    private final String word;

    PrintedPiece(int page, boolean cell, Box box, String text, String key, String word) {
        this.page = page;
        this.cell = cell;
        this.box = box;
        this.text = text;
        this.key = key;
        this.word = word;
    }

    /** Number of its page. */
    int page() {
        return page;
    }

    /** False for a line outside all cells. */
    boolean cell() {
        return cell;
    }

    /** Its place; the pages of a sheet stand one below the other. */
    Box box() {
        return box;
    }

    /** Its text as printed. */
    String text() {
        return text;
    }

    /** Its text without white space and differences of width: {@link Printed#key}. */
    String key() {
        return key;
    }

    /** Its text for comparison between sheets: the key with years as distances from the evaluated one. */
    String word() {
        return word;
    }

    boolean blank() {
        return Printed.blank(text);
    }

    double middleX() {
        return box.x() + box.width() / 2;
    }

    double middleY() {
        return box.y() + box.height() / 2;
    }

    /** True if the other piece stands in the rows of this one, or this one in its. */
    boolean besides(PrintedPiece other) {
        return (other.middleY() > box.y() && other.middleY() < box.bottom())
                || (middleY() > other.box.y() && middleY() < other.box.bottom());
    }

    /** True if the other piece stands in the columns of this one, or this one in its. */
    boolean overOrUnder(PrintedPiece other) {
        return (other.middleX() > box.x() && other.middleX() < box.right())
                || (middleX() > other.box.x() && middleX() < other.box.right());
    }

    /** True if the whole other piece stands within the columns of this one. */
    boolean spans(PrintedPiece other) {
        return other.box.x() >= box.x() - SLACK && other.box.right() <= box.right() + SLACK;
    }

    /** True if the whole other piece stands within the rows of this one. */
    boolean reachesOver(PrintedPiece other) {
        return other.box.y() >= box.y() - SLACK && other.box.bottom() <= box.bottom() + SLACK;
    }

    boolean sameColumn(PrintedPiece other) {
        return touch(box.x(), other.box.x()) && touch(box.right(), other.box.right());
    }

    /** True if the other piece begins where this one ends, to the right. */
    boolean leftOf(PrintedPiece other) {
        return touch(box.right(), other.box.x()) && besides(other);
    }

    /** True if the other piece begins where this one ends, below. */
    boolean above(PrintedPiece other) {
        return touch(box.bottom(), other.box.y()) && overOrUnder(other);
    }

    static boolean touch(double edge, double other) {
        return Math.abs(edge - other) <= SLACK;
    }
}
