package org.jigyo.extract;

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
}
