package org.jigyo.graph;

import java.util.Comparator;
import java.util.List;
import org.jigyo.sheet.Sheet;

/** Orders the levels of a plan from the top down. */
final class TreeOrder {

    private static final List<String> LEVELS = List.of("basicPolicy", "pillar", "policy", "measure");

    private TreeOrder() {}

    /**
     * One path from the top down if each level occurs once; else as printed, because then only the printed order shows
     * what belongs together.
     */
    static List<Sheet.Policy> topDown(List<Sheet.Policy> policies) {
        boolean onePath = policies.stream().allMatch(p -> p.level() != null && LEVELS.contains(p.level()))
                && policies.stream().map(Sheet.Policy::level).distinct().count() == policies.size();
        return onePath
                ? policies.stream()
                        .sorted(Comparator.comparing(p -> LEVELS.indexOf(p.level())))
                        .toList()
                : policies;
    }
}
