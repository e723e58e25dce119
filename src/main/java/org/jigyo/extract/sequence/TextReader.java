package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jigyo.sheet.Printed;

/** Reads narrative cells: whole lines, best a whole block; lines that look like a label or a figure speak against it. */
final class TextReader {

    private static final int LONGEST = 80;
    private static final Pattern NO_TEXT = Pattern.compile("[\\d,.▲△☑□■☒\\-‐－―–—]*");

    private final Stream stream;
    private final Resemblance resemblance;

    TextReader(Stream stream, Resemblance resemblance) {
        this.stream = stream;
        this.resemblance = resemblance;
    }

    /** The readings that begin at a position, shortest first. */
    List<Reading> at(int from) {
        List<Reading> readings = new ArrayList<>();
        if (stream.insideFigure(from)) {
            return readings;
        }
        double start = stream.atBlock(from) ? 0 : 0.3;
        double odd = 0;
        int line = stream.lineOf(from);
        for (int i = line; i < stream.lines() && i < line + LONGEST; i++) {
            int begin = Math.max(from, stream.first(i));
            if (i > line && stream.atBlock(stream.first(i))) {
                start += 2;
            }
            for (int to = begin + 1; to < stream.first(i + 1); to++) {
                if (!stream.insideFigure(to)) {
                    double here = odd + oddity(begin, to, i == line);
                    readings.add(reading(from, to, start + here + 0.5, here));
                }
            }
            odd += oddity(begin, stream.first(i + 1), i == line);
            double end = stream.atBlock(stream.first(i + 1)) ? 0 : 0.8;
            readings.add(reading(from, stream.first(i + 1), start + odd + end, odd));
            if (start + odd > 8) {
                break;
            }
        }
        return readings;
    }

    private Reading reading(int from, int to, double cost, double odd) {
        boolean blank = to - from <= 3 && Printed.blank(stream.key(from, to));
        return new Reading(from, to, cost, odd, blank ? null : new Words(stream, from, to));
    }

    private double oddity(int from, int to, boolean first) {
        String key = stream.key(from, to);
        double label = resemblance.toLabel(key);
        double odd = label == 1 ? 4 : label >= Resemblance.LABEL ? 3 : 0;
        if (NO_TEXT.matcher(key).matches()) {
            odd += 2.5;
        } else if (first && key.length() == 1) {
            odd += 2;
        }
        return odd;
    }
}
