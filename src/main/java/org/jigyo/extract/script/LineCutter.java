package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.sheet.Printed;

/** Finds the places where a line may be cut, because a value or a label of the form could end or begin there. */
final class LineCutter {

    /** Maximum length of words that may be separate cells, if spaces separate them. */
    private static final int SHORT_WORD = 12;

    private final Set<String> codes = new HashSet<>();
    private final Lexicon lexicon;
    private final List<String> labels = new ArrayList<>();
    private final Set<String> endings = new HashSet<>(Set.of("。"));

    LineCutter(ScriptPage page, Lexicon lexicon) {
        this.lexicon = lexicon;
        page.chunks().forEach(c -> c.elements().forEach(e -> learn(e)));
    }

    private void learn(ScriptElement e) {
        if (e.codes() != null && e.slot() == org.jigyo.layout.SlotType.CODE) {
            lexicon.list(e.codes()).keySet().stream()
                    .filter(code -> code.length() > 1)
                    .forEach(codes::add);
        }
        if (e.ends() != null && e.optional()) {
            endings.addAll(lexicon.list(e.ends()).keySet());
        }
        if (e.label() != null && Printed.key(e.label()).length() > 1) {
            labels.add(e.label());
        }
    }

    Strip strip(List<Drawn> lines) {
        List<Atom> atoms = new ArrayList<>();
        StringBuilder above = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            Drawn d = lines.get(row);
            int from = 0;
            if (d.startsBlock()) {
                above.setLength(0);
            }
            Set<Integer> places = places(d.line().text());
            wrapped(above.toString(), d.line().text(), places);
            above.append(d.key());
            Set<Integer> seams = seams(d.line().text());
            for (int to : places) {
                boolean startsBlock = from == 0 && (d.startsBlock() || row == 0);
                atoms.add(new Atom(d.page(), d.block(), row, d.line(), from, to, startsBlock, seams.contains(from)));
                from = to;
            }
        }
        return new Strip(atoms);
    }

    /** The number of characters that print the code at the beginning of the text; 0 if there is none. */
    private static int prefix(String text, String code) {
        int end = 1;
        while (end < text.length() && !Printed.key(text.substring(0, end)).equals(code)) {
            end++;
        }
        return end;
    }

    /** The index where the code at the end of the text begins. */
    private static int suffix(String text, String code) {
        int from = text.length() - 1;
        while (from > 0 && !Printed.key(text.substring(from)).equals(code)) {
            from--;
        }
        return from;
    }

    /**
     * Cuts after the figures at the beginning of a line, before those at its end, and before each of several numbered
     * names.
     */
    private static void numbers(String text, Set<Integer> places) {
        int head = 0;
        while (head < text.length() && figure(text.charAt(head))) {
            head++;
        }
        int tail = text.length();
        while (tail > 0 && figure(text.charAt(tail - 1))) {
            tail--;
        }
        if (tail <= head) {
            return;
        }
        if (Tokens.GOAL.matcher(Printed.key(text)).matches()) {
            for (int i = 1; i < tail; i++) {
                if (Character.isDigit(text.charAt(i)) && !figure(text.charAt(i - 1))) {
                    places.add(i);
                }
            }
        } else {
            places.add(head);
        }
        places.add(tail);
        blanks(text, 0, head, places);
        blanks(text, tail, text.length(), places);
    }

    /** Cuts before the fiscal years at the end of a line. */
    private static void years(String text, Set<Integer> places) {
        Matcher m = Tokens.LAST_YEARS.matcher(text);
        if (m.find() && m.start() > 0) {
            places.add(m.start());
        }
    }

    /** Cuts before each account and each plan element that follows other text. */
    private static void heads(String text, Set<Integer> places) {
        for (Pattern head : List.of(Tokens.ACCOUNT_BEGINS, Tokens.PLAN_BEGINS)) {
            Matcher m = head.matcher(text);
            while (m.find()) {
                if (m.start() > 0) {
                    places.add(m.start());
                }
            }
        }
    }

    /** Cuts where two narratives may have been joined: after a sentence, and after an ending of an optional text. */
    private Set<Integer> seams(String text) {
        Set<Integer> seams = new HashSet<>();
        for (String ending : endings) {
            for (int at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
                int behind = at + ending.length();
                if (behind < text.length() && begins(text.charAt(behind))) {
                    seams.add(behind);
                }
            }
        }
        return seams;
    }

    /** True for a character that can begin a text; a particle or a bracket continues the same one. */
    private static boolean begins(char c) {
        return Character.UnicodeScript.of(c) != Character.UnicodeScript.HIRAGANA && "）)」】、。・ \u3000".indexOf(c) < 0;
    }

    private static boolean figure(char c) {
        return Character.isDigit(c) || ",.-▲△ ".indexOf(c) >= 0;
    }

    private Set<Integer> places(String text) {
        TreeSet<Integer> places = new TreeSet<>();
        numbers(text, places);
        years(text, places);
        heads(text, places);
        places.addAll(seams(text));
        places.add(text.length());
        int from = 0;
        for (int to : List.copyOf(places)) {
            words(text.substring(from, to), from, places);
            from = to;
        }
        if (Tokens.words(text).stream().allMatch(w -> w.length() <= SHORT_WORD)) {
            blanks(text, 0, text.length(), places);
        }
        // Drops cuts with only spaces before or after them.
        places.removeIf(at -> at < text.length()
                && (text.substring(at).isBlank() || text.substring(0, at).isBlank()));
        return places;
    }

    /** Cuts around codes and labels at the beginning or end of a piece of a line. */
    private void words(String piece, int offset, Set<Integer> places) {
        String key = lexicon.key(piece);
        for (String code : codes) {
            if (key.length() > code.length() && key.startsWith(code)) {
                places.add(offset + prefix(piece, code));
            }
            if (key.length() > code.length() && key.endsWith(code)) {
                places.add(offset + suffix(piece, code));
            }
        }
        for (String label : labels) {
            if (piece.length() > label.length() && piece.startsWith(label)) {
                places.add(offset + label.length());
            }
            if (piece.length() > label.length() && piece.endsWith(label)) {
                places.add(offset + piece.length() - label.length());
            }
        }
    }

    /** Cuts after the rest of a label whose beginning is all the text above it in the block. */
    private void wrapped(String above, String text, Set<Integer> places) {
        for (String label : labels) {
            String key = lexicon.key(label);
            if (!above.isEmpty() && key.startsWith(above) && key.length() > above.length()) {
                String rest = key.substring(above.length());
                if (text.length() > rest.length() && text.startsWith(rest)) {
                    places.add(rest.length());
                }
            }
        }
    }

    private static void blanks(String text, int from, int to, Set<Integer> places) {
        for (int i = from + 1; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                places.add(i);
            }
        }
    }
}
