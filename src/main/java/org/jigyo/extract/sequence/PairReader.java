package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.sheet.Printed;

/** Reads two texts side by side: on each line the first, a space, the second. */
final class PairReader {

    private static final int LONGEST = 10;

    private final DrawnText drawn;
    private final Resemblance resemblance;

    PairReader(DrawnText drawn, Resemblance resemblance) {
        this.drawn = drawn;
        this.resemblance = resemblance;
    }

    /** The candidates that begin at a position; the value is a map from the two paths to their texts. */
    List<Candidate> at(Element element, int from) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        double odd = 0;
        int line = drawn.lineOf(from);
        if (!drawn.atLine(from)) {
            return candidates;
        }
        for (int i = line; i < drawn.lines() && i < line + LONGEST; i++) {
            String text = drawn.line(i).text().strip();
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
                pair.put(element.spec().and(), String.join("\n", right));
            }
            double end = drawn.atBlock(drawn.first(i + 1)) ? 0 : 0.8;
            candidates.add(new Candidate(from, drawn.first(i + 1), odd + end, odd, pair));
        }
        return candidates;
    }
}
