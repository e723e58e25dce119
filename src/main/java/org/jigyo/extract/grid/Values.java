package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.GridType;
import org.jigyo.page.Line;
import org.jigyo.sheet.Printed;

/** Cells as values of a type. What a cell does not decide is left out and doubted. */
final class Values {

    /** What a cell shall be: its type, with code list, path of a second fact and number of codes where the type needs them. */
    record Kind(GridType type, String codes, String and, Integer parts, String pattern) {
        /** Of a type that has no parts, alone in its cell. */
        Kind(GridType type, String codes) {
            this(type, codes, null, null, null);
        }

        /** The same kind without what is printed around it. */
        Kind alone() {
            return new Kind(type, codes, null, parts, null);
        }
    }

    private static final Pattern CODED = Pattern.compile(
            "([①-⑳㉑-㊿]|[0-9０-９A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻ]+(?:[-－‐.．][0-9０-９A-Za-z]+)*)(?:[\\s　.．:：]+|(?<=[①-⑳㉑-㊿]))(.*)",
            Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("(.*?)[\\s　]*[(（]([^()（）]*)[)）]", Pattern.DOTALL);
    private static final Pattern GOAL =
            Pattern.compile("(\\d{1,2})(\\.(?:[1-9]\\d?|[a-d]))?((?:[^\\d.,].*)?)", Pattern.DOTALL);
    private static final Pattern DIGIT_GAP = Pattern.compile("\\d[\\s　]+[\\d,.]|[,.][\\s　]+\\d");
    private static final Pattern PERIOD = Pattern.compile("(.*?)[~〜～-](.*)");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private static final String UNKNOWN = "\uFFFD";

    private final Notes notes;
    private final Map<String, CodeList> codes;

    Values(Notes notes, Map<String, CodeList> codes) {
        this.notes = notes;
        this.codes = codes;
    }

    /** Reads cells that together are one value; blank ones say nothing. */
    void read(List<Item> cells, Kind kind, PathTemplate path, String locator) {
        for (Item cell : cells) {
            notes.blank(path.text(), cell);
            if (kind.and() != null) {
                notes.blank(path.other(kind.and()).text(), cell);
            }
        }
        List<Item> filled = cells.stream().filter(c -> !c.blank()).toList();
        filled.forEach(c -> c.use(Item.Use.VALUE));
        if (filled.isEmpty()) {
            return;
        }
        Item first = filled.get(0);
        if (filled.stream().anyMatch(c -> c.text().contains(UNKNOWN))) {
            unreadable(path, "some of its glyphs have no text in the font, or its formula has no value", first);
            return;
        }
        if (filled.stream().anyMatch(c -> Printed.error(c.text()))) {
            unreadable(path, "an error of a spreadsheet is printed", first);
            return;
        }
        if (kind.type() == GridType.PATH) {
            path(filled, kind, path, locator);
        } else if (filled.size() > 1) {
            String message = "several cells are filled where one is expected";
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), message, first);
        } else if (kind.pattern() != null) {
            inside(first, kind, path, locator);
        } else {
            one(first, kind, path, locator);
        }
    }

    /** Values with something printed around them. */
    private void inside(Item cell, Kind kind, PathTemplate path, String locator) {
        Optional<CellPattern.Parts> parts = CellPattern.of(kind.pattern()).read(text(cell));
        if (parts.isEmpty()) {
            unreadable(path, "«" + kind.pattern() + "» is expected", cell);
            if (kind.and() != null) {
                unreadable(path.other(kind.and()), "«" + kind.pattern() + "» is expected", cell);
            }
            return;
        }
        one(cell.as(parts.get().value()), kind.alone(), path, locator);
        if (kind.and() != null
                && parts.get().and() != null
                && !Printed.blank(parts.get().and())) {
            one(cell.as(parts.get().and()), kind.alone(), path.other(kind.and()), locator);
        }
    }

    private void one(Item cell, Kind kind, PathTemplate path, String locator) {
        switch (kind.type()) {
            case TEXT -> words(text(cell), cell, kind, path, locator);
            case HTML -> words(html(cell), cell, kind, path, locator);
            case NUMBER, PERCENT, MEASURE, VALUE -> number(cell, kind.type(), path, locator);
            case DIGITS -> digits(cell, path, locator);
            case CODE -> code(cell, kind, path, locator);
            case CODED -> coded(cell, kind, path, locator);
            case WITH_UNIT -> withUnit(cell, kind, path, locator);
            case PERIOD -> period(cell, path, locator);
            case GOAL -> goal(cell, path, locator);
            case MARK -> Marks.state(notes, cell, path.text(), locator);
            case PATH -> throw new IllegalStateException("a path is read from several cells");
        }
    }

    private void state(PathTemplate path, Object value, Item cell, String locator) {
        notes.state(path.with("value", value).text(), path.has("value") ? (Object) true : value, cell, locator);
    }

    /** A text; one that is a figure or a code stands in another cell's place, one of a list that does not hold it was torn. */
    private void words(String text, Item cell, Kind kind, PathTemplate path, String locator) {
        state(path, text, cell, locator);
        if (kind.codes() == null && Foreign.is(text, codes)) {
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "a figure or a code where the form prints a text", cell);
        }
        if (kind.codes() != null && codes.get(kind.codes()).value(text).isEmpty()) {
            notes.doubt(Code.CODE_UNKNOWN, path.text(), "kept, but not in the code list " + kind.codes(), cell);
        }
    }

    private void unreadable(PathTemplate path, String message, Item cell) {
        notes.doubt(Code.VALUE_UNREADABLE, path.text(), message, cell);
    }

    static String text(Item cell) {
        return Printed.text(cell.lines().stream().map(Line::text).toList());
    }

    private static String html(Item cell) {
        List<String> lines = new ArrayList<>();
        for (String line : TAG.matcher(cell.text()).replaceAll("\n").split("\n")) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return String.join("\n", lines);
    }

    /** A cell's number, when it holds one on one line without a gap between its digits. */
    static Optional<BigDecimal> number(Item cell) {
        return cell.lines().size() != 1 || DIGIT_GAP.matcher(cell.text()).find()
                ? Optional.empty()
                : Printed.number(cell.text());
    }

    /** True for a cell that is blank or holds exactly one value of its kind. */
    boolean readable(Item cell, GridType type, String list) {
        return cell.blank()
                || switch (type) {
                    case NUMBER -> number(cell).isPresent();
                    case CODE -> codes.get(list).value(cell.text()).isPresent();
                    default -> true;
                };
    }

    private void number(Item cell, GridType type, PathTemplate path, String locator) {
        Optional<BigDecimal> number = number(cell);
        if (number.isEmpty() && type == GridType.PERCENT && cell.key().endsWith("%")) {
            number = Printed.number(cell.key().substring(0, cell.key().length() - 1));
        }
        if (number.isPresent()) {
            state(path, number.get(), cell, locator);
        } else if ((type == GridType.MEASURE || type == GridType.VALUE)
                && !DIGIT_GAP.matcher(cell.text()).find()) {
            state(path, text(cell), cell, locator);
            boolean words = type == GridType.VALUE && cell.key().chars().noneMatch(Character::isDigit);
            if (!words && !FigureWithUnit.plain(cell.key())) {
                unreadable(path, "a figure with a unit is expected", cell);
            }
        } else {
            unreadable(path, "not a number", cell);
        }
    }

    private void digits(Item cell, PathTemplate path, String locator) {
        if (cell.key().matches("\\d+")) {
            state(path, cell.key(), cell, locator);
        } else {
            unreadable(path, "not a number of digits", cell);
        }
    }

    private void code(Item cell, Kind kind, PathTemplate path, String locator) {
        Optional<String> value = codes.get(kind.codes()).value(cell.text());
        if (value.isPresent()) {
            Object stated = switch (value.get()) {
                case "true" -> true;
                case "false" -> false;
                default -> value.get();
            };
            state(path, stated, cell, locator);
        } else {
            notes.doubt(Code.CODE_UNKNOWN, path.text(), "not in the code list " + kind.codes(), cell);
        }
    }

    private void coded(Item cell, Kind kind, PathTemplate path, String locator) {
        Matcher m = CODED.matcher(text(cell));
        boolean figure = m.matches() && Printed.number(m.group(2)).isPresent();
        if (!m.matches() || figure || (kind.and() != null && m.group(2).isBlank())) {
            unreadable(path, "no code before the name", cell);
            if (kind.and() != null) {
                unreadable(path.other(kind.and()), "no code before the name", cell);
            }
            return;
        }
        Object name = m.group(2).isBlank() ? (Object) true : m.group(2).strip();
        if (kind.and() == null) {
            notes.state(path.with("code", m.group(1)).text(), name, cell, locator);
        } else {
            notes.state(path.text(), m.group(1), cell, locator);
            notes.state(path.other(kind.and()).text(), name, cell, locator);
        }
    }

    /** Codes, each in a cell, and then the name. */
    private void path(List<Item> cells, Kind kind, PathTemplate path, String locator) {
        Item last = cells.get(cells.size() - 1);
        List<String> parts = new ArrayList<>();
        for (Item cell : cells.subList(0, cells.size() - 1)) {
            parts.add(cell.text().strip());
        }
        boolean codes = (kind.parts() == null ? !parts.isEmpty() : parts.size() == kind.parts())
                && parts.stream().allMatch(p -> Printed.key(p).matches("[0-9A-Za-z-]{1,8}"));
        String fact = path.with("code", String.join("-", parts)).text();
        if (!codes || Foreign.is(last.text(), this.codes) || !notes.expected(path.text(), fact)) {
            unreadable(path, "codes and a name are expected, a cell each", cells.get(0));
        } else {
            notes.state(fact, text(last), cells.get(0), locator);
        }
    }

    private void withUnit(Item cell, Kind kind, PathTemplate path, String locator) {
        Matcher m = UNIT.matcher(text(cell));
        if (!m.matches()) {
            state(path, text(cell), cell, locator);
            unreadable(path, "no unit in brackets after the name", cell);
            unreadable(path.other(kind.and()), "no unit in brackets after the name", cell);
            // The name makes an indicator of what stands beside it.
            unreadable(path.above(), "no unit in brackets after the name", cell);
            return;
        }
        if (!Printed.blank(m.group(1))) {
            notes.state(path.text(), m.group(1).strip(), cell, locator);
        }
        if (!Printed.blank(m.group(2))) {
            notes.state(path.other(kind.and()).text(), m.group(2).strip(), cell, locator);
        }
    }

    /** Both years readable, or neither printed; half a period is kept as printed and doubted. */
    private void period(Item cell, PathTemplate path, String locator) {
        Matcher m = PERIOD.matcher(cell.key());
        String printed = cell.text().replaceAll("[\\s　]+", "");
        if (m.matches()
                && cell.key().chars().noneMatch(Character::isDigit)
                && !cell.key().contains("元")) {
            return;
        }
        state(path, printed, cell, locator);
        if (!m.matches()
                || Printed.year(m.group(1)).isEmpty()
                || Printed.year(m.group(2)).isEmpty()) {
            unreadable(path, "not a span from one fiscal year to another", cell);
        }
    }

    private void goal(Item cell, PathTemplate path, String locator) {
        Matcher m = GOAL.matcher(cell.key());
        int goal = m.matches() ? Integer.parseInt(m.group(1)) : 0;
        if (goal < 1 || goal > 17) {
            unreadable(path, "not an SDG", cell);
        } else {
            String target = m.group(2) == null ? "" : m.group(2);
            notes.state(path.with("code", goal + target).text(), true, cell, locator);
        }
    }
}
