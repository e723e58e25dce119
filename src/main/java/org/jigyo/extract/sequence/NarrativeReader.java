package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Printed;

/**
 * Reads narrative cells: whole lines, preferably a whole block. Lines that look like a label or a figure raise the
 * cost.
 */
final class NarrativeReader {

    private static final int LONGEST = 80;
    private static final int SHORT = 8;
    private static final int TELLING = 3;
    /** The cost of separating two lines of text that are drawn as one block. */
    private static final double TORN = 2.8;

    private static final Pattern NO_TEXT = Pattern.compile("[\\d,.▲△☑□■☒\\-‐－―–—]*");

    /** This many consecutive digits are a code and cannot begin a text. */
    private static final Pattern CODE = Pattern.compile("\\d{5,}.*");

    private final DrawnText drawn;
    private final Resemblance resemblance;
    private final List<Candidate>[] known;
    private final Boolean[] plain;
    /** Code values that are unlikely to occur as a text by chance. */
    private final Set<String> codes = new HashSet<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    NarrativeReader(DrawnText drawn, Resemblance resemblance, Map<String, CodeList> lists) {
        this.known = new List[drawn.size()];
        this.plain = new Boolean[drawn.lines()];
        this.drawn = drawn;
        this.resemblance = resemblance;
        lists.values().stream()
                .flatMap(list -> list.values().keySet().stream())
                .map(Printed::key)
                .filter(code -> code.length() >= TELLING)
                .forEach(codes::add);
    }

    /** The candidates that begin at a position, shortest first; the same for every text cell. */
    List<Candidate> at(int from) {
        List<Candidate> candidates = known[from];
        if (candidates == null) {
            candidates = read(from);
            known[from] = candidates;
        }
        return candidates;
    }

    private List<Candidate> read(int from) {
        List<Candidate> candidates = new ArrayList<>();
        if (drawn.insideFigure(from)) {
            return candidates;
        }
        double start = drawn.atBlock(from) ? 0 : 0.3;
        double odd = drawn.atLine(from) && !drawn.atBlock(from) && plain(drawn.lineOf(from) - 1) ? TORN : 0;
        int line = drawn.lineOf(from);
        for (int i = line; i < drawn.lines() && i < line + LONGEST; i++) {
            int begin = Math.max(from, drawn.first(i));
            if (i > line && drawn.atBlock(drawn.first(i))) {
                start += 2;
                // A few characters on their own are more often another cell than the end of a text.
                odd += drawn.key(begin, drawn.first(i + 1)).length() < SHORT ? 1.5 : 0;
                String head = drawn.key(from, begin);
                odd += codes.contains(head) || Printed.blank(head.substring(0, 1)) ? Taken.MISFIT : 0;
            }
            for (int to = begin + 1; to < drawn.first(i + 1); to++) {
                if (!drawn.insideFigure(to)) {
                    double here = odd + oddity(begin, to, begins(i, line));
                    candidates.add(candidate(from, to, start + here + 0.5, here));
                }
            }
            odd += oddity(begin, drawn.first(i + 1), begins(i, line));
            boolean whole = drawn.atBlock(drawn.first(i + 1));
            double torn = !whole && plain(i + 1) ? TORN : 0;
            candidates.add(candidate(from, drawn.first(i + 1), start + odd + torn + (whole ? 0 : 0.5), odd + torn));
            if (start + odd > 8) {
                break;
            }
        }
        return candidates;
    }

    /** True for a line that is neither label nor figure nor code: text of the same block belongs together. */
    private boolean plain(int line) {
        if (plain[line] == null) {
            plain[line] = looksPlain(line);
        }
        return plain[line];
    }

    private boolean looksPlain(int line) {
        String key = drawn.key(drawn.first(line), drawn.first(line + 1));
        return key.length() > 2 && !NO_TEXT.matcher(key).matches() && resemblance.toLabel(key) < Resemblance.LABEL;
    }

    private Candidate candidate(int from, int to, double cost, double odd) {
        boolean blank = to - from <= 3 && Printed.blank(drawn.key(from, to));
        return new Candidate(from, to, cost, odd, blank ? null : new LazyText(drawn, from, to));
    }

    private boolean begins(int line, int first) {
        return line == first || drawn.atBlock(drawn.first(line));
    }

    private double oddity(int from, int to, boolean first) {
        String key = drawn.key(from, to);
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
