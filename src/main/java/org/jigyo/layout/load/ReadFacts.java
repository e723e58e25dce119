package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.RecordPaths.Holds;

/** The facts that a layout can read, as patterns in which a star stands for text known only from a sheet. */
final class ReadFacts {

    /**
     * A fact.
     *
     * @param template its path with placeholders
     * @param pattern its path with a star for each placeholder
     * @param holds type of the value
     * @param at JSON pointer of the field in the layout
     */
    record Fact(String template, String pattern, Holds holds, String at) {}

    private static final String UNIT = "/unit";
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");

    private final List<Fact> facts = new ArrayList<>();

    void add(String template, Holds holds, String at) {
        facts.add(new Fact(template, pattern(template), holds, at));
    }

    List<Fact> all() {
        return facts;
    }

    /**
     * The templates, in the order of the layout, each with the JSON pointer of the first field that reads it. The unit that may stand beside an
     * amount is no fact of its own.
     */
    Map<String, String> templates() {
        Set<String> patterns = new HashSet<>(patterns());
        Map<String, String> templates = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> !fact.pattern.endsWith(UNIT)
                        || !patterns.contains(fact.pattern.substring(0, fact.pattern.length() - UNIT.length())))
                .forEach(fact -> templates.putIfAbsent(fact.template, fact.at));
        return templates;
    }

    /** A path with a star for each segment that contains a placeholder. */
    static String pattern(String template) {
        String[] segments = template.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            segments[i] = PLACE.matcher(segments[i]).replaceAll("*");
        }
        return String.join("/", segments);
    }

    /** True if a glob can match a fact or one of its ancestors. */
    boolean names(String glob) {
        return facts.stream().anyMatch(f -> FieldPath.meet(glob, f.pattern) || FieldPath.meet(glob + "/*", f.pattern));
    }

    /** All patterns, for suggestions. */
    List<String> patterns() {
        return facts.stream().map(Fact::pattern).distinct().toList();
    }
}
