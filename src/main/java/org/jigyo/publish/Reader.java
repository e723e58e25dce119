package org.jigyo.publish;

import java.util.List;
import java.util.Map;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Labels;

/**
 * How files are read.
 *
 * @param extractor keeps evidence and applies no corrections
 * @param layouts the forms it knows
 * @param labels names of the layouts' own keys, by the path under which a record holds them
 * @param fingerprint of everything besides a file that decides what is read from it
 * @param jobs how many files at once, at least 1
 */
public record Reader(
        Extractor extractor, List<Layout> layouts, Map<String, Labels> labels, String fingerprint, int jobs) {}
