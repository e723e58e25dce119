package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which sightings of one year are which known projects: best pair first, one to one. */
final class Matching {

    private record Pair(Project project, Sighting sighting, MatchingRule rule, double score) {}

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparing(pair -> pair.project().key())
            .thenComparing(pair -> pair.sighting().number())
            .thenComparing(pair -> pair.sighting().name());

    private final List<MatchingRule> rules;
    private final List<Decision> decisions;
    private final Map<String, Names.Plain> plain = new HashMap<>();

    Matching(List<MatchingRule> rules, List<Decision> decisions) {
        this.rules = rules;
        this.decisions = decisions;
    }

    /** The project of each sighting that is known; what is missing in the map is new. */
    Map<Sighting, Project> match(List<Project> projects, List<Sighting> sightings) {
        Map<Sighting, Project> found = new HashMap<>();
        List<Project> free = new ArrayList<>(projects);
        for (Sighting sighting : sightings) {
            projects.stream()
                    .filter(p -> p.sightings().stream().anyMatch(sighting::repeats))
                    .findFirst()
                    .ifPresent(p -> {
                        found.put(sighting, p);
                        free.remove(p);
                    });
        }
        List<Pair> pairs = new ArrayList<>();
        for (Sighting sighting : sightings) {
            free.stream()
                    .filter(p -> !found.containsKey(sighting))
                    // A project printed under another number or name for the very same year is another project.
                    .filter(p -> p.sightings().stream().noneMatch(s -> s.year() == sighting.year()))
                    .map(p -> best(p, sighting))
                    .filter(pair -> pair != null && pair.rule().same())
                    .forEach(pairs::add);
        }
        pairs.sort(BEST_FIRST);
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.sighting()) && free.remove(pair.project())) {
                found.put(pair.sighting(), pair.project());
            }
        }
        return found;
    }

    /** The doubt between two projects of one city, or null. */
    Doubt doubt(Project one, Project other) {
        boolean sameYear = one.sightings().stream()
                .anyMatch(s -> other.sightings().stream().anyMatch(o -> o.year() == s.year()));
        if (sameYear) {
            return null;
        }
        Pair best = null;
        for (Sighting sighting : other.sightings()) {
            Pair pair = best(one, sighting);
            best = pair != null && (best == null || pair.score() > best.score()) ? pair : best;
        }
        return best == null
                ? null
                : new Doubt(one.key(), other.key(), best.rule().id(), best.score());
    }

    /** Names are compared with every other name of the city: each is made plain once. */
    private Names.Plain plain(Sighting sighting) {
        return plain.computeIfAbsent(sighting.name(), Names.Plain::of);
    }

    private Pair best(Project project, Sighting sighting) {
        Pair best = null;
        for (Sighting known : project.sightings()) {
            MatchingRule rule = rule(project.city(), known, sighting);
            if (rule == null) {
                continue;
            }
            double similarity = Math.max(rule.name(), plain(known).similarity(plain(sighting)));
            double score = Math.round(100 * rule.weight() * similarity) / 100.0;
            boolean better = best == null
                    || (rule.same() && !best.rule().same())
                    || (rule.same() == best.rule().same() && score > best.score());
            best = better ? new Pair(project, sighting, rule, score) : best;
        }
        return best;
    }

    private MatchingRule rule(String city, Sighting known, Sighting sighting) {
        for (Decision decision : decisions) {
            if (decision.city().equals(city) && decision.speaksOf(known, sighting)) {
                return decision.same() ? new MatchingRule("reviewed", false, 1, false, "", true, 1) : null;
            }
        }
        double similarity = plain(known).similarity(plain(sighting));
        return rules.stream()
                .filter(r -> r.holds(known, sighting, similarity))
                .findFirst()
                .orElse(null);
    }
}
