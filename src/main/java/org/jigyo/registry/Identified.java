package org.jigyo.registry;

import java.util.List;
import java.util.Map;

/**
 * A sheet with the keys of its project, department and indicators.
 *
 * @param sheet its index in the list given to {@link Registry#assign}
 * @param appearance the sheet as given
 * @param project key of its project
 * @param edition key of its edition: {@code 2024}, or {@code 2024-2} for a second one of the year
 * @param departments keys of its units, largest first; empty if no department is printed
 * @param indicators key of an indicator by its slot
 * @param parts its parts in the order of the sheet
 */
public record Identified(
        int sheet,
        Appearance appearance,
        String project,
        String edition,
        List<String> departments,
        Map<Integer, String> indicators,
        List<Part> parts) {

    /**
     * A part with its keys.
     *
     * @param key key of the part, which is a project
     * @param indicators key of an indicator by its slot
     */
    public record Part(String key, Map<Integer, String> indicators) {}
}
