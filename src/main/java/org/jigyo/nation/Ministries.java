package org.jigyo.nation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (InputStream in = Ministries.class.getResourceAsStream("/reference/ministries.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> all.put(cells[1], new Ministry(cells[0], cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The ministry of a Japanese name; null if there is none. */
    public static Ministry named(String ja) {
        return BY_NAME.get(ja);
    }
}
