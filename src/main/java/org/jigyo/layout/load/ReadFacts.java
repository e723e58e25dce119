package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.List;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.RecordPaths.Holds;

/** The facts that a layout can read, as patterns: a star stands for what only a sheet says. */
final class ReadFacts {

    /**
     * A fact.
     *
     * @param pattern its path, a star for each place
     * @param holds what stands there
     * @param at where the layout says so
     */
    record Fact(String pattern, Holds holds, String at) {}

    private final List<Fact> facts = new ArrayList<>();

    void add(String template, Holds holds, String at) {
        facts.add(new Fact(pattern(template), holds, at));
    }

    List<Fact> all() {
        return facts;
    }

    /** A path with a star for each segment that holds a place. */
    static String pattern(String template) {
        String[] segments = template.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segments[i].replaceAll("\\{[^}]*\\}", "*");
        }
        return String.join("/", segments);
    }

    /** True when a glob may name one of the facts: the fact itself, or something above it. */
    boolean names(String glob) {
        return facts.stream().anyMatch(f -> FieldPath.meet(glob, f.pattern) || FieldPath.meet(glob + "/*", f.pattern));
    }

    /** Every pattern, for hints. */
    List<String> patterns() {
        return facts.stream().map(Fact::pattern).distinct().toList();
    }
}
