package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Printed;

/** Reads narrative cells: whole lines, best a whole block; lines that look like a label or a figure speak against it. */
final class TextReader {

    private static final int LONGEST = 80;
    private static final int SHORT = 8;
    private static final int TELLING = 3;
    /** What it costs to part two lines of text that are drawn as one block. */
    private static final double TORN = 2.8;

    private static final Pattern NO_TEXT = Pattern.compile("[\\d,.▲△☑□■☒\\-‐－―–—]*");

    /** So many digits without a break are a code and begin no text. */
    private static final Pattern CODE = Pattern.compile("\\d{5,}.*");

    private final Stream stream;
    private final Resemblance resemblance;
    private final List<Reading>[] known;
    private final Boolean[] plain;
    /** Values of code lists that no text is by chance. */
    private final Set<String> codes = new HashSet<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    TextReader(Stream stream, Resemblance resemblance, Map<String, CodeList> lists) {
        this.known = new List[stream.size()];
        this.plain = new Boolean[stream.lines()];
        this.stream = stream;
        this.resemblance = resemblance;
        lists.values().stream()
                .flatMap(list -> list.values().keySet().stream())
                .map(Printed::key)
                .filter(code -> code.length() >= TELLING)
                .forEach(codes::add);
    }

    /** The readings that begin at a position, shortest first; the same for every text cell. */
    List<Reading> at(int from) {
        List<Reading> readings = known[from];
        if (readings == null) {
            readings = read(from);
            known[from] = readings;
        }
        return readings;
    }

    private List<Reading> read(int from) {
        List<Reading> readings = new ArrayList<>();
        if (stream.insideFigure(from)) {
            return readings;
        }
        double start = stream.atBlock(from) ? 0 : 0.3;
        double odd = stream.atLine(from) && !stream.atBlock(from) && plain(stream.lineOf(from) - 1) ? TORN : 0;
        int line = stream.lineOf(from);
        for (int i = line; i < stream.lines() && i < line + LONGEST; i++) {
            int begin = Math.max(from, stream.first(i));
            if (i > line && stream.atBlock(stream.first(i))) {
                start += 2;
                // A few characters by themselves are another cell more often than the end of a text.
                odd += stream.key(begin, stream.first(i + 1)).length() < SHORT ? 1.5 : 0;
                String head = stream.key(from, begin);
                odd += codes.contains(head) || Printed.blank(head.substring(0, 1)) ? Taken.MISFIT : 0;
            }
            for (int to = begin + 1; to < stream.first(i + 1); to++) {
                if (!stream.insideFigure(to)) {
                    double here = odd + oddity(begin, to, begins(i, line));
                    readings.add(reading(from, to, start + here + 0.5, here));
                }
            }
            odd += oddity(begin, stream.first(i + 1), begins(i, line));
            boolean whole = stream.atBlock(stream.first(i + 1));
            double torn = !whole && plain(i + 1) ? TORN : 0;
            readings.add(reading(from, stream.first(i + 1), start + odd + torn + (whole ? 0 : 0.5), odd + torn));
            if (start + odd > 8) {
                break;
            }
        }
        return readings;
    }

    /** True for a line that is neither label nor figure nor code: text of the same block belongs together. */
    private boolean plain(int line) {
        if (plain[line] == null) {
            plain[line] = looksPlain(line);
        }
        return plain[line];
    }

    private boolean looksPlain(int line) {
        String key = stream.key(stream.first(line), stream.first(line + 1));
        return key.length() > 2 && !NO_TEXT.matcher(key).matches() && resemblance.toLabel(key) < Resemblance.LABEL;
    }

    private Reading reading(int from, int to, double cost, double odd) {
        boolean blank = to - from <= 3 && Printed.blank(stream.key(from, to));
        return new Reading(from, to, cost, odd, blank ? null : new Words(stream, from, to));
    }

    private boolean begins(int line, int first) {
        return line == first || stream.atBlock(stream.first(line));
    }

    private double oddity(int from, int to, boolean first) {
        String key = stream.key(from, to);
        double label = resemblance.toLabel(key);
        double odd =
                label == 1 ? 4 : label >= Resemblance.LABEL ? 3 : first && resemblance.inLabel(key) ? Taken.MISFIT : 0;
        if (NO_TEXT.matcher(key).matches()) {
            odd += 2.5;
        } else if (first && (key.length() == 1 || CODE.matcher(key).matches())) {
            odd += 2;
        }
        return odd;
    }
}
