package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches the sightings of one year with known projects: best pair first, one to one. */
final class Matching {

    record Pair(Project project, Sighting sighting, MatchingRule rule, double score) {}

    private static final MatchingRule REVIEWED = new MatchingRule("reviewed", false, 1, false, "", true, 1);

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparing(pair -> pair.project().key())
            .thenComparing(pair -> pair.sighting().number())
            .thenComparing(pair -> pair.sighting().name());

    private final List<MatchingRule> rules;
    private final List<MatchingRule> deciding;
    private final Decisions decisions;
    private final NameIndex names;

    Matching(List<MatchingRule> rules, Decisions decisions, NameIndex names) {
        this.rules = rules;
        this.deciding = rules.stream().filter(MatchingRule::same).toList();
        this.decisions = decisions;
        this.names = names;
    }

    /** An empty index for these rules. */
    KnownProjects index() {
        return new KnownProjects(rules, names);
    }

    /**
     * The project of each known sighting; sightings missing from the map are new.
     *
     * @param sightings all of one year
     */
    Map<Seen, Project> match(KnownProjects known, List<Sighting> sightings) {
        Map<Seen, Project> found = new HashMap<>();
        for (Sighting sighting : sightings) {
            Project project = known.repeated(sighting.seen());
            if (project != null) {
                found.put(sighting.seen(), project);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Sighting sighting : sightings) {
            if (!found.containsKey(sighting.seen())) {
                candidates(known, sighting, deciding)
                        // A project printed under another number or name in the same year is another project.
                        .filter(p -> p.sightings().stream().noneMatch(s -> s.year() == sighting.year()))
                        .map(p -> best(p, sighting))
                        .filter(pair -> pair != null && pair.rule().same())
                        .forEach(pairs::add);
            }
        }
        pairs.sort(BEST_FIRST);
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.sighting().seen())
                    && taken.add(pair.project().key())) {
                found.put(pair.sighting().seen(), pair.project());
            }
        }
        return found;
    }

    private Stream<Project> candidates(KnownProjects known, Sighting sighting, List<MatchingRule> asked) {
        TreeMap<String, Project> candidates = new TreeMap<>();
        known.candidates(sighting, asked).forEach(p -> candidates.put(p.key(), p));
        for (Seen joined : decisions.joined(sighting)) {
            known.seen(joined).forEach(p -> candidates.put(p.key(), p));
        }
        return candidates.values().stream();
    }

    /**
     * All doubts between projects of one city.
     *
     * @param projects by key
     */
    List<Doubt> doubts(Collection<Project> projects) {
        // Grouped by the years in which they are printed: two projects of the same year are never one, and most
        // projects are printed in all years.
        Map<Set<Integer>, KnownProjects> earlier = new LinkedHashMap<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Project project : projects) {
            Set<Integer> years =
                    project.sightings().stream().map(Sighting::year).collect(Collectors.toSet());
            TreeMap<String, Project> candidates = new TreeMap<>();
            earlier.forEach((others, known) -> {
                if (Collections.disjoint(others, years)) {
                    project.sightings()
                            .forEach(s -> candidates(known, s, rules).forEach(p -> candidates.put(p.key(), p)));
                }
            });
            candidates.values().stream()
                    .map(p -> doubt(p, project))
                    .filter(Objects::nonNull)
                    .forEach(doubts::add);
            KnownProjects own = earlier.computeIfAbsent(years, k -> index());
            project.sightings().forEach(s -> own.add(project, s));
        }
        doubts.sort(Comparator.comparing(Doubt::one).thenComparing(Doubt::other));
        return doubts;
    }

    /** The doubt between two projects of one city, or null. */
    Doubt doubt(Project one, Project other) {
        boolean sameYear = one.sightings().stream()
                .anyMatch(s -> other.sightings().stream().anyMatch(o -> o.year() == s.year()));
        if (sameYear || one.sightings().stream().anyMatch(s -> apart(other, s))) {
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

    /** The best rule that holds between a project and a sighting, or null. */
    Pair best(Project project, Sighting sighting) {
        if (apart(project, sighting)) {
            return null;
        }
        Pair best = null;
        for (Sighting known : project.sightings()) {
            double similarity = names.similarity(known.name(), sighting.name());
            MatchingRule rule = rule(known, sighting, similarity);
            if (rule == null) {
                continue;
            }
            double score = Math.round(100 * rule.weight() * Math.max(rule.name(), similarity)) / 100.0;
            boolean better = best == null
                    || (rule.same() && !best.rule().same())
                    || (rule.same() == best.rule().same() && score > best.score());
            best = better ? new Pair(project, sighting, rule, score) : best;
        }
        return best;
    }

    /** True if a person decided that the sighting is not this project, for any of the project's sightings. */
    private boolean apart(Project project, Sighting sighting) {
        return project.sightings().stream().anyMatch(s -> Boolean.FALSE.equals(decisions.about(s, sighting)));
    }

    private MatchingRule rule(Sighting known, Sighting sighting, double similarity) {
        if (Boolean.TRUE.equals(decisions.about(known, sighting))) {
            return REVIEWED;
        }
        return rules.stream()
                .filter(r -> r.holds(known, sighting, similarity))
                .findFirst()
                .orElse(null);
    }
}
