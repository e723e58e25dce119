package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;
import org.jigyo.layout.CodeList;
import org.jigyo.page.Ring;
import org.jigyo.sheet.Printed;

/**
 * Reads options in one cell, each preceded by a mark (■直営 □委託), or one of them with a circle drawn around it. The whole cell must
 * consist of options and marks, with every option once; an ambiguous cell is not read.
 */
final class OptionsReader {

    private static final String BETWEEN = "・、，,/／|｜";

    private final Notes notes;
    private final Map<String, String> options;
    private final Marks marks;

    /** An option with its mark, and where it stands in the cell's key. */
    private record Choice(String option, boolean chosen, int from, int to) {}

    OptionsReader(Notes notes, CodeList codes, Marks marks) {
        this.notes = notes;
        this.marks = marks;
        this.options = codes.keys();
    }

    void read(Item cell, PathTemplate path, String locator) {
        List<List<Choice>> readings = new ArrayList<>();
        divide(cell.key(), 0, new ArrayList<>(), readings);
        boolean list = path.has("value");
        if (readings.size() != 1) {
            String message = readings.isEmpty()
                    ? "not all options are printed exactly once, each with a mark"
                    : "its marks can belong to the options in more than one way";
            doubt(readings.isEmpty() ? Code.VALUE_UNREADABLE : Code.SLOT_AMBIGUOUS, message, cell, path);
            return;
        }
        Set<String> chosen = new LinkedHashSet<>();
        readings.get(0).stream().filter(Choice::chosen).forEach(c -> chosen.add(options.get(c.option())));
        if (marks.circled() && !ringed(cell, readings.get(0), chosen)) {
            doubt(Code.SLOT_AMBIGUOUS, "a circle is drawn around more than one option, or around none", cell, path);
            return;
        }
        if (marks.circled() && chosen.isEmpty()) {
            doubt(Code.VALUE_MISSING, "no option is circled", cell, path);
            return;
        }
        if (!list && chosen.size() > 1) {
            doubt(Code.SLOT_AMBIGUOUS, "more than one option is marked: " + String.join(", ", chosen), cell, path);
            return;
        }
        chosen.forEach(value ->
                notes.state(path.with("value", value).text(), list ? (Object) true : truth(value), cell, locator));
    }

    /** Adds the options around which something is drawn; false when one of the drawings stands around no single option. */
    private boolean ringed(Item cell, List<Choice> choices, Set<String> chosen) {
        for (Ring ring : cell.rings()) {
            Set<Integer> places = ring.letters().stream()
                    .map(l -> Printed.key(cell.text().substring(0, l)).length())
                    .collect(Collectors.toSet());
            List<Choice> inside = choices.stream()
                    .filter(c -> places.stream().anyMatch(p -> p >= c.from() && p < c.to()))
                    .toList();
            if (inside.size() != 1) {
                return false;
            }
            chosen.add(options.get(inside.get(0).option()));
        }
        return true;
    }

    private static Object truth(String value) {
        return value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
    }

    private void doubt(Code code, String message, Item cell, PathTemplate path) {
        if (path.has("value")) {
            options.values().stream()
                    .distinct()
                    .forEach(v -> notes.doubt(code, path.with("value", v).text(), message, cell));
        } else {
            notes.doubt(code, path.text(), message, cell);
        }
    }

    private void divide(String key, int from, List<Choice> taken, List<List<Choice>> readings) {
        if (readings.size() > 1) {
            return;
        }
        int at = from;
        while (at < key.length() && BETWEEN.indexOf(key.charAt(at)) >= 0) {
            at++;
        }
        if (at == key.length()) {
            if (taken.size() == options.size() && !readings.contains(taken)) {
                readings.add(List.copyOf(taken));
            }
            return;
        }
        for (String option : options.keySet()) {
            if (taken.stream().noneMatch(c -> c.option().equals(option))) {
                for (Map.Entry<String, Boolean> form : forms(option).entrySet()) {
                    if (key.startsWith(form.getKey(), at)) {
                        List<Choice> more = new ArrayList<>(taken);
                        more.add(new Choice(
                                option, form.getValue(), at, at + form.getKey().length()));
                        divide(key, at + form.getKey().length(), more, readings);
                    }
                }
            }
        }
    }

    /** How an option is printed, when chosen and when not. */
    private Map<String, Boolean> forms(String option) {
        Map<String, Boolean> forms = new LinkedHashMap<>();
        marks.chosen().forEach(m -> forms.put(m + option, true));
        marks.open().forEach(m -> forms.put(m + option, false));
        if (marks.open().isEmpty()) {
            forms.put(option, false);
        }
        int digits = 0;
        while (digits < option.length() && Character.isDigit(option.charAt(digits)) && digits < 2) {
            digits++;
        }
        int number = digits == 0 ? 0 : Integer.parseInt(option.substring(0, digits));
        if (marks.circled() && number >= 1 && number <= 20) {
            forms.put((char) ('①' + number - 1) + option.substring(digits), true);
        }
        return forms;
    }
}
