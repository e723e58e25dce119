package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.sheet.Printed;

/** Where a line may be cut in two, because a value or a label of the form could end or begin there. */
final class Cuts {

    /** Short words with blanks between them may be cells of their own. */
    private static final int SHORT_WORD = 12;

    private final Set<String> codes = new HashSet<>();
    private final Vocabulary vocabulary;
    private final List<String> labels = new ArrayList<>();

    Cuts(ScriptPage page, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        page.chunks().forEach(c -> c.elements().forEach(e -> learn(e)));
    }

    private void learn(ScriptElement e) {
        if (e.codes() != null && e.slot() == org.jigyo.layout.SlotType.CODE) {
            vocabulary.list(e.codes()).keySet().stream()
                    .filter(code -> code.length() > 1)
                    .forEach(codes::add);
        }
        if (e.label() != null && Printed.key(e.label()).length() > 1) {
            labels.add(e.label());
        }
    }

    Strip strip(List<Drawn> lines) {
        List<Atom> atoms = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            Drawn d = lines.get(row);
            int from = 0;
            for (int to : places(d.line().text())) {
                atoms.add(new Atom(
                        d.page(), d.block(), row, d.line(), from, to, from == 0 && (d.startsBlock() || row == 0)));
                from = to;
            }
        }
        return new Strip(atoms);
    }

    /** How many characters print the code that the text begins with. */
    private static int prefix(String text, String code) {
        int end = 1;
        while (end < text.length() && !Printed.key(text.substring(0, end)).equals(code)) {
            end++;
        }
        return end;
    }

    private Set<Integer> places(String text) {
        TreeSet<Integer> places = new TreeSet<>();
        String key = vocabulary.key(text);
        codes.stream()
                .filter(code -> key.startsWith(code) && key.length() > code.length())
                .forEach(code -> places.add(prefix(text, code)));
        for (String label : labels) {
            if (text.startsWith(label)) {
                places.add(label.length());
            }
            if (text.endsWith(label)) {
                places.add(text.length() - label.length());
            }
        }
        if (Tokens.words(text).stream().allMatch(w -> w.length() <= SHORT_WORD)) {
            for (int i = 1; i < text.length(); i++) {
                if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                    places.add(i);
                }
            }
        }
        places.remove(0);
        // A cut that leaves only blanks behind it is none.
        places.removeIf(at -> at >= text.length()
                || text.substring(at).isBlank()
                || text.substring(0, at).isBlank());
        places.add(text.length());
        return places;
    }
}
