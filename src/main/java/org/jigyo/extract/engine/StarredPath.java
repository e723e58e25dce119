package org.jigyo.extract.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Patterns over fact paths, as used in a layout's sums: a star stands for one segment, the same in all paths of a sum.
 */
public final class StarredPath {

    private StarredPath() {}

    private static final String EACH = "{each}";

    /**
     * A regular expression in which each star of a path is a group within one segment, and {@code {each}} matches any
     * segment.
     */
    public static Pattern stars(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E([^/]*)\\Q").replace(EACH, "\\E[^/]+\\Q"));
    }

    /** The given paths that match a path with {@code {each}}; a path without it matches only itself. */
    public static Stream<String> each(String path, Set<String> all) {
        if (!path.contains(EACH)) {
            return Stream.of(path);
        }
        Pattern pattern = stars(path);
        return all.stream().filter(p -> pattern.matcher(p).matches());
    }

    /** The path with its stars replaced, in order, by what the stars of a match stand for. */
    public static String fill(String path, Matcher stars) {
        StringBuilder filled = new StringBuilder();
        int group = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '*') {
                group++;
                filled.append(group <= stars.groupCount() ? stars.group(group) : "*");
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }
}
