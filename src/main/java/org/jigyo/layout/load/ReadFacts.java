package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.List;
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
        return facts.stream().anyMatch(f -> meet(glob, f.pattern) || meet(glob + "/*", f.pattern));
    }

    /** Every pattern, for hints. */
    List<String> patterns() {
        return facts.stream().map(Fact::pattern).distinct().toList();
    }

    /** True when a text exists that both globs match; a star is any text. */
    static boolean meet(String one, String two) {
        boolean[][] meets = new boolean[one.length() + 1][two.length() + 1];
        meets[0][0] = true;
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                boolean starOne = i > 0 && one.charAt(i - 1) == '*';
                boolean starTwo = j > 0 && two.charAt(j - 1) == '*';
                meets[i][j] |= starOne && (meets[i - 1][j] || (j > 0 && meets[i][j - 1]));
                meets[i][j] |= starTwo && (meets[i][j - 1] || (i > 0 && meets[i - 1][j]));
                meets[i][j] |= i > 0 && j > 0 && one.charAt(i - 1) == two.charAt(j - 1) && meets[i - 1][j - 1];
            }
        }
        return meets[one.length()][two.length()];
    }
}
