package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.SlotType;
import org.jigyo.layout.YearTemplate;

/**
 * One element of a script at one place, with repetitions expanded.
 *
 * @param element the element of the layout
 * @param place its place in the layout, for evidence
 * @param paths paths of the columns in the order of the numbers, with placeholders for years
 * @param fields the fields that an issue about this step names: its paths, with a star for the year
 * @param id identifies the same step in other variants of the script
 */
record Step(ScriptElement element, String place, List<String> paths, List<String> fields, String id) {

    /** The step for an element at its n-th repetition, from 0. */
    static Step of(ScriptElement element, int turn, String place) {
        List<Integer> slots = slots(element, turn);
        List<String> paths = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        if (element.to() == null) {
            fields.addAll(element.guards());
        } else {
            for (int year : element.years().isEmpty() ? List.of(0) : element.years()) {
                for (int slot : slots) {
                    paths.add(path(element, slot, YearTemplate.place(year)));
                }
            }
            slots.forEach(slot -> fields.add(path(element, slot, "*")));
        }
        String id = place + " " + String.join("|", fields);
        return new Step(element, place, List.copyOf(paths), List.copyOf(fields), id);
    }

    private static String path(ScriptElement element, int slot, String year) {
        return element.to().replace("{slot}", Integer.toString(slot)).replace("{year}", year);
    }

    private static List<Integer> slots(ScriptElement element, int turn) {
        if (element.slots().isEmpty()) {
            return List.of(0);
        }
        return element.per() == null ? element.slots() : List.of(element.slots().get(turn));
    }

    boolean label() {
        return element.label() != null;
    }

    SlotType slot() {
        return element.slot();
    }

    /** The cost if nothing is drawn. */
    double absence() {
        if (label()) {
            return element.optional() ? Cost.OPTIONAL_LABEL_ABSENT : Cost.LABEL_ABSENT;
        }
        return element.optional() ? Cost.OPTIONAL_ABSENT : Cost.VALUE_ABSENT;
    }
}
