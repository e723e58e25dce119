package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.PageDoubt;
import org.jigyo.page.Ring;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Printed;

/** A cell, or a line outside all cells, on the board of a sheet. */
final class Item {

    /** What an item was used for. */
    enum Use {
        NONE,
        LABEL,
        VALUE,
        DROPPED
    }

    private static final Pattern DIGIT_GAP = Pattern.compile("\\d[\\s　]+[\\d,.]|[,.][\\s　]+\\d");

    private final int page;
    private final Cell cell;
    private final List<Line> lines;
    private final Box box;
    private final Box printedBox;
    private final String name;
    private final String key;
    private final boolean blank;
    private final String printed;
    private Use use = Use.NONE;
    private List<PageDoubt> doubts = List.of();
    private List<Ring> rings = List.of();

    /**
     * An item.
     *
     * @param cell null for a line outside all cells
     * @param box position on the board
     * @param printedBox position on the page; null in a text or a table
     * @param name name of the cell in a table, 事業一覧!F12, else null
     */
    Item(int page, Cell cell, List<Line> lines, Box box, Box printedBox, String name) {
        this(page, cell, lines, box, printedBox, name, null);
    }

    private Item(int page, Cell cell, List<Line> lines, Box box, Box printedBox, String name, String printed) {
        this.printed = printed;
        this.page = page;
        this.cell = cell;
        this.lines = lines;
        this.box = box;
        this.printedBox = printedBox;
        this.name = name;
        this.key = Printed.key(text());
        this.blank = Printed.blank(key);
    }

    /** The same item without the unit at its beginning. */
    Item after(String unit) {
        String text = text();
        int end = text.indexOf(unit.charAt(unit.length() - 1)) + 1;
        Line first = lines.get(0);
        Line rest = first.with(text.substring(end).strip());
        return new Item(page, cell, List.of(rest), box, printedBox, name).doubted(doubts);
    }

    /** The same item at another position on the board. */
    Item in(Box place) {
        return new Item(page, cell, lines, place, printedBox, name, printed).doubted(doubts);
    }

    Cell cell() {
        return cell;
    }

    /** The same item with another text, a part of what it prints. Its evidence shows the whole text. */
    Item as(String text) {
        Line first = lines.get(0);
        Line only = first.with(text.strip());
        return new Item(page, cell, List.of(only), box, printedBox, name, text()).doubted(doubts);
    }

    /** The same item with the text of its continuation. */
    Item with(Item rest) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(rest.lines);
        return new Item(page, cell, all, box, printedBox, name, null).doubted(doubts);
    }

    /** True if another page prints the same text at the same place. */
    boolean printsAs(Item other) {
        return page != other.page
                && key.equals(other.key)
                && !key.isEmpty()
                && printedBox != null
                && other.printedBox != null
                && Math.abs(printedBox.x() - other.printedBox.x()) < 3
                && Math.abs(printedBox.y() - other.printedBox.y()) < 3;
    }

    /** The page's doubts about this place. */
    List<PageDoubt> doubts() {
        return doubts;
    }

    void doubts(List<PageDoubt> newDoubts) {
        doubts = newDoubts;
    }

    private Item doubted(List<PageDoubt> same) {
        doubts = same;
        return this;
    }

    /** True for a cell of a table, whose doubts are about its own text. */
    boolean named() {
        return name != null;
    }

    /** What is drawn around letters of it. */
    List<Ring> rings() {
        return rings;
    }

    void rings(List<Ring> newRings) {
        rings = newRings;
    }

    int page() {
        return page;
    }

    boolean isCell() {
        return cell != null;
    }

    int column() {
        return cell == null ? -1 : cell.column();
    }

    Box box() {
        return box;
    }

    List<Line> lines() {
        return lines;
    }

    /** The printed text, with line breaks between lines. */
    String text() {
        return lines.size() == 1
                ? lines.get(0).text()
                : lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    String key() {
        return key;
    }

    /** True if nothing or only a dash is printed. */
    boolean blank() {
        return blank;
    }

    /** The number, if it is on one line without a gap between its digits. */
    Optional<BigDecimal> number() {
        Optional<BigDecimal> number = lines.size() == 1 ? Printed.number(text()) : Optional.empty();
        return number.isPresent() && !gap() ? number : Optional.empty();
    }

    /** True if there is space between digits. A text that is its own key has no space. */
    boolean gap() {
        return !key.equals(text()) && DIGIT_GAP.matcher(text()).find();
    }

    Use use() {
        return use;
    }

    void use(Use newUse) {
        use = newUse;
    }

    /** Marks it as a label, unless it is already used. */
    void label() {
        if (use == Use.NONE) {
            use = Use.LABEL;
        }
    }

    /** Orders items from top to bottom, then from left to right. */
    static int byPlace(Item a, Item b) {
        int rows = Double.compare(a.box.y(), b.box.y());
        return rows != 0 ? rows : Double.compare(a.box.x(), b.box.x());
    }

    double middleX() {
        return box.x() + box.width() / 2;
    }

    double middleY() {
        return box.y() + box.height() / 2;
    }

    /** Its place as evidence. */
    Evidence evidence(String locator, double confidence) {
        Line first = lines.isEmpty() || lines.get(0).number() == 0 ? null : lines.get(0);
        Integer line = first == null ? null : Integer.valueOf(first.number());
        Integer column = first == null || name != null ? null : Integer.valueOf(first.column());
        List<Double> place = printedBox == null ? null : printedBox.rounded();
        String where = name == null ? locator : name + ", " + locator;
        return new Evidence(page, line, column, place, printed == null ? text() : printed, where, confidence);
    }
}
