package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index of projects by their sightings, so that a sighting is compared only with the few projects that a rule may
 * match. {@link #candidates} never omits a project for which a rule holds: each rule requires several properties at
 * once, and the index of the most selective one is used.
 */
final class KnownProjects {

    private static final String ALL = "all";

    private final NameIndex names;
    private final double leastSimilar;
    private final Map<String, List<Project>> index = new HashMap<>();
    private final Map<Seen, TreeMap<String, Project>> seen = new HashMap<>();

    /**
     * @param rules all rules that will be used for queries
     */
    KnownProjects(List<MatchingRule> rules, NameIndex names) {
        this.names = names;
        leastSimilar = rules.stream()
                .mapToDouble(MatchingRule::name)
                .filter(name -> name > 0)
                .min()
                .orElse(1);
    }

    /** Adds a sighting of a project. */
    void add(Project project, Sighting sighting) {
        seen.computeIfAbsent(sighting.seen(), k -> new TreeMap<>()).put(project.key(), project);
        put(ALL, project);
        put("number " + sighting.plainNumber(), project);
        sighting.accountList().forEach(account -> put("account " + account, project));
        put("unit " + sighting.plainUnits(), project);
        put("bureau " + sighting.bureau(), project);
        put("name " + names.exact(sighting.name()), project);
        names.marks(sighting.name(), leastSimilar).forEach(mark -> put("mark " + mark, project));
    }

    private void put(String key, Project project) {
        List<Project> projects = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (projects.isEmpty() || !projects.get(projects.size() - 1).key().equals(project.key())) {
            projects.add(project);
        }
    }

    /** The project with exactly this sighting, the one with the first key if there are several; or null. */
    Project repeated(Seen what) {
        TreeMap<String, Project> projects = seen.get(what);
        return projects == null ? null : projects.firstEntry().getValue();
    }

    /** All projects with exactly this sighting. */
    Collection<Project> seen(Seen what) {
        return seen.getOrDefault(what, new TreeMap<>()).values();
    }

    /** Every project for which one of the rules may hold, by key. */
    Collection<Project> candidates(Sighting sighting, List<MatchingRule> rules) {
        TreeMap<String, Project> found = new TreeMap<>();
        for (MatchingRule rule : rules) {
            cheapest(sighting, rule).forEach(key -> projects(key).forEach(p -> found.put(p.key(), p)));
        }
        return found.values();
    }

    /** Index keys that together cover every project for which the rule holds, chosen to have the fewest projects. */
    private List<String> cheapest(Sighting sighting, MatchingRule rule) {
        List<List<String>> ways = new ArrayList<>();
        ways.add(List.of(ALL));
        if (rule.number()) {
            ways.add(sighting.number().isEmpty() ? List.of() : List.of("number " + sighting.plainNumber()));
        }
        if (rule.account()) {
            ways.add(sighting.accountList().stream()
                    .filter(account -> !sighting.accounts().isEmpty())
                    .map(account -> "account " + account)
                    .toList());
        }
        if (rule.unit().equals("same")) {
            ways.add(sighting.units().isEmpty() ? List.of() : List.of("unit " + sighting.plainUnits()));
        }
        if (rule.unit().equals("bureau")) {
            ways.add(List.of("bureau " + sighting.bureau()));
        }
        if (rule.name() >= 1) {
            ways.add(List.of("name " + names.exact(sighting.name())));
        } else if (rule.name() > 0) {
            ways.add(names.marks(sighting.name(), rule.name()).stream()
                    .map(mark -> "mark " + mark)
                    .toList());
        }
        List<String> best = List.of();
        long fewest = Long.MAX_VALUE;
        for (List<String> way : ways) {
            long size = way.stream().mapToLong(key -> projects(key).size()).sum();
            if (size < fewest) {
                best = way;
                fewest = size;
            }
        }
        return best;
    }

    private List<Project> projects(String key) {
        return index.getOrDefault(key, List.of());
    }
}
