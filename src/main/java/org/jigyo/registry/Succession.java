package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A possible reorganisation: later sheets assign projects of one department to another one, and the first department is
 * no longer printed.
 *
 * @param from key of the earlier department
 * @param to key of the later department
 * @param projects number of projects that moved
 */
public record Succession(String from, String to, int projects) {

    private record Move(String from, String to) {}

    /**
     * The successions suggested by the projects of a city.
     *
     * @param department returns the department with a path, or null if its name was cut off; successions do not pass
     *     through it
     */
    static List<Succession> of(Collection<Project> projects, Function<String, Department> department) {
        Map<String, Integer> lastSeen = new TreeMap<>();
        Map<Move, Integer> moves =
                new TreeMap<>(Comparator.comparing(Move::from).thenComparing(Move::to));
        Map<Move, Integer> movedIn = new HashMap<>();
        for (Project project : projects) {
            Sighting before = null;
            for (Sighting now : project.sightings()) {
                if (!now.units().isEmpty() && department.apply(now.units()) == null) {
                    continue;
                }
                lastSeen.merge(now.units(), now.year(), Math::max);
                if (before != null && !before.units().isEmpty() && !now.units().isEmpty() && !before.sameUnit(now)) {
                    Move move = new Move(before.units(), now.units());
                    moves.merge(move, 1, Integer::sum);
                    movedIn.merge(move, now.year(), Math::min);
                }
                before = now;
            }
        }
        List<Succession> found = new ArrayList<>();
        moves.forEach((move, count) -> {
            Department from = department.apply(move.from());
            Department to = department.apply(move.to());
            if (lastSeen.get(move.from()) < movedIn.get(move)) {
                found.add(new Succession(from.key(), to.key(), count));
            }
        });
        return found;
    }
}
