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

/** Checks the patterns of a cell, a line or a file name. */
final class PatternCheck {

    private final Problems problems;

    PatternCheck(Problems problems) {
        this.problems = problems;
    }

    /**
     * Checks a pattern.
     *
     * @param type type of the value without a name
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
                        "«" + name + "» is not in the pattern; write it there as {" + name + "}"));
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
                        "«" + wording + "»: there is no text between " + shown(last) + " and " + shown(name)
                                + ", so it is unclear where the first ends; add the text printed between them");
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
            problems.add(at, "«" + wording + "» needs exactly one {} at the place of the value, for example {}人");
        } else if (Printed.key(rest).isEmpty() && places.size() == 1 && !wording.contains("…") && with.isEmpty()) {
            problems.add(
                    at,
                    "«" + wording + "» matches any cell; add the text printed around the value, or remove «pattern»");
        }
    }

    private void named(String wording, String name, Map<String, CellValue> with, List<String> places, String at) {
        if (!name.isEmpty() && !with.containsKey(name)) {
            problems.add(
                    at,
                    "«" + wording + "»: «with» does not define {" + name + "}" + Nearest.hint(name, with.keySet())
                            + "; add with: {" + name + ": {to: …}}");
        } else if (places.contains(name)) {
            problems.add(at, "«" + wording + "» has {" + name + "} twice");
        }
        places.add(name);
    }

    private static String shown(String name) {
        return name.equals("…") ? name : "{" + name + "}";
    }

    /** True if two adjacent values are separable: digits end where a non-digit begins. */
    private static boolean parted(String one, String other, GridType type, Map<String, CellValue> with) {
        return digits(one, type, with) != digits(other, type, with) && (one.equals("…") || other.equals("…"));
    }

    private static boolean digits(String name, GridType type, Map<String, CellValue> with) {
        CellValue value = with.get(name);
        GridType own = value == null || value.type() == null ? type : value.type();
        return !name.equals("…") && own == GridType.DIGITS;
    }

    /** Checks the currency unit of amounts. */
    void currency(Label currency, String to, String at) {
        if (!PathCheck.cost(to)) {
            problems.add(at, "«currency» is only for amounts (costs/…), but the path is «" + to + "»");
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
                                + "» is not a currency unit; use 円, 千円, 万円, 百万円 or 億円, or the printed text with {unit} in its place: （単位：{unit}）");
            } else if (!unit && Printed.key(rest).isEmpty()) {
                problems.add(at, "«" + wording + "» matches any text; add the text printed around {unit}");
            }
        }
    }
}
