package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems of one layout file, each with its place. */
final class Problems {

    private static final int MOST = 20;

    private final YamlTree yaml;
    private final Set<String> once = new HashSet<>();
    private final Set<String> lines = new LinkedHashSet<>();

    Problems(YamlTree yaml) {
        this.yaml = yaml;
    }

    /** Adds a problem at a JSON pointer such as {@code /grid/fields/3/to}. */
    void add(String at, String message) {
        lines.add(yaml.place(at) + ": " + message);
    }

    /** Adds a problem at a JSON pointer, unless one was added there this way before. */
    void addOnce(String at, String message) {
        if (once.add(at)) {
            add(at, message);
        }
    }

    /** Adds a problem with a key of the map at a JSON pointer. */
    void addKey(String at, String key, String message) {
        lines.add(yaml.keyPlace(at, key) + ": " + message);
    }

    /** File, line and column, for a reference to another place. */
    String place(String at) {
        return yaml.place(at);
    }

    /** Throws if there is any problem. */
    void check() {
        if (lines.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>(lines.stream().limit(MOST).toList());
        if (lines.size() > MOST) {
            told.add("… and " + (lines.size() - MOST) + " more");
        }
        throw new LayoutException(told);
    }
}
