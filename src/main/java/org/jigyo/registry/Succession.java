package org.jigyo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Projects of one department stand under another one later, and the first is not printed any more: it may have been reorganised.
 *
 * @param from key of the earlier department
 * @param to key of the later department
 * @param projects how many projects moved
 */
public record Succession(String from, String to, int projects) {

    static List<Succession> of(Registry registry) {
        Map<String, Integer> lastSeen = new TreeMap<>();
        Map<String, Integer> moves = new TreeMap<>();
        Map<String, Integer> movedIn = new TreeMap<>();
        for (Project project : registry.projects()) {
            Sighting before = null;
            for (Sighting now : project.sightings()) {
                lastSeen.merge(project.city() + " " + now.units(), now.year(), Math::max);
                if (before != null && !before.units().isEmpty() && !now.units().isEmpty() && !before.sameUnit(now)) {
                    String move = project.city() + "\t" + before.units() + "\t" + now.units();
                    moves.merge(move, 1, Integer::sum);
                    movedIn.merge(move, now.year(), Math::min);
                }
                before = now;
            }
        }
        List<Succession> found = new ArrayList<>();
        moves.forEach((move, count) -> {
            String[] part = move.split("\t");
            Department from = registry.department(part[0], part[1]);
            Department to = registry.department(part[0], part[2]);
            if (from != null && to != null && lastSeen.get(part[0] + " " + part[1]) < movedIn.get(move)) {
                found.add(new Succession(from.key(), to.key(), count));
            }
        });
        return found;
    }
}
