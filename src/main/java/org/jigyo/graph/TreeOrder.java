package org.jigyo.graph;

import java.util.Comparator;
import java.util.List;
import org.jigyo.sheet.Sheet;

/** The order in which the levels of a plan stand above each other. */
final class TreeOrder {

    private static final List<String> LEVELS = List.of("basicPolicy", "pillar", "policy", "measure");

    private TreeOrder() {}

    /**
     * One path from the top down, when each level stands once; else as printed, because then only the printed order says which
     * belongs to which.
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
