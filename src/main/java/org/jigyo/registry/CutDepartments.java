package org.jigyo.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Printed departments that are only the beginning of another department's name, because the cell was cut off
 * («…部スマートシティ» for «…部スマートシティ戦略室»). Which unit is meant remains undecided until a person decides.
 */
final class CutDepartments {

    /** Name of the rule in the review file. */
    static final String RULE = "cut-department";

    /**
     * A name that was cut off.
     *
     * @param units the printed units, largest first; the last one is incomplete
     * @param wholes names, without slashes, that begin with it
     */
    private record Cut(List<String> units, List<String> wholes) {}

    private final Map<String, List<String>> decided = new HashMap<>();
    private final TreeMap<String, Cut> open = new TreeMap<>();

    /**
     * Compares the departments of sheets with each other.
     *
     * @param names splits a printed department
     */
    CutDepartments(String city, DepartmentNames names, List<Appearance> sheets, Decisions decisions) {
        List<String> endings = Tables.resource("unit-endings.tsv", 1).stream()
                .map(row -> row.get(0))
                .toList();
        TreeMap<String, List<String>> printed = new TreeMap<>();
        sheets.forEach(sheet -> {
            List<String> units = names.path(city, sheet.department(), null);
            printed.put(String.join("", units), units);
        });
        for (String name : printed.keySet()) {
            if (name.isEmpty() || endings.stream().anyMatch(name::endsWith)) {
                continue;
            }
            List<String> wholes = printed.tailMap(name, false).keySet().stream()
                    .takeWhile(other -> other.startsWith(name))
                    .filter(other -> endings.stream().anyMatch(other::endsWith))
                    .filter(other -> !Boolean.FALSE.equals(decisions.names(doubt(name, other))))
                    .toList();
            Optional<String> meant = wholes.stream()
                    .filter(whole -> decisions.names(doubt(name, whole)) != null)
                    .findFirst();
            if (meant.isPresent()) {
                decided.put(name, printed.get(meant.get()));
            } else if (!wholes.isEmpty()) {
                open.put(name, new Cut(beginning(printed.get(wholes.get(0)), name), wholes));
            }
        }
    }

    /** The leading units that together form the beginning of a name. */
    private static List<String> beginning(List<String> units, String name) {
        List<String> cut = new ArrayList<>();
        int left = name.length();
        for (String unit : units) {
            if (left > 0) {
                cut.add(unit.substring(0, Math.min(left, unit.length())));
                left -= unit.length();
            }
        }
        return cut;
    }

    /** The units that a printed department names, or, while that is open, those of which something is printed. */
    List<String> units(List<String> printed) {
        String name = String.join("", printed);
        return open.containsKey(name) ? open.get(name).units() : decided.getOrDefault(name, printed);
    }

    /** True if units, as returned by {@link #units}, end with one that was cut off. */
    boolean open(List<String> units) {
        return open.containsKey(String.join("", units));
    }

    /** For each name that was cut off, the whole names that it may be. */
    List<NameDoubt> doubts() {
        List<NameDoubt> doubts = new ArrayList<>();
        open.forEach((name, cut) -> cut.wholes().forEach(whole -> doubts.add(doubt(name, whole))));
        return doubts;
    }

    private static NameDoubt doubt(String name, String whole) {
        return new NameDoubt("", name, whole, RULE);
    }
}
