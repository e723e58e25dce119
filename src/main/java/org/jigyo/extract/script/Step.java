package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.SlotType;

/**
 * One element of a script at one place, repetitions written out.
 *
 * @param element as the layout states it
 * @param turn 0-based number of the repetition
 * @param place where it stands in the layout, for evidence
 */
record Step(ScriptElement element, int turn, String place) {

    boolean label() {
        return element.label() != null;
    }

    SlotType slot() {
        return element.slot();
    }

    /** What it costs when nothing is drawn. */
    double absence() {
        if (label()) {
            return element.optional() ? Cost.OPTIONAL_LABEL_ABSENT : Cost.LABEL_ABSENT;
        }
        return element.optional() ? Cost.OPTIONAL_ABSENT : Cost.VALUE_ABSENT;
    }

    /** Paths of the columns in the order of the numbers; a year is still an offset in braces. */
    List<String> paths() {
        if (element.to() == null) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        for (int year : element.years().isEmpty() ? List.of(0) : element.years()) {
            for (int slot : slots()) {
                paths.add(element.to().replace("{slot}", Integer.toString(slot)).replace("{year}", "{" + year + "}"));
            }
        }
        return paths;
    }

    /** The fields that an issue about this step names: its paths, years as a star. */
    List<String> fields() {
        if (element.to() == null) {
            return element.guards();
        }
        return slots().stream()
                .map(s -> element.to().replace("{slot}", Integer.toString(s)).replace("{year}", "*"))
                .toList();
    }

    private List<Integer> slots() {
        if (element.slots().isEmpty()) {
            return List.of(0);
        }
        return element.per() == null ? element.slots() : List.of(element.slots().get(turn));
    }

    /** What the same step is called in another variant of the script. */
    String id() {
        return label() ? place : place + String.join("|", fields());
    }
}
