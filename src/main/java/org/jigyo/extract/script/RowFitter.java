package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jigyo.Finding;
import org.jigyo.layout.ScriptElement;
import org.jigyo.sheet.Printed;

/**
 * Fits numbers or code values, one for each column. A row with a different number of columns is taken, and its values
 * are left undecided.
 */
final class RowFitter implements Fitter {

    private final Lexicon lexicon;

    RowFitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        List<Fit> fits = new ArrayList<>();
        List<String> paths = step.paths();
        List<String> words = new ArrayList<>();
        List<Value.Spot> spots = new ArrayList<>();
        for (int q = p; q < strip.size() && words.size() <= paths.size(); ) {
            if (q > p && strip.atom(q).startsBlock() && !step.element().spread()) {
                break;
            }
            List<String> more = Tokens.words(strip.atom(q).text());
            if (!more.stream().allMatch(w -> readable(step.element(), w))) {
                break;
            }
            words.addAll(more);
            Value.Spot spot = new Value.Spot(q, q + 1);
            more.forEach(w -> spots.add(spot));
            q++;
            if (words.size() == paths.size()) {
                fits.add(new Fit(q, oddness(step.element(), words), values(step.element(), paths, words, spots)));
            } else if (!words.isEmpty() && words.size() <= paths.size() + 1 && q == strip.lineEnd(q - 1)) {
                double cost = Cost.ROW_BROKEN + 0.2 * Math.abs(paths.size() - words.size());
                fits.add(new Fit(
                        q, cost, Value.unknown(String.join(" ", words), step.fields(), Finding.Code.VALUE_UNREADABLE)));
            }
        }
        return fits;
    }

    private boolean readable(ScriptElement element, String word) {
        return value(element, word).isPresent() || Printed.blank(word);
    }

    private Optional<Object> value(ScriptElement element, String word) {
        if (element.codes() == null) {
            return Printed.number(word).map(n -> n);
        }
        return Optional.ofNullable(lexicon.list(element.codes()).get(lexicon.key(word)))
                .map(RowFitter::truth);
    }

    private static Object truth(String value) {
        return value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
    }

    private Value values(ScriptElement element, List<String> paths, List<String> words, List<Value.Spot> spots) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Value.Spot> where = new HashMap<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            Optional<Object> value = value(element, words.get(i));
            value.ifPresent(v -> key.append(v));
            key.append(' ');
            if (value.isPresent()) {
                facts.put(paths.get(i), value.get());
                where.put(paths.get(i), spots.get(i));
            }
        }
        // Numbers in an unusual notation are doubtful only if another number is where none belongs.
        List<String> odd = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (!Printed.blank(words.get(i)) && odd(element, words.get(i))) {
                odd.add(paths.get(i).replaceAll("\\{.*\\}", "*"));
            }
        }
        return new Value(key.toString(), facts, where, odd, null);
    }

    private static double oddness(ScriptElement element, List<String> words) {
        int odd = (int) words.stream().filter(w -> odd(element, w)).count();
        return Math.min(Cost.DOUBT, odd);
    }

    /** True for a blank column, or for a number with other decimals than the form prints. */
    private static boolean odd(ScriptElement element, String word) {
        return Printed.blank(word) || (element.decimals() != null && decimals(word) != element.decimals());
    }

    private static int decimals(String word) {
        int dot = Printed.key(word).indexOf('.');
        return dot < 0 ? 0 : Printed.key(word).length() - dot - 1;
    }
}
