package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Printed;

/** Reads two texts that stand side by side: on each line the first, a blank, the second. */
final class PairReader {

    private static final int LONGEST = 10;

    private final Stream stream;
    private final Resemblance resemblance;

    PairReader(Stream stream, Resemblance resemblance) {
        this.stream = stream;
        this.resemblance = resemblance;
    }

    /** The readings that begin at a position; the value is a map from the two paths to their texts. */
    List<Reading> at(Element element, int from) {
        List<Reading> readings = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        double odd = 0;
        int line = stream.lineOf(from);
        if (!stream.atLine(from)) {
            return readings;
        }
        for (int i = line; i < stream.lines() && i < line + LONGEST; i++) {
            String text = stream.line(i).text().strip();
            String[] parts = text.split("[\\s\u3000]+", 3);
            odd += parts.length == 2 ? 0 : 2;
            odd += resemblance.toLabel(Printed.key(text)) >= Resemblance.LABEL ? 4 : 0;
            odd += Printed.blank(parts[0]) || Printed.number(parts[0]).isPresent() ? 3 : 0;
            left.add(parts[0]);
            if (parts.length > 1) {
                right.add(text.substring(parts[0].length()).strip());
            }
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put(element.to(), String.join("\n", left));
            if (!right.isEmpty()) {
                pair.put(element.spec().beside(), String.join("\n", right));
            }
            double end = stream.atBlock(stream.first(i + 1)) ? 0 : 0.8;
            readings.add(new Reading(from, stream.first(i + 1), odd + end, odd, pair));
        }
        return readings;
    }
}
