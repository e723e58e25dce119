package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the indicator of a project that a slot of a sheet shows, wherever it stood before: same name and unit first, then a similar
 * name, else a new one. Two slots of a sheet show one indicator when name and unit are the same and the second goes on where the first
 * has ended.
 */
final class IndicatorKeys {

    /** Names of the rules in the review file. */
    static final String UNIT = "indicator-unit";

    static final String SUCCESSOR = "indicator-successor";

    /** Least similarity of a renamed indicator; below it a name is another indicator. */
    private static final double RENAMED = 0.6;

    private final Decisions decisions;
    private final Set<NameDoubt> doubts = new LinkedHashSet<>();

    IndicatorKeys(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What may be one indicator of a project, and nobody has decided. */
    List<NameDoubt> doubts() {
        return List.copyOf(doubts);
    }

    /** Keys by slot. */
    Map<Integer, String> of(Project project, Appearance sheet) {
        Map<Integer, String> keys = new HashMap<>();
        List<Project.Indicator> free = new ArrayList<>(project.indicators());
        for (Appearance.Indicator printed : sheet.indicators()) {
            take(project, free, printed, keys, 1, true);
        }
        for (double least : new double[] {1, RENAMED}) {
            sheet.indicators().forEach(printed -> goOn(project, sheet, printed, keys, false));
            for (Appearance.Indicator printed : sheet.indicators()) {
                take(project, free, printed, keys, least, false);
            }
        }
        for (Appearance.Indicator printed : sheet.indicators()) {
            goOn(project, sheet, printed, keys, true);
            keys.computeIfAbsent(printed.slot(), slot -> create(project, printed));
        }
        return keys;
    }

    private void take(
            Project project,
            List<Project.Indicator> free,
            Appearance.Indicator printed,
            Map<Integer, String> keys,
            double least,
            boolean sameUnit) {
        Project.Indicator best =
                keys.containsKey(printed.slot()) ? null : best(project, free, printed, least, sameUnit);
        if (best != null) {
            keys.put(printed.slot(), best.key());
            free.remove(best);
            // A name that another indicator has stays its own, or a second run would give it another key.
            if (project.indicators().stream().flatMap(i -> i.names().stream()).noneMatch(printed::covers)) {
                best.names().add(printed.named());
            }
        }
    }

    private Project.Indicator best(
            Project project,
            List<Project.Indicator> free,
            Appearance.Indicator printed,
            double least,
            boolean sameUnit) {
        Project.Indicator best = null;
        double highest = 0;
        for (Project.Indicator candidate : free) {
            for (Project.Named known : candidate.names()) {
                double alike = known.name().equals(printed.name()) ? 1 : Names.similarity(known.name(), printed.name());
                boolean fits = sameUnit
                        ? known.plainUnit().equals(printed.named().plainUnit())
                        : fits(project, known, printed.named(), alike);
                if (alike >= least && alike > highest && fits) {
                    best = candidate;
                    highest = alike;
                }
            }
        }
        return best;
    }

    /** Whether the units do not speak against it: the same, one not known, or a person said so. */
    private boolean fits(Project project, Project.Named known, Project.Named printed, double alike) {
        if (known.plainUnit().equals(printed.plainUnit())
                || known.unit().isEmpty()
                || printed.unit().isEmpty()) {
            return true;
        }
        return alike == 1 && decided(new NameDoubt(project.key(), known.text(), printed.text(), UNIT));
    }

    /** True when a person said that two names are one; what is open is a doubt. */
    private boolean decided(NameDoubt doubt) {
        Boolean same = decisions.names(doubt);
        if (same == null) {
            doubts.add(doubt);
        }
        return Boolean.TRUE.equals(same);
    }

    /** Gives a slot the key of another one that it continues: all its values other than 0 are of later years, or of earlier ones. */
    private void goOn(
            Project project,
            Appearance sheet,
            Appearance.Indicator printed,
            Map<Integer, String> keys,
            boolean renamed) {
        if (keys.containsKey(printed.slot())) {
            return;
        }
        sheet.indicators().stream()
                .filter(other -> keys.containsKey(other.slot()) && continues(project, other, printed, renamed))
                .map(other -> keys.get(other.slot()))
                .findFirst()
                .ifPresent(key -> keys.put(printed.slot(), key));
    }

    private boolean continues(Project project, Appearance.Indicator one, Appearance.Indicator other, boolean renamed) {
        if (one.years().isEmpty()
                || other.years().isEmpty()
                || !one.named().plainUnit().equals(other.named().plainUnit())
                || !apart(one, other)) {
            return false;
        }
        double alike = Names.similarity(one.name(), other.name());
        NameDoubt doubt =
                new NameDoubt(project.key(), one.named().text(), other.named().text(), SUCCESSOR);
        boolean similar = renamed && alike >= RENAMED;
        return alike == 1 || (similar && decided(doubt));
    }

    private static boolean apart(Appearance.Indicator one, Appearance.Indicator other) {
        int first = Collections.max(one.years());
        int begin = Collections.min(other.years());
        return first < begin || Collections.max(other.years()) < Collections.min(one.years());
    }

    private static String create(Project project, Appearance.Indicator printed) {
        String key = String.valueOf(printed.slot());
        for (int n = 1; taken(project, key); n++) {
            key = printed.slot() + "-" + Assigning.letters(n);
        }
        project.indicators().add(new Project.Indicator(key, new ArrayList<>(List.of(printed.named()))));
        return key;
    }

    private static boolean taken(Project project, String key) {
        return project.indicators().stream().anyMatch(i -> i.key().equals(key));
    }
}
