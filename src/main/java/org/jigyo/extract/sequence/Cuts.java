package org.jigyo.extract.sequence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Places where a line may be cut: around numbers, dashes, boxes, spaces and the form's labels. */
final class Cuts {

    private static final int LONGEST_FIGURE = 14;
    /** More numbers than a run of figures contains. */
    private static final int MANY = 1000;
    /** A line this short may be a word followed by a figure. */
    private static final int WORD = 12;
    /** Minimum number of characters for a fragment of a label. */
    private static final int FRAGMENT = 6;
    /** Fewer characters are enough if at least this many more are on the adjacent line. */
    private static final int JOINT = 4;

    private Cuts() {}

    /** True if the run of figures around a place need not be cut there, because fewer numbers explain it as well. */
    static boolean torn(String text, int at) {
        int from = at;
        int to = at;
        while (from > 0 && figure(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && figure(text.charAt(to))) {
            to++;
        }
        int all = numbers(text.substring(from, to));
        return all < MANY && all < numbers(text.substring(from, at)) + numbers(text.substring(at, to));
    }

    /**
     * The smallest number of well-formed numbers that a run of figures can be split into; a large number if it cannot.
     */
    private static int numbers(String run) {
        int[] least = new int[run.length() + 1];
        for (int end = 1; end <= run.length(); end++) {
            least[end] = MANY;
            for (int from = Math.max(0, end - LONGEST_FIGURE); from < end; from++) {
                if (least[from] + 1 < least[end] && wellFormed(run.substring(from, end))) {
                    least[end] = least[from] + 1;
                }
            }
        }
        return least[run.length()];
    }

    private static boolean wellFormed(String number) {
        return ElementReader.FIGURE.matcher(number).matches()
                && (number.indexOf(',') >= 0 || number.length() <= 3 || number.indexOf('.') >= 0);
    }

    /** The positions in a line: its beginning, and each place where another value may begin. */
    static Set<Integer> of(String text, String last, String next, List<String> labels) {
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
        if (text.length() - start <= WORD) {
            int end = text.length();
            while (end > start && figure(text.charAt(end - 1))) {
                end--;
            }
            cuts.add(end);
        }
        cuts.removeIf(c -> c > 0 && c >= text.length());
        return cuts;
    }

    /** Cuts before the beginning of a label that continues on the next line. */
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

    /** Cuts after the end of a label that began on the line before. */
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

    /** Cuts within and after a run of figures, dashes and boxes. */
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

    /** True for a character that can be part of a number. */
    static boolean figure(char c) {
        return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '▲' || c == '△';
    }

    private static boolean mark(char c) {
        return "☑□■☒-‐－―–—".indexOf(c) >= 0;
    }
}
