package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;

/**
 * Seeded damage to a ruled page.
 *
 * @param kind what was done
 * @param page the page after it
 * @param where the damaged cell, or null
 * @param was what the damaged cell printed before
 * @param now what it prints now, or null where cells were ruled otherwise
 */
record RuledDamage(String kind, Page page, Box where, String was, String now) {

    private static final double SLACK = 3;

    /** A random damage; null if the chosen one does not fit the page. */
    static RuledDamage of(Page page, Random chance) {
        List<Cell> filled =
                page.cells().stream().filter(c -> !c.lines().isEmpty()).toList();
        Cell cell = filled.get(chance.nextInt(filled.size()));
        return switch (chance.nextInt(7)) {
            case 0 -> replaced("removed", page, cell, "");
            case 1 -> replaced("misspelt", page, cell, misspelt(cell.text(), chance));
            case 2 -> digit(page, cell, chance);
            case 3 -> line(page, chance);
            case 4 -> merged(page, page.cells().get(chance.nextInt(page.cells().size())), chance);
            case 5 -> split(page, cell, chance.nextBoolean());
            default ->
                replaced("cut", page, cell, cell.text().substring(0, cell.text().length() / 2));
        };
    }

    private static String misspelt(String text, Random chance) {
        int at = chance.nextInt(text.length());
        return Character.isWhitespace(text.charAt(at)) ? text : text.substring(0, at) + "〓" + text.substring(at + 1);
    }

    private static RuledDamage digit(Page page, Cell cell, Random chance) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < cell.text().length(); i++) {
            if (Character.isDigit(cell.text().charAt(i))) {
                digits.add(i);
            }
        }
        if (digits.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(cell.text());
        int at = digits.get(chance.nextInt(digits.size()));
        int digit = Character.digit(text.charAt(at), 10);
        text.setCharAt(at, (char) ('0' + (digit + 1 + chance.nextInt(8)) % 9 + 1));
        return replaced("digit", page, cell, text.toString());
    }

    private static RuledDamage replaced(String kind, Page page, Cell cell, String text) {
        List<Line> lines = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split("\n");
        for (int i = 0; i < parts.length; i++) {
            lines.add(new Line(
                    0, cell.lines().get(Math.min(i, cell.lines().size() - 1)).box(), parts[i]));
        }
        Page damaged = with(page, cell, List.of(cell(cell, cell.box(), lines)));
        return new RuledDamage(kind, damaged, cell.box(), cell.text(), text);
    }

    /** A heading is lost or misspelt. */
    private static RuledDamage line(Page page, Random chance) {
        List<Line> outside = new ArrayList<>(page.outside());
        Line line = outside.remove(chance.nextInt(outside.size()));
        String now = chance.nextBoolean() ? "" : misspelt(line.text(), chance);
        if (!now.isEmpty()) {
            outside.add(new Line(0, line.box(), now));
        }
        Page damaged = new Page(page.number(), page.size(), page.blocks(), page.cells(), outside);
        return new RuledDamage("heading", damaged, null, line.text(), null);
    }

    /** A rule between two cells is lost. */
    private static RuledDamage merged(Page page, Cell cell, Random chance) {
        List<Cell> neighbours = page.cells().stream()
                .filter(c -> !c.equals(cell) && (beside(cell.box(), c.box()) || under(cell.box(), c.box())))
                .toList();
        if (neighbours.isEmpty()) {
            return null;
        }
        Cell other = neighbours.get(chance.nextInt(neighbours.size()));
        List<Line> lines = new ArrayList<>(cell.lines());
        lines.addAll(other.lines());
        Cell both = cell(cell, cell.box().union(other.box()), lines);
        Page without = with(page, other, List.of());
        return new RuledDamage("merged", with(without, cell, List.of(both)), null, cell.text(), null);
    }

    private static boolean beside(Box a, Box b) {
        return Math.abs(a.right() - b.x()) < SLACK
                && Math.abs(a.y() - b.y()) < SLACK
                && Math.abs(a.bottom() - b.bottom()) < SLACK;
    }

    private static boolean under(Box a, Box b) {
        return Math.abs(a.bottom() - b.y()) < SLACK
                && Math.abs(a.x() - b.x()) < SLACK
                && Math.abs(a.right() - b.right()) < SLACK;
    }

    /** An extra ruling crosses a cell. */
    private static RuledDamage split(Page page, Cell cell, boolean upright) {
        Box b = cell.box();
        if ((upright ? b.width() : b.height()) < 4 * SLACK) {
            return null;
        }
        Box first = upright
                ? new Box(b.x(), b.y(), b.width() / 2, b.height())
                : new Box(b.x(), b.y(), b.width(), b.height() / 2);
        Box second = upright
                ? new Box(b.x() + b.width() / 2, b.y(), b.width() / 2, b.height())
                : new Box(b.x(), b.y() + b.height() / 2, b.width(), b.height() / 2);
        List<Line> one = new ArrayList<>();
        List<Line> two = new ArrayList<>();
        for (Line line : cell.lines()) {
            if (upright) {
                part(line, b.x() + b.width() / 2, one, two);
            } else {
                (first.holds(line.box()) ? one : two).add(line);
            }
        }
        List<Cell> parts = List.of(cell(cell, first, one), cell(cell, second, two));
        return new RuledDamage("split", with(page, cell, parts), null, cell.text(), null);
    }

    private static void part(Line line, double x, List<Line> left, List<Line> right) {
        double share = (x - line.box().x()) / line.box().width();
        int at = (int) Math.round(Math.max(0, Math.min(1, share)) * line.text().length());
        if (at > 0) {
            left.add(new Line(0, line.box(), line.text().substring(0, at)));
        }
        if (at < line.text().length()) {
            right.add(new Line(0, line.box(), line.text().substring(at)));
        }
    }

    private static Cell cell(Cell like, Box box, List<Line> lines) {
        return new Cell(like.row(), like.column(), like.rows(), like.columns(), box, lines);
    }

    private static Page with(Page page, Cell cell, List<Cell> instead) {
        List<Cell> cells = new ArrayList<>();
        page.cells().forEach(c -> cells.addAll(c.equals(cell) ? instead : List.of(c)));
        return new Page(page.number(), page.size(), page.blocks(), cells, page.outside());
    }
}
