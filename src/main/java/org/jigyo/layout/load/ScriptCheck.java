package org.jigyo.layout.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Script;
import org.jigyo.layout.ScriptChunk;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks a {@code script}. */
final class ScriptCheck {

    /** A page is tried in each order, with and without each optional chunk, and for each count. */
    private static final long MOST_VARIANTS = 256;

    private static final int MOST = 100;
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}?");

    /** The paths of types that determine their facts themselves. */
    private static final Map<SlotType, String> FIXED = new EnumMap<>(Map.of(
            SlotType.ACCOUNT, "budgetAccounts/{code}",
            SlotType.GOAL, "sdgs/{code}",
            SlotType.PLEDGES, "pledges/{code}",
            SlotType.PATHS, "policies/{code}"));

    private final Script script;
    private final PathCheck paths;
    private final LabelCheck labels;
    private final Problems problems;

    ScriptCheck(Script script, PathCheck paths, Problems problems) {
        this.script = script;
        this.paths = paths;
        this.problems = problems;
        this.labels = new LabelCheck(problems);
    }

    void check() {
        boolean year = false;
        for (int p = 0; p < script.pages().size(); p++) {
            ScriptPage page = script.pages().get(p);
            String at = "/script/pages/" + p;
            variants(page, at);
            for (int c = 0; c < page.chunks().size(); c++) {
                ScriptChunk chunk = page.chunks().get(c);
                for (int e = 0; e < chunk.elements().size(); e++) {
                    ScriptElement element = chunk.elements().get(e);
                    year |= element.slot() == SlotType.YEAR || element.slot() == SlotType.YEARS;
                    element(element, page, at + "/chunks/" + c + "/elements/" + e);
                }
            }
        }
        if (!year) {
            problems.add("/script", "no element reads the fiscal year; add {slot: year, to: fiscalYear}");
        }
    }

    private void variants(ScriptPage page, String at) {
        long variants = page.order() == ScriptPage.Order.EITHER ? 2 : 1;
        for (ScriptChunk chunk : page.chunks()) {
            variants = Math.min(MOST_VARIANTS + 1, variants * (chunk.optional() ? 2 : 1));
        }
        for (Map.Entry<String, Integer> count : page.counts().entrySet()) {
            range(count.getValue(), 0, MOST, KeyCheck.in(at + "/counts", count.getKey()));
            variants = Math.min(MOST_VARIANTS + 1, variants * Math.max(1, count.getValue() + 1L));
        }
        if (variants > MOST_VARIANTS) {
            problems.add(
                    at,
                    "the page can be drawn in more than " + MOST_VARIANTS
                            + " ways; use fewer optional chunks or smaller counts");
        }
    }

    private void range(Integer value, int least, int most, String at) {
        if (value != null && (value < least || value > most)) {
            String key = at.replaceAll("/\\d+$", "");
            problems.add(
                    at,
                    "«" + key.substring(key.lastIndexOf('/') + 1) + "» is a number from " + least + " to " + most
                            + ", not " + value);
        }
    }

    private void element(ScriptElement element, ScriptPage page, String at) {
        range(element.times(), 1, MOST, at + "/times");
        range(element.most(), 1, MOST, at + "/most");
        range(element.digits(), 1, MOST, at + "/digits");
        range(element.decimals(), 0, 9, at + "/decimals");
        range(element.lines(), 1, MOST, at + "/lines");
        range(element.longer(), 1, 10_000, at + "/longer");
        for (int y = 0; y < element.years().size(); y++) {
            if (!LabelCheck.near(element.years().get(y))) {
                problems.add(at + "/years/" + y, "«years» are offsets from the evaluated year, such as -1, 0, 1");
            }
        }
        for (int s = 0; s < element.slots().size(); s++) {
            range(element.slots().get(s), 1, 99, at + "/slots/" + s);
        }
        per(element, page, at);
        if (element.label() != null) {
            labels.literal(element.label(), false, at + "/label");
            if (element.to() != null) {
                problems.addKey(at, "to", "a label cannot have a path; remove «to», or use «slot» for a value");
            }
        } else {
            slot(element, at);
        }
        if (element.rightOf() != null) {
            labels.literal(element.rightOf(), false, at + "/right-of");
        }
    }

    private void per(ScriptElement element, ScriptPage page, String at) {
        if (element.per() == null) {
            boolean one = element.slot() != SlotType.ROW && element.slot() != SlotType.YEARS;
            if (one && element.slots().size() > 1) {
                problems.add(
                        at + "/slots",
                        "the value is printed once for each of several slots; add «per» here and «counts» at the page to say how many");
            }
            return;
        }
        Integer most = page.counts().get(element.per());
        if (most == null) {
            problems.add(
                    at + "/per",
                    "the page does not define the count «" + element.per() + "»"
                            + Nearest.hint(element.per(), page.counts().keySet()) + "; counts: {"
                            + element.per() + ": 4}");
        } else if (!element.slots().isEmpty() && element.slots().size() < most) {
            problems.add(
                    at + "/slots",
                    "«" + element.per() + "» goes up to " + most + ", but there are "
                            + element.slots().size() + " slots");
        }
    }

    private void slot(ScriptElement element, String at) {
        if ((element.slot() == SlotType.CODE || element.slot() == SlotType.GOAL) && element.codes() == null) {
            problems.add(at, "slot " + KeyCheck.word(element.slot()) + " needs a code list; add codes: name");
            return;
        }
        if (element.slot() == SlotType.YEARS) {
            if (element.years().isEmpty()) {
                problems.add(at, "slot years needs the offsets of the years; add years: [-1, 0]");
            }
            if (element.to() != null) {
                problems.addKey(at, "to", "slot years only verifies the columns and has no path; remove «to»");
            }
            return;
        }
        String fixed = FIXED.get(element.slot());
        if (fixed != null) {
            if (element.to() != null) {
                problems.addKey(at, "to", "slot " + KeyCheck.word(element.slot()) + " always has the path " + fixed);
            }
            paths.check(fixed, element.slot() == SlotType.PLEDGES ? Holds.TRUE : Holds.NAME, at);
        } else if (element.to() == null) {
            problems.add(at, "slot " + KeyCheck.word(element.slot()) + " needs «to», the path of its fact");
        } else if (places(element, at + "/to")) {
            path(element, at + "/to");
        }
    }

    private boolean places(ScriptElement element, String at) {
        boolean right = true;
        Matcher m = PLACE.matcher(element.to());
        while (m.find()) {
            boolean slot = m.group().equals("{slot}");
            if (slot && element.slots().isEmpty()) {
                problems.add(at, "nothing fills {slot}; add slots: [1, 2]");
                right = false;
            } else if (!slot && !YearTemplate.PLACE.matcher(m.group()).matches()) {
                String hint = Nearest.hint(m.group(), List.of("{slot}", "{year}"));
                problems.add(
                        at, "«" + m.group() + "» is not a placeholder" + hint + "; placeholders are {slot} and {year}");
                right = false;
            } else if (!slot) {
                labels.year(m.group(), at);
            }
        }
        boolean columns = !element.years().isEmpty() && !element.to().contains("{year}");
        if (columns) {
            problems.add(
                    at,
                    "the years of the columns are not used, because «" + element.to()
                            + "» has no {year}; add it to the path");
        }
        if (element.slots().size() > 1 && !element.to().contains("{slot}")) {
            problems.add(
                    at, "the slots are not used, because «" + element.to() + "» has no {slot}; add it to the path");
        }
        return right && !columns;
    }

    private void path(ScriptElement element, String at) {
        Holds reads = switch (element.slot()) {
            case YEAR -> Holds.YEAR;
            case ROW -> element.codes() == null ? Holds.NUMBER : paths.through(element.codes(), element.to(), at);
            // A value printed in a cell of its own is kept as text.
            default -> Holds.TEXT;
        };
        if (element.slot() != SlotType.ROW && element.years().size() > 1) {
            problems.add(at, "a single value has one year; for several years use slot row");
        }
        for (int slot : element.slots().isEmpty() ? List.of(0) : element.slots()) {
            paths.check(element.to().replace("{slot}", String.valueOf(slot)), element.years(), reads, at);
        }
    }
}
