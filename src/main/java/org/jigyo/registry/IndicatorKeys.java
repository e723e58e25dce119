package org.jigyo.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the indicator of a project for a slot of a sheet: the one with the same name, else one with a similar name,
 * else a new one.
 */
final class IndicatorKeys {

    /** Minimum similarity of a renamed indicator; below it the name is another indicator. */
    private static final double RENAMED = 0.6;

    private IndicatorKeys() {}

    static Map<Integer, String> of(Project project, Appearance sheet) {
        Map<Integer, String> keys = new HashMap<>();
        List<Project.Indicator> free = new ArrayList<>(project.indicators());
        for (double least : new double[] {1, RENAMED}) {
            for (Appearance.Indicator printed : sheet.indicators()) {
                Project.Indicator best = keys.containsKey(printed.slot()) ? null : best(free, printed.name(), least);
                if (best != null) {
                    keys.put(printed.slot(), best.key());
                    free.remove(best);
                    // A name of another indicator is not similar to this one; otherwise a second run would assign
                    // another key.
                    if (project.indicators().stream().noneMatch(i -> i.names().contains(printed.name()))) {
                        best.names().add(printed.name());
                    }
                }
            }
        }
        for (Appearance.Indicator printed : sheet.indicators()) {
            keys.computeIfAbsent(printed.slot(), slot -> create(project, slot, printed.name()));
        }
        return keys;
    }

    private static Project.Indicator best(List<Project.Indicator> free, String name, double least) {
        Project.Indicator best = null;
        double highest = 0;
        for (Project.Indicator candidate : free) {
            for (String known : candidate.names()) {
                double similarity = known.equals(name) ? 1 : Names.similarity(known, name);
                if (similarity >= least && similarity > highest) {
                    best = candidate;
                    highest = similarity;
                }
            }
        }
        return best;
    }

    private static String create(Project project, int slot, String name) {
        String key = String.valueOf(slot);
        for (int n = 1; taken(project, key); n++) {
            key = slot + "-" + Assigning.letters(n);
        }
        project.indicators().add(new Project.Indicator(key, new ArrayList<>(List.of(name))));
        return key;
    }

    private static boolean taken(Project project, String key) {
        return project.indicators().stream().anyMatch(i -> i.key().equals(key));
    }
}
