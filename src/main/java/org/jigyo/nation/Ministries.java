package org.jigyo.nation;

import java.util.Map;
import java.util.TreeMap;

/** The ministries and agencies of Japan that run national projects. */
public final class Ministries {

    /**
     * A ministry or agency.
     *
     * @param key lower-case letters and hyphens, part of its IRI
     * @param ja Japanese name
     * @param en English name
     */
    public record Ministry(String key, String ja, String en) {}

    private static final Map<String, Ministry> BY_NAME = load();

    private Ministries() {}

    private static Map<String, Ministry> load() {
        Map<String, Ministry> all = new TreeMap<>();
        Shipped.rows("ministries.tsv").forEach(cells -> all.put(cells[1], new Ministry(cells[0], cells[1], cells[2])));
        return all;
    }

    /** The ministry of a Japanese name; null if there is none. */
    public static Ministry named(String ja) {
        return BY_NAME.get(ja);
    }
}
