package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.FigureWithUnit;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Layout;
import org.jigyo.page.Line;
import org.jigyo.sheet.Printed;

/** Reads cells as values of a type. An ambiguous cell is left out and doubted. */
final class Values {

    private static final Pattern TORN =
            Pattern.compile("[\\d,.]\\h*\\R\\h*\\d|\\d\\h*\\R\\h*[,.]\\d", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PERIOD = Pattern.compile("(.*?)[~〜～-](.*)");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private static final String UNKNOWN = "\uFFFD";

    private final Notes notes;
    private final Layout layout;
    private final Map<String, CodeList> codes;
    private final CodedValues coded;

    Values(Notes notes, Layout layout) {
        this.notes = notes;
        this.layout = layout;
        this.codes = layout.codes();
        this.coded = new CodedValues(notes, codes);
    }

    /** Reads cells that together form one value; blank cells give none. */
    void read(List<Item> cells, CellKind kind, PathTemplate path, String locator) {
        List<PathTemplate> facts = facts(kind, path);
        List<Item> filled = new ArrayList<>();
        for (Item cell : cells) {
            if (cell.blank()) {
                facts.forEach(fact -> notes.blank(fact.text(), cell));
            } else {
                cell.use(Item.Use.VALUE);
                filled.add(cell);
            }
        }
        if (filled.isEmpty()) {
            return;
        }
        Item first = filled.get(0);
        for (PathTemplate fact : facts) {
            String glob = fact.text();
            if (glob.indexOf('*') >= 0) {
                filled.forEach(c -> notes.key(glob, c));
            }
        }
        String unreadable = unreadable(filled);
        if (unreadable != null) {
            facts.forEach(fact -> notes.unreadable(fact, unreadable, first));
        } else if (kind.type() == GridType.PATH) {
            coded.path(filled, kind, path, locator);
        } else if (filled.size() > 1) {
            String message = "several cells are filled, but one is expected";
            facts.forEach(fact -> notes.doubt(Code.SLOT_AMBIGUOUS, fact.text(), message, first));
        } else if (kind.split() != null) {
            List<String> parts = CellDivision.split(first, kind.split());
            for (int i = 0; i < parts.size(); i++) {
                value(first.as(parts.get(i)), kind.one(), path.with("n", i + 1), locator);
            }
        } else {
            value(first, kind, path, locator);
        }
    }

    /** Why nothing can be read of some cells, or null. */
    private static String unreadable(List<Item> cells) {
        String why = null;
        for (Item cell : cells) {
            if (cell.text().contains(UNKNOWN)) {
                return "some of its glyphs are not mapped to text by the font, or its formula has no value";
            }
            if (cell.key().startsWith("#") && Printed.error(cell.text())) {
                why = "a spreadsheet error is printed";
            }
        }
        return why;
    }

    /** All facts that a cell can give. */
    List<PathTemplate> facts(CellKind kind, PathTemplate path) {
        if (kind.and() == null && kind.with().isEmpty()) {
            return List.of(path);
        }
        List<PathTemplate> facts = new ArrayList<>(List.of(path));
        if (kind.and() != null) {
            facts.add(path.other(kind.and()));
        }
        kind.with().values().forEach(v -> facts.add(path.other(v.to())));
        return facts;
    }

    private void value(Item cell, CellKind kind, PathTemplate path, String locator) {
        if (kind.pattern() == null) {
            one(cell, kind, path, locator);
            return;
        }
        inside(cell, text(cell), kind, path, locator);
        if (torn(cell)) {
            String message = "a figure may be broken between two lines of the cell";
            facts(kind, path).forEach(fact -> notes.doubt(Code.SLOT_AMBIGUOUS, fact.text(), message, cell));
        }
    }

    /** True if a line ends and the next one begins with a digit. */
    private static boolean torn(Item cell) {
        return TORN.matcher(cell.text()).find();
    }

    /** Reads values with text around them, from a text at an item. */
    void inside(Item cell, String text, CellKind kind, PathTemplate path, String locator) {
        List<Map<String, String>> readings = kind.pattern().readings(text);
        if (readings.size() != 1) {
            String message = "«" + kind.pattern() + "» is expected"
                    + (readings.isEmpty() ? "" : ", but the cell can be split in two ways");
            Code code = readings.isEmpty() ? Code.VALUE_UNREADABLE : Code.SLOT_AMBIGUOUS;
            facts(kind, path).forEach(fact -> notes.doubt(code, fact.text(), message, cell));
            return;
        }
        readings.get(0).forEach((name, value) -> {
            if (Printed.blank(value)) {
                return;
            }
            if (name.equals(CellPattern.OWN)) {
                one(cell.as(value), kind.alone(), path, locator);
            } else {
                CellValue other = kind.with().get(name);
                one(cell.as(value), kind.other(other), path.other(other.to()), locator);
            }
        });
    }

    private void one(Item cell, CellKind kind, PathTemplate path, String locator) {
        switch (kind.type()) {
            case TEXT -> words(text(cell), cell.key(), cell, kind, path, locator);
            case HTML -> words(html(cell), Printed.key(html(cell)), cell, kind, path, locator);
            case NUMBER, AMOUNT, PERCENT, MEASURE, VALUE -> number(cell, kind, path, locator);
            case DIGITS -> digits(cell, path, locator);
            case CODE -> code(cell, kind, path, locator);
            case CODED -> coded.name(cell, kind, path, locator);
            case WITH_UNIT -> coded.withUnit(cell, kind, path, locator);
            case PERIOD -> period(cell, path, locator);
            case GOAL -> coded.goal(cell, kind, path, locator);
            case MARK -> Marks.of(kind.marks(), layout.marks()).state(notes, cell, path.text(), locator);
            case OPTIONS ->
                new OptionsReader(notes, codes.get(kind.codes()), Marks.of(kind.marks(), layout.marks()))
                        .read(cell, path, locator);
            case PATH -> throw new IllegalStateException("a path is read from several cells");
        }
    }

    private void state(PathTemplate path, Object value, Item cell, String locator) {
        PathTemplate whole = path.asks("value") ? path.with("value", value) : path;
        notes.state(whole.text(), path.has("value") ? (Object) true : value, cell, locator);
    }

    /** Reads a text. A figure or code is in the wrong cell; a text that is not in its code list may be torn. */
    private void words(String text, String key, Item cell, CellKind kind, PathTemplate path, String locator) {
        state(path, text, cell, locator);
        if (kind.codes() == null && CodedValues.foreign(text, key, codes)) {
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "a figure or code is printed, but a text is expected", cell);
        }
        if (Printed.ditto(cell.key())) {
            notes.doubt(Code.SLOT_AMBIGUOUS, path.text(), "the sign stands for what another cell says", cell);
        }
        if (kind.codes() != null && codes.get(kind.codes()).value(text).isEmpty()) {
            notes.doubt(
                    Code.CODE_UNKNOWN, path.text(), "kept, although it is not in the code list " + kind.codes(), cell);
        }
    }

    static String text(Item cell) {
        return cell.lines().size() == 1
                ? Printed.canonical(cell.text()).strip()
                : Printed.text(cell.lines().stream().map(Line::text).toList());
    }

    private static String html(Item cell) {
        Stream<String> lines = TAG.matcher(cell.text()).replaceAll("\n").lines();
        return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** True for a cell that is blank or has the shape of its kind. */
    boolean fits(Item cell, CellKind kind) {
        if (cell.blank() || kind.split() != null) {
            return true;
        }
        if (kind.pattern() != null) {
            return !kind.pattern().readings(text(cell)).isEmpty();
        }
        return switch (kind.type()) {
            case TEXT, HTML -> kind.codes() != null || !CodedValues.foreign(cell.text(), cell.key(), codes);
            case DIGITS -> cell.key().matches("\\d+");
            case PERCENT, MEASURE -> cell.key().matches(".*\\d.*");
            case MARK -> Marks.of(kind.marks(), layout.marks()).possible(cell.key());
            default -> readable(cell, kind.type(), kind.codes());
        };
    }

    /** True for a cell that is blank or holds exactly one value of its kind. */
    boolean readable(Item cell, GridType type, String list) {
        return cell.blank()
                || switch (type) {
                    case NUMBER -> cell.number().isPresent();
                    case CODE -> codes.get(list).value(cell.text()).isPresent();
                    default -> true;
                };
    }

    private void number(Item cell, CellKind kind, PathTemplate path, String locator) {
        GridType type = kind.type();
        Optional<BigDecimal> number = cell.number();
        Integer unit = kind.unit();
        if (number.isEmpty() && type == GridType.AMOUNT) {
            MoneyUnits.Amount amount = MoneyUnits.Amount.of(cell.text());
            number = cell.as(amount.figure()).number();
            unit = amount.unit() == null ? unit : amount.unit();
        }
        if (number.isEmpty() && type == GridType.PERCENT && cell.key().endsWith("%")) {
            number = Printed.number(cell.key().substring(0, cell.key().length() - 1));
        }
        if (number.isPresent()) {
            state(path, number.get(), cell, locator);
            unit(unit, cell, path, locator);
        } else if ((type == GridType.MEASURE || type == GridType.VALUE) && !cell.gap()) {
            state(path, text(cell), cell, locator);
            boolean words = type == GridType.VALUE && cell.key().chars().noneMatch(Character::isDigit);
            if (!words && !FigureWithUnit.plain(cell.key())) {
                notes.unreadable(path, "a figure with a unit is expected", cell);
            }
        } else {
            notes.unreadable(path, type == GridType.AMOUNT ? "not an amount" : "not a number", cell);
        }
    }

    /** Records the currency unit of an amount if it differs from the form's. */
    private void unit(Integer unit, Item cell, PathTemplate path, String locator) {
        if (unit != null && !unit.equals(layout.currencyUnit())) {
            notes.state(path.text() + "/unit", BigDecimal.valueOf(unit), cell, locator);
        }
    }

    private void digits(Item cell, PathTemplate path, String locator) {
        if (cell.key().matches("\\d+")) {
            state(path, cell.key(), cell, locator);
        } else {
            notes.unreadable(path, "not a number of digits", cell);
        }
    }

    private void code(Item cell, CellKind kind, PathTemplate path, String locator) {
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

    /**
     * Reads a period: both years must be readable, or neither printed; half a period is kept as printed and doubted.
     */
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
            notes.unreadable(path, "not a range of fiscal years", cell);
        }
    }
}
