package org.jigyo.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Identifies the parts (細事業) of a project over the years. A part is recognised by its name within its project, if only
 * one part then and one now has it. A part that is only similar is a doubt for a person to decide.
 */
final class PartKeys {

    /** Minimum similarity of names that raises a doubt. */
    private static final double ALIKE = 0.6;

    private final Decisions decisions;
    private final IndicatorKeys indicators;

    PartKeys(Decisions decisions, IndicatorKeys indicators) {
        this.decisions = decisions;
        this.indicators = indicators;
    }

    /**
     * The parts of a sheet, in its order.
     *
     * @param whole the project, which keeps the keys
     * @param shown the project with the sightings of this run
     */
    List<Identified.Part> give(Project whole, Project shown, Appearance sheet) {
        List<Identified.Part> given = new ArrayList<>();
        List<Sighting> printed = sightings(sheet);
        for (int i = 0; i < printed.size(); i++) {
            Sighting sighting = printed.get(i);
            Project part = known(whole, sighting, printed);
            if (part == null) {
                part = Project.named(newKey(whole, sighting, i + 1), whole.city());
                whole.parts().add(part);
            }
            part.add(sighting);
            show(shown, part).add(sighting);
            Map<Integer, String> keys = indicators.of(part, sheet.parts().get(i));
            given.add(new Identified.Part(part.key(), Map.copyOf(keys)));
        }
        return List.copyOf(given);
    }

    /** The numbers of project and part identify a part in the review file. */
    private static List<Sighting> sightings(Appearance sheet) {
        return sheet.parts().stream()
                .map(part ->
                        new Sighting(sheet.fiscalYear(), sheet.number() + "/" + part.number(), part.name(), "", ""))
                .toList();
    }

    private static Project show(Project shown, Project part) {
        return shown.parts().stream()
                .filter(p -> p.key().equals(part.key()))
                .findFirst()
                .orElseGet(() -> {
                    Project fresh = new Project(
                            part.key(), part.city(), new ArrayList<>(), part.indicators(), new ArrayList<>());
                    shown.parts().add(fresh);
                    return fresh;
                });
    }

    /** The known part for a sighting, or null. */
    private Project known(Project whole, Sighting sighting, List<Sighting> printed) {
        for (Project part : whole.parts()) {
            if (part.sightings().stream().anyMatch(s -> s.seen().equals(sighting.seen()))) {
                return part;
            }
        }
        List<Project> others = whole.parts().stream()
                .filter(part -> !part.seenIn(sighting.year()))
                .toList();
        List<Project> decided =
                others.stream().filter(part -> decided(part, sighting, true)).toList();
        List<Project> named = others.stream()
                .filter(part -> part.sightings().stream().anyMatch(s -> sameName(s, sighting)))
                .toList();
        long now = printed.stream().filter(s -> sameName(s, sighting)).count();
        boolean only = now == 1 && named.size() == 1 && !decided(named.get(0), sighting, false);
        return decided.size() == 1 ? decided.get(0) : only ? named.get(0) : null;
    }

    private static boolean sameName(Sighting one, Sighting other) {
        return Names.similarity(one.name(), other.name()) == 1;
    }

    private boolean decided(Project part, Sighting sighting, boolean same) {
        return part.sightings().stream().anyMatch(s -> Boolean.valueOf(same).equals(decisions.about(s, sighting)));
    }

    private static String newKey(Project whole, Sighting sighting, int position) {
        String number = Normalizer.normalize(sighting.number(), Normalizer.Form.NFKC)
                .replaceFirst("^.*/", "")
                .replaceAll("[^0-9A-Za-z]+", "-")
                .replaceAll("^-|-$", "");
        String base = whole.key() + "-" + sighting.year() + "-" + (number.isEmpty() ? "p" + position : number);
        String key = base;
        for (int n = 1; taken(whole, key); n++) {
            key = base + "-" + Assigning.letters(n);
        }
        return key;
    }

    private static boolean taken(Project whole, String key) {
        return whole.parts().stream().anyMatch(part -> part.key().equals(key));
    }

    /** Pairs of parts of a project, from different years, that may be the same. */
    List<Doubt> doubts(Project project) {
        List<Doubt> doubts = new ArrayList<>();
        List<Project> parts = project.parts().stream()
                .sorted(Comparator.comparing((Project p) -> p.sightings().get(0).year())
                        .thenComparing(Project::key))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            for (Project other : parts.subList(i + 1, parts.size())) {
                double alike = alike(parts.get(i), other);
                if (alike >= ALIKE) {
                    doubts.add(
                            new Doubt(parts.get(i).key(), other.key(), "part-name", Math.round(100 * alike) / 100.0));
                }
            }
        }
        return doubts;
    }

    /** The similarity of two parts' names; 0 if one sheet prints both or a person has decided. */
    private double alike(Project one, Project other) {
        boolean apart = one.sightings().stream().anyMatch(s -> other.seenIn(s.year()) || decided(other, s, false));
        return apart
                ? 0
                : one.sightings().stream()
                        .flatMap(s -> other.sightings().stream().map(o -> Names.similarity(s.name(), o.name())))
                        .reduce(0.0, Math::max);
    }
}
