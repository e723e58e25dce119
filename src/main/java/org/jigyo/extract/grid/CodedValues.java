package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.SdgCode;

/** Reads values that consist of a code and a name, or of a name and its unit. */
final class CodedValues {

    private static final Pattern CODED = Pattern.compile(
            "([①-⑳㉑-㊿]|[0-9０-９A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻ]+(?:[-－‐.．][0-9０-９A-Za-z]+)*)(?:[\\s　.．:：]+|(?<=[①-⑳㉑-㊿]))(.*)",
            Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("(.*?)[\\s　]*[(（]([^()（）]*)[)）]", Pattern.DOTALL);
    private static final Pattern GOAL =
            Pattern.compile("(\\d{1,2})(\\.(?:\\d{1,2}|[a-d]))?([^\\d.,].*)?", Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile("[IVX]+-\\d{1,2}");
    private static final Pattern AMOUNT = Pattern.compile("\\([^()]*\\)[▲△-]?[\\d,.]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{2,}(?:-\\d+){2,}[\\s　]+\\S.*", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("0?([1-9]\\d?)([^\\d.,].+)", Pattern.DOTALL);

    private final Notes notes;
    private final Map<String, CodeList> codes;

    CodedValues(Notes notes, Map<String, CodeList> codes) {
        this.notes = notes;
        this.codes = codes;
    }

    void name(Item cell, CellKind kind, PathTemplate path, String locator) {
        Matcher m = CODED.matcher(Values.text(cell));
        boolean figure = m.matches() && Printed.number(m.group(2)).isPresent();
        if (!m.matches() || figure || (kind.and() != null && m.group(2).isBlank())) {
            notes.unreadable(path, "there is no code before the name", cell);
            if (kind.and() != null) {
                notes.unreadable(path.other(kind.and()), "there is no code before the name", cell);
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

    /** Reads codes, each in a cell, followed by the name. */
    void path(List<Item> cells, CellKind kind, PathTemplate path, String locator) {
        Item last = cells.get(cells.size() - 1);
        List<String> parts = new ArrayList<>();
        for (Item cell : cells.subList(0, cells.size() - 1)) {
            parts.add(cell.text().strip());
        }
        boolean coded = (kind.parts() == null ? !parts.isEmpty() : parts.size() == kind.parts())
                && parts.stream().allMatch(p -> Printed.key(p).matches("[0-9A-Za-z-]{1,8}"));
        String fact = path.with("code", String.join("-", parts)).text();
        if (!coded || foreign(last.text(), last.key(), codes) || !notes.expected(path.text(), fact)) {
            notes.unreadable(path, "codes and a name are expected, each in its own cell", cells.get(0));
        } else {
            notes.state(fact, Values.text(last), cells.get(0), locator);
        }
    }

    void withUnit(Item cell, CellKind kind, PathTemplate path, String locator) {
        Matcher m = UNIT.matcher(Values.text(cell));
        if (!m.matches()) {
            notes.state(path.text(), Values.text(cell), cell, locator);
            notes.unreadable(path, "there is no unit in brackets after the name", cell);
            notes.unreadable(path.other(kind.and()), "there is no unit in brackets after the name", cell);
            // The name turns the values next to it into an indicator.
            notes.unreadable(path.above(), "there is no unit in brackets after the name", cell);
            return;
        }
        if (!Printed.blank(m.group(1))) {
            notes.state(path.text(), m.group(1).strip(), cell, locator);
        }
        if (!Printed.blank(m.group(2))) {
            notes.state(path.other(kind.and()).text(), m.group(2).strip(), cell, locator);
        }
    }

    /** Reads a goal or target. If the form prints names, its number is followed by the name in the code list. */
    void goal(Item cell, CellKind kind, PathTemplate path, String locator) {
        Matcher m = GOAL.matcher(cell.key());
        String target = m.matches() && m.group(2) != null ? m.group(2) : "";
        String code = m.matches() ? Integer.parseInt(m.group(1)) + target : "";
        if (!SdgCode.goal(code) && !SdgCode.target(code)) {
            notes.unreadable(path, "not an SDG", cell);
            return;
        }
        String fact = path.with("code", code).text();
        notes.state(fact, true, cell, locator);
        if (kind.codes() != null) {
            named(code, m.group(3), codes.get(kind.codes()), path, cell);
        }
    }

    /** Doubts a goal with another name than its own: its number may be torn, or the name's goal is meant. */
    private void named(String code, String name, CodeList names, PathTemplate path, Item cell) {
        if (names.value(code).map(Printed::key).equals(Optional.ofNullable(name))) {
            return;
        }
        String message = "the name beside its number differs from the one in the code list";
        notes.doubt(Code.CODE_UNKNOWN, path.with("code", code).text() + "*", message, cell);
        for (int goal = 1; goal <= SdgCode.GOALS; goal++) {
            String other = String.valueOf(goal);
            if (name != null && names.value(other).map(Printed::key).equals(Optional.of(name))) {
                notes.doubt(Code.CODE_UNKNOWN, path.with("code", other).text(), message, cell);
            }
        }
    }

    /**
     * True for text that does not belong in a cell for texts: a figure (alone or after its unit in brackets), a value of one of the code lists, an account, a plan
     * element, or a numbered name.
     *
     * @param key the key of the text
     */
    static boolean foreign(String text, String key, Map<String, CodeList> codes) {
        // Most texts of a list begin with a letter, which none of the expressions does.
        char begin = key.isEmpty() ? 0 : key.charAt(0);
        boolean digit = Character.isDigit(begin);
        Matcher numbered = NUMBERED.matcher(digit ? key : "");
        boolean name = numbered.matches();
        return Printed.number(key).isPresent()
                || (begin == '(' && AMOUNT.matcher(key).matches())
                || ("IVX".indexOf(begin) >= 0 && PLACE.matcher(key).matches())
                || (digit && ACCOUNT.matcher(text).matches())
                || codes.values().stream()
                        .anyMatch(list -> list.ofKey(key).isPresent() || (name && numbered(list, numbered)));
    }

    /** True for a number followed by its name in a code list, or by the beginning of that name. */
    private static boolean numbered(CodeList names, Matcher m) {
        return names.value(m.group(1))
                .map(Printed::key)
                .filter(name -> name.startsWith(m.group(2)) || m.group(2).startsWith(name))
                .isPresent();
    }
}
