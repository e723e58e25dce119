package org.jigyo.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Globs over fact paths, as issues use them: a star stands for anything, and a path names everything below it. */
public final class Paths {

    private Paths() {}

    /** True when a path, or a glob with stars, names a fact path: the fact itself or something above it. */
    public static boolean covers(String glob, String path) {
        if (glob == null || glob.isEmpty()) {
            return false;
        }
        if (path.equals(glob) || path.startsWith(glob + "/")) {
            return true;
        }
        return glob.indexOf('*') >= 0 && Pattern.matches("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E", path);
    }

    /** True when some fact path may be named by both of two globs. */
    public static boolean meet(String a, String b) {
        String[] one = a.split("/");
        String[] two = b.split("/");
        for (int i = 0; i < Math.min(one.length, two.length); i++) {
            if (!one[i].equals(two[i]) && one[i].indexOf('*') < 0 && two[i].indexOf('*') < 0) {
                return false;
            }
        }
        return true;
    }

    /** A pattern in which each star of a path is a group that stays within its segment. */
    public static Pattern stars(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E([^/]*)\\Q"));
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
