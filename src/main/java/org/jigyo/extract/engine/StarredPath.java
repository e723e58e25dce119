package org.jigyo.extract.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patterns over fact paths, as layouts declare sums: a star stands for one segment, the same one in all paths of a sum. */
public final class StarredPath {

    private StarredPath() {}

    private static final String EACH = "{each}";

    /** A pattern in which each star of a path is a group that stays within its segment, and {@code {each}} any segment. */
    public static Pattern stars(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E([^/]*)\\Q").replace(EACH, "\\E[^/]+\\Q"));
    }

    /** The paths among those given that a path with {@code {each}} stands for; a path without it stands for itself. */
    public static Stream<String> each(String path, Set<String> all) {
        if (!path.contains(EACH)) {
            return Stream.of(path);
        }
        Pattern pattern = stars(path);
        return all.stream().filter(p -> pattern.matcher(p).matches());
    }

    /** The path with what the stars of a matched one stand for in the place of its own, in order. */
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
