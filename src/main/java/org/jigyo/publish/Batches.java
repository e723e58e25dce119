package org.jigyo.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.registry.Identified;

/**
 * Splits a city's projects into batches that are built together. The boundaries depend only on the keys
 * (content-defined chunking), so that one more sheet changes one batch.
 */
final class Batches {

    /** A batch ends after every eighth project on average, depending on its key … */
    private static final int SHIFT = 29;

    /** … and at the latest with this number of sheets. */
    private static final int MOST = 16;

    private Batches() {}

    /**
     * The sheets of a city in batches. Projects are in the order of their keys, and all sheets of a project are in one
     * batch.
     */
    static List<List<Identified>> of(List<Identified> sheets) {
        TreeMap<String, List<Identified>> projects = new TreeMap<>();
        sheets.forEach(one ->
                projects.computeIfAbsent(one.project(), k -> new ArrayList<>()).add(one));
        List<List<Identified>> batches = new ArrayList<>();
        List<Identified> open = new ArrayList<>();
        for (Map.Entry<String, List<Identified>> project : projects.entrySet()) {
            open.addAll(project.getValue());
            if ((project.getKey().hashCode() * 0x9E3779B9) >>> SHIFT == 0 || open.size() >= MOST) {
                batches.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            batches.add(open);
        }
        return batches;
    }
}
