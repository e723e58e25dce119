package org.jigyo.draft.sample;

import org.jigyo.page.Box;
import org.jigyo.sheet.Printed;

/** What one cell, or one line outside all cells, prints. Two pieces are equal only if they are the same one. Immutable. */
public final class PrintedPiece {

    /** Edges closer than this, in points, are the same. */
    private static final double SLACK = 3;

    private final int page;
    private final boolean cell;
    private final Box box;
    private final String text;
    private final String key;
    private final String word;
    private final boolean ringed;
    private final boolean blank;

    /**
     * A piece.
     *
     * @param word the text for comparison between sheets
     * @param ringed true if something is drawn around letters of it
     */
    public PrintedPiece(int page, boolean cell, Box box, String text, String key, String word, boolean ringed) {
        this.page = page;
        this.cell = cell;
        this.box = box;
        this.text = text;
        this.key = key;
        this.word = word;
        this.ringed = ringed;
        this.blank = Printed.blank(text);
    }

    /** Number of its page. */
    public int page() {
        return page;
    }

    /** False for a line outside all cells. */
    public boolean cell() {
        return cell;
    }

    /** Its place; the pages of a sheet stand one below the other. */
    public Box box() {
        return box;
    }

    /** Its text as printed. */
    public String text() {
        return text;
    }

    /** Its text without white space and differences of width: {@link Printed#key}. */
    public String key() {
        return key;
    }

    /** Its text for comparison between sheets: the key with years as distances from the evaluated one. */
    public String word() {
        return word;
    }

    /** True if something is drawn around letters of it, as around an option that is chosen. */
    public boolean ringed() {
        return ringed;
    }

    /** True if it prints nothing, or only a dash. */
    public boolean blank() {
        return blank;
    }

    /** The middle between its left and its right edge. */
    public double middleX() {
        return box.x() + box.width() / 2;
    }

    /** The middle between its upper and its lower edge. */
    public double middleY() {
        return box.y() + box.height() / 2;
    }

    /** True if the other piece stands in the rows of this one, or this one in its. */
    public boolean besides(PrintedPiece other) {
        return (other.middleY() > box.y() && other.middleY() < box.bottom())
                || (middleY() > other.box.y() && middleY() < other.box.bottom());
    }

    /** True if the other piece stands in the columns of this one, or this one in its. */
    public boolean overOrUnder(PrintedPiece other) {
        return (other.middleX() > box.x() && other.middleX() < box.right())
                || (middleX() > other.box.x() && middleX() < other.box.right());
    }

    /** True if the whole other piece stands within the columns of this one. */
    public boolean spans(PrintedPiece other) {
        return other.box.x() >= box.x() - SLACK && other.box.right() <= box.right() + SLACK;
    }

    /** True if the whole other piece stands within the rows of this one. */
    public boolean reachesOver(PrintedPiece other) {
        return other.box.y() >= box.y() - SLACK && other.box.bottom() <= box.bottom() + SLACK;
    }

    /** True if both have the same left and right edges. */
    public boolean sameColumn(PrintedPiece other) {
        return touch(box.x(), other.box.x()) && touch(box.right(), other.box.right());
    }

    /** True if the other piece begins where this one ends, to the right. */
    public boolean leftOf(PrintedPiece other) {
        return touch(box.right(), other.box.x()) && besides(other);
    }

    /** True if the other piece begins where this one ends, below. */
    public boolean above(PrintedPiece other) {
        return touch(box.bottom(), other.box.y()) && overOrUnder(other);
    }

    /** True if two edges are the same. */
    public static boolean touch(double edge, double other) {
        return Math.abs(edge - other) <= SLACK;
    }
}
