package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Printed;

/** Reads printed SDGs: a line that begins with goal and target starts one, the lines below are its note. */
final class SdgReader {

    private static final int LONGEST = 30;
    private static final Pattern FIRST = Pattern.compile(
            "(1[0-7]|[1-9])[\\s\u3000]+(?:(1[0-7]|[1-9])\\.(\\d{1,2}|[a-d])|[-－―])(?:[\\s\u3000]+(.*))?");

    private static final Pattern FIGURES = Pattern.compile("[▲△\\d,.\\s]+");

    private final DrawnText drawn;
    private final Resemblance resemblance;

    SdgReader(DrawnText drawn, Resemblance resemblance) {
        this.drawn = drawn;
        this.resemblance = resemblance;
    }

    /** The candidates that begin at a position; the value is a map from {@code sdgs/…} to a note or true. */
    List<Candidate> at(int from) {
        List<Candidate> candidates = new ArrayList<>();
        if (drawn.insideFigure(from) || drawn.lineOf(from) >= drawn.lines()) {
            return candidates;
        }
        double cost = 0;
        int line = drawn.lineOf(from);
        int blocks = 0;
        for (int i = line; i < drawn.lines() && i < line + LONGEST; i++) {
            if (i > line && drawn.atBlock(drawn.first(i))) {
                blocks++;
                // The note may be a separate block; a second block is usually another cell.
                boolean bare = goals(drawn.pieces(from, drawn.first(i))).containsValue(true);
                cost += blocks == 1 && bare ? 0.2 : 2;
            }
            int to = drawn.first(i + 1);
            List<String> pieces = drawn.pieces(from, to);
            Map<String, Object> goals = goals(pieces);
            if (goals.isEmpty()) {
                break;
            }
            double end = drawn.atBlock(to) ? 0 : 0.8;
            double odd = strange(pieces) * 3.0;
            double bare = goals.containsValue(true) ? 0.3 : 0;
            candidates.add(new Candidate(from, to, cost + end + odd + bare, odd, goals));
        }
        return candidates;
    }

    /** The number of pieces that cannot be a note: figures, dashes, labels. */
    private int strange(List<String> pieces) {
        return (int) pieces.stream()
                .filter(p -> !FIRST.matcher(p.strip()).matches())
                .filter(p -> FIGURES.matcher(p).matches()
                        || Printed.blank(p)
                        || Printed.key(p).length() < 2
                        || resemblance.toLabel(Printed.key(p)) >= Resemblance.LABEL)
                .count();
    }

    private static Map<String, Object> goals(List<String> lines) {
        Map<String, Object> goals = new LinkedHashMap<>();
        String current = null;
        List<String> note = new ArrayList<>();
        for (String line : lines) {
            Matcher m = FIRST.matcher(line.strip());
            if (m.matches() && (m.group(2) == null || m.group(2).equals(m.group(1)))) {
                put(goals, current, note);
                note.clear();
                current = m.group(2) == null ? m.group(1) : m.group(2) + "." + m.group(3);
                if (m.group(4) != null) {
                    note.add(m.group(4));
                }
            } else if (current == null) {
                return Map.of();
            } else {
                note.add(line);
            }
        }
        put(goals, current, note);
        return goals;
    }

    private static void put(Map<String, Object> goals, String code, List<String> note) {
        if (code != null) {
            String text = Printed.text(note);
            goals.put("sdgs/" + code, text.isEmpty() || Printed.blank(text) ? true : text);
        }
    }
}
