package org.jigyo.layout.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one layout file, with the place of each problem. */
final class Problems {

    private static final int MOST = 20;

    private final YamlTree yaml;
    private final Set<String> once = new HashSet<>();
    private final Set<String> lines = new LinkedHashSet<>();

    Problems(YamlTree yaml) {
        this.yaml = yaml;
    }

    /** Something is wrong at a JSON pointer: {@code /grid/fields/3/to}. */
    void add(String at, String message) {
        lines.add(yaml.place(at) + ": " + message);
    }

    /** Something is wrong at a JSON pointer, of which one problem is enough. */
    void addOnce(String at, String message) {
        if (once.add(at)) {
            add(at, message);
        }
    }

    /** Something is wrong with a key of the map at a JSON pointer. */
    void addKey(String at, String key, String message) {
        lines.add(yaml.keyPlace(at, key) + ": " + message);
    }

    /** File, line and column, to speak of another place. */
    String place(String at) {
        return yaml.place(at);
    }

    /** Nothing when there is no problem. */
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
