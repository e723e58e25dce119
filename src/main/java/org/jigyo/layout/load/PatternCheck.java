package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jigyo.layout.CellValue;
import org.jigyo.layout.CurrencyUnit;
import org.jigyo.layout.GridType;
import org.jigyo.layout.Label;
import org.jigyo.sheet.Printed;

/** Checks what is printed around the values of a cell, a line or a file name. */
final class PatternCheck {

    private final Problems problems;

    PatternCheck(Problems problems) {
        this.problems = problems;
    }

    /**
     * Checks a pattern.
     *
     * @param type of the value without a name
     * @param with the values with a name
     */
    void check(Label pattern, GridType type, Map<String, CellValue> with, String at) {
        Set<String> used = new TreeSet<>();
        for (String wording : pattern == null ? List.<String>of() : pattern.wordings()) {
            wording(wording, type, with, used, at);
        }
        with.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> problems.addKey(
                        at.substring(0, at.lastIndexOf('/')) + "/with",
                        name,
                        "«" + name + "» is not in the pattern; there it stands in braces: {" + name + "}"));
    }

    private void wording(String wording, GridType type, Map<String, CellValue> with, Set<String> used, String at) {
        List<String> places = new ArrayList<>();
        Matcher m = CellValue.PLACE.matcher(wording);
        int end = -1;
        String last = "";
        while (m.find()) {
            String name = m.group(1) == null ? "…" : m.group(1);
            if (end >= 0
                    && Printed.key(wording.substring(end, m.start())).isEmpty()
                    && !parted(last, name, type, with)) {
                problems.add(
                        at,
                        "«" + wording + "»: nothing is printed between " + shown(last) + " and " + shown(name)
                                + ", so that nobody can tell where one ends");
            }
            if (m.group(1) != null) {
                named(wording, name, with, places, at);
            }
            end = m.end();
            last = name;
        }
        used.addAll(places);
        String rest = CellValue.PLACE.matcher(wording).replaceAll("");
        if (rest.matches("(?s).*[{}].*") || !places.contains("")) {
            problems.add(at, "«" + wording + "» needs one {} where the value stands: {}人");
        } else if (Printed.key(rest).isEmpty() && places.size() == 1 && !wording.contains("…") && with.isEmpty()) {
            problems.add(at, "«" + wording + "» would be any cell: it needs what is printed around the value");
        }
    }

    private void named(String wording, String name, Map<String, CellValue> with, List<String> places, String at) {
        if (!name.isEmpty() && !with.containsKey(name)) {
            problems.add(
                    at,
                    "«" + wording + "»: «with» does not say what {" + name + "} is" + Nearest.hint(name, with.keySet())
                            + "; with: {" + name + ": {to: …}}");
        } else if (places.contains(name)) {
            problems.add(at, "«" + wording + "» has {" + name + "} twice");
        }
        places.add(name);
    }

    private static String shown(String name) {
        return name.equals("…") ? name : "{" + name + "}";
    }

    /** Digits end where there are no more. */
    private static boolean parted(String one, String other, GridType type, Map<String, CellValue> with) {
        return digits(one, type, with) != digits(other, type, with) && (one.equals("…") || other.equals("…"));
    }

    private static boolean digits(String name, GridType type, Map<String, CellValue> with) {
        CellValue value = with.get(name);
        GridType own = value == null || value.type() == null ? type : value.type();
        return !name.equals("…") && own == GridType.DIGITS;
    }

    /** Checks the unit of amounts. */
    void currency(Label currency, String to, String at) {
        if (!PathCheck.cost(to)) {
            problems.add(at, "only amounts have a unit, and «" + to + "» is none");
        }
        for (String wording : currency.wordings()) {
            boolean unit =
                    currency.wordings().size() == 1 && CurrencyUnit.yen(wording).isPresent();
            String rest = wording.replaceFirst("\\{unit\\}", "").replaceAll("…", "");
            boolean place = wording.contains(CurrencyUnit.PLACE) && !rest.matches("(?s).*[{}].*");
            if (!unit && !place) {
                problems.add(
                        at,
                        "«" + wording
                                + "» is no unit of amounts: 円, 千円, 万円, 百万円, 億円, or what is printed with {unit} in its place: （単位：{unit}）");
            } else if (!unit && Printed.key(rest).isEmpty()) {
                problems.add(at, "«" + wording + "» would be any text: it needs what is printed around {unit}");
            }
        }
    }
}
