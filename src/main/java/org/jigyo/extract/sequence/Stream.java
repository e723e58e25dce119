package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.page.Block;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.sheet.Printed;

/**
 * The text of a page in drawing order, with the positions at which one value may end and the next begin: at each line, and
 * within a line around numbers, dashes, boxes, blanks and the form's labels. The last position is the end of the page.
 */
final class Stream {

    private static final int LONGEST_FIGURE = 14;
    /** So many characters of a label make a fragment of it. */
    private static final int FRAGMENT = 6;
    /** Fewer do when so many more of them stand on the neighbouring line. */
    private static final int JOINT = 4;

    private final int page;
    private final List<Line> lines = new ArrayList<>();
    private final List<Boolean> begins = new ArrayList<>();
    private final List<int[]> positions = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    /** The stream of a page; the labels say where else a line can be cut. */
    Stream(Page page, List<String> labels) {
        this.page = page.number();
        for (Block block : page.blocks()) {
            boolean begin = true;
            for (Line line : block.lines()) {
                if (!Printed.key(line.text()).isEmpty()) {
                    lines.add(line);
                    begins.add(begin);
                    begin = false;
                }
            }
        }
        List<String> whole = lines.stream().map(l -> Keys.of(List.of(l.text()))).toList();
        for (int i = 0; i < lines.size(); i++) {
            first.add(positions.size());
            String last = i == 0 ? "" : whole.get(i - 1);
            String next = i + 1 == lines.size() ? "" : whole.get(i + 1);
            for (int cut : cuts(lines.get(i).text(), last, next, labels)) {
                positions.add(new int[] {i, cut});
            }
        }
        first.add(positions.size());
        positions.add(new int[] {lines.size(), 0});
        for (int p = 0; p + 1 < positions.size(); p++) {
            keys.add(Keys.of(pieces(p, p + 1)));
        }
    }

    int page() {
        return page;
    }

    /** Number of positions, the end of the page included. */
    int size() {
        return positions.size();
    }

    int lines() {
        return lines.size();
    }

    Line line(int index) {
        return lines.get(index);
    }

    int lineOf(int position) {
        return positions.get(position)[0];
    }

    /** The position at which a line begins; for the number of lines, the end of the page. */
    int first(int line) {
        return first.get(line);
    }

    /** The lines that a reading touches. */
    List<Line> lines(Reading reading) {
        if (reading == null) {
            return List.of();
        }
        int last = lineOf(reading.to()) - (atLine(reading.to()) ? 1 : 0);
        return List.copyOf(lines.subList(lineOf(reading.from()), last + 1));
    }

    /** True when the position is the beginning of a line. */
    boolean atLine(int position) {
        return first.get(lineOf(position)) == position;
    }

    /** True when the position is the beginning of a block, or the end of the page. */
    boolean atBlock(int position) {
        return atLine(position) && (lineOf(position) == lines.size() || begins.get(lineOf(position)));
    }

    /** The key of the text between a position and the next. */
    String key(int position) {
        return keys.get(position);
    }

    /** The key of the text between two positions. */
    String key(int from, int to) {
        if (to == from + 1) {
            return keys.get(from);
        }
        StringBuilder key = new StringBuilder();
        for (int p = from; p < to; p++) {
            key.append(keys.get(p));
        }
        return key.toString();
    }

    /** The text between two positions, line by line. */
    List<String> pieces(int from, int to) {
        List<String> pieces = new ArrayList<>();
        int last = lineOf(to);
        for (int i = lineOf(from); i <= last && i < lines.size(); i++) {
            String text = lines.get(i).text();
            int start = i == lineOf(from) ? positions.get(from)[1] : 0;
            int end = i == last ? positions.get(to)[1] : text.length();
            if (end > start) {
                pieces.add(text.substring(start, end).strip());
            }
        }
        return pieces;
    }

    /** True when nothing but the cut parts the characters before and after a position: both are of one figure. */
    boolean insideFigure(int position) {
        if (atLine(position)) {
            return false;
        }
        String text = lines.get(lineOf(position)).text();
        int at = positions.get(position)[1];
        return figure(text.charAt(at - 1)) && figure(text.charAt(at));
    }

    /** True when the run of figures around a position is one well-formed number. */
    boolean whole(int position) {
        String text = lines.get(lineOf(position)).text();
        int from = positions.get(position)[1];
        int to = from;
        while (from > 0 && figure(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && figure(text.charAt(to))) {
            to++;
        }
        String run = text.substring(from, to);
        return Reader.FIGURE.matcher(run).matches()
                && (run.indexOf(',') >= 0 || run.length() <= 3 || run.indexOf('.') >= 0);
    }

    private static Set<Integer> cuts(String text, String last, String next, List<String> labels) {
        Set<Integer> cuts = new TreeSet<>();
        int start = skip(text, 0);
        cuts.add(start);
        figures(text, start, cuts);
        for (int i = start; i < text.length(); i++) {
            if (blank(text.charAt(i))) {
                i = skip(text, i);
                if (i < text.length()) {
                    cuts.add(i);
                    figures(text, i, cuts);
                }
            }
        }
        for (int cut : List.copyOf(cuts)) {
            for (String label : labels) {
                int end = skip(text, after(text, cut, label));
                if (end > cut && end < text.length()) {
                    cuts.add(end);
                    figures(text, end, cuts);
                }
            }
        }
        for (String label : labels) {
            int at = before(text, label);
            if (at > start) {
                cuts.add(at);
            }
            beginnings(text, next, label, cuts);
            endings(text, last, label, cuts);
        }
        cuts.removeIf(c -> c > 0 && c >= text.length());
        return cuts;
    }

    /** Cuts before the beginning of a label that goes on in the next line. */
    private static void beginnings(String text, String next, String label, Set<Integer> cuts) {
        String end = Keys.of(text.charAt(text.length() - 1));
        for (int n = 2; n < label.length(); n++) {
            String rest = label.substring(n, Math.min(n + JOINT, label.length()));
            if (label.substring(0, n).endsWith(end) && (n >= FRAGMENT || next.startsWith(rest))) {
                int begin = before(text, label.substring(0, n));
                if (begin > 0) {
                    cuts.add(begin);
                }
            }
        }
    }

    /** Cuts behind the end of a label that began in the line before. */
    private static void endings(String text, String last, String label, Set<Integer> cuts) {
        int start = skip(text, 0);
        String begin = Keys.of(text.charAt(start));
        for (int n = 2; n < label.length(); n++) {
            int at = label.length() - n;
            String rest = label.substring(Math.max(0, at - JOINT), at);
            if (label.startsWith(begin, at) && (n >= FRAGMENT || last.endsWith(rest))) {
                int end = skip(text, after(text, start, label.substring(at)));
                if (end > 0 && end < text.length()) {
                    cuts.add(end);
                }
            }
        }
    }

    /** Cuts in and behind a run of figures, dashes and boxes. */
    private static void figures(String text, int from, Set<Integer> cuts) {
        int end = from;
        while (end < text.length() && (figure(text.charAt(end)) || mark(text.charAt(end)))) {
            end++;
        }
        int inner = from + Math.min(end - from, LONGEST_FIGURE);
        for (int i = from + 1; i <= inner && i < text.length(); i++) {
            boolean inFigure = figure(text.charAt(i - 1)) && text.charAt(i - 1) != ',' && text.charAt(i) != ',';
            if (inFigure || mark(text.charAt(i - 1))) {
                cuts.add(skip(text, i));
            }
        }
        if (end > from && end < text.length()) {
            cuts.add(skip(text, end));
        }
    }

    private static int after(String text, int from, String label) {
        int matched = 0;
        int at = from;
        while (at < text.length() && matched < label.length()) {
            String key = Keys.of(text.charAt(at));
            if (!label.startsWith(key, matched)) {
                return -1;
            }
            matched += key.length();
            at++;
        }
        return matched == label.length() ? at : -1;
    }

    private static int before(String text, String label) {
        int left = label.length();
        int at = text.length();
        while (at > 0 && left > 0) {
            at--;
            String key = Keys.of(text.charAt(at));
            left -= key.length();
            if (left < 0 || !label.startsWith(key, left)) {
                return -1;
            }
        }
        return left == 0 ? at : -1;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at >= 0 && at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }

    private static boolean figure(char c) {
        return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '▲' || c == '△';
    }

    private static boolean mark(char c) {
        return "☑□■☒-‐－―–—".indexOf(c) >= 0;
    }
}
