package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jigyo.Finding;
import org.jigyo.sheet.Printed;

/**
 * Fits plan elements: one on a line, or several printed column by column (all heads, all second numbers, all third
 * ones, all labels).
 */
final class PathsFitter implements Fitter {

    private final Lexicon lexicon;

    PathsFitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        List<String> words = Tokens.words(strip.text(p, strip.lineEnd(p)));
        if (words.isEmpty() || !Tokens.PLAN.matcher(words.get(0)).matches()) {
            return headless(strip, p);
        }
        if (words.size() >= 4) {
            return rows(strip, p);
        }
        return words.size() == 1 ? columns(strip, p) : torn(strip, p, words.get(0));
    }

    /** An element whose head was torn in two, with the rest on the next line. */
    private static List<Fit> headless(Strip strip, int p) {
        int line = strip.lineEnd(p);
        if (line == strip.size()) {
            return List.of();
        }
        int end = strip.lineEnd(line);
        String text = strip.text(p, line).strip() + strip.text(line, end).strip();
        return place(text)
                .map(facts -> List.of(new Fit(end, Cost.ROW_BROKEN, Value.of(facts.toString(), facts))))
                .orElse(List.of());
    }

    private static Optional<Map<String, Object>> place(String line) {
        List<String> words = Tokens.words(line);
        if (words.size() < 4 || !Tokens.PLAN.matcher(words.get(0)).matches() || !number(words.get(1), words.get(2))) {
            return Optional.empty();
        }
        String label = String.join(" ", words.subList(3, words.size()));
        return Optional.of(Map.of(path(words.get(0), words.get(1), words.get(2)), label));
    }

    /** A line that is neither a complete element nor the head of a column: its elements are undecided. */
    private static List<Fit> torn(Strip strip, int p, String head) {
        int end = strip.lineEnd(p);
        List<String> fields = List.of("policies/" + head + "-*");
        return List.of(new Fit(
                end, Cost.ROW_BROKEN, Value.unknown(strip.text(p, end), fields, Finding.Code.VALUE_UNREADABLE)));
    }

    private static List<Fit> rows(Strip strip, int p) {
        List<Fit> fits = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int q = p; q < strip.size(); ) {
            int end = strip.lineEnd(q);
            Optional<Map<String, Object>> place = place(strip.text(q, end));
            if (place.isEmpty()) {
                break;
            }
            facts.putAll(place.get());
            q = end;
            fits.add(new Fit(q, 0, Value.of(facts.toString(), new LinkedHashMap<>(facts))));
        }
        return fits;
    }

    private static boolean number(String... words) {
        return List.of(words).stream()
                .allMatch(w -> Tokens.PLAN_NUMBER.matcher(Printed.key(w)).matches());
    }

    private static String path(String head, String second, String third) {
        return "policies/" + head + "-" + Printed.key(second) + "-" + Printed.key(third);
    }

    private List<Fit> columns(Strip strip, int p) {
        List<String> lines = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int heads = 0;
        int numbers = 0;
        for (int q = p; q < strip.size(); q = strip.lineEnd(q)) {
            String line = strip.text(q, strip.lineEnd(q)).strip();
            if (Tokens.PLAN.matcher(line).matches() && numbers == 0) {
                heads++;
            } else if (number(line)) {
                numbers++;
            } else {
                break;
            }
            lines.add(line);
            ends.add(strip.lineEnd(q));
        }
        int q = ends.get(ends.size() - 1);
        if (numbers != 2 * heads) {
            // Which number belongs to which row is undecided: only the heads are known.
            List<String> fields = lines.subList(0, heads).stream()
                    .map(h -> "policies/" + h + "-*")
                    .distinct()
                    .toList();
            return List.of(new Fit(
                    q, Cost.ROW_BROKEN, Value.unknown(lines.toString(), fields, Finding.Code.VALUE_UNREADABLE)));
        }
        return labelled(strip, lines, heads, q);
    }

    private List<Fit> labelled(Strip strip, List<String> lines, int rows, int from) {
        List<Fit> fits = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            open.add(path(lines.get(i), lines.get(rows + i), lines.get(2 * rows + i)));
        }
        int q = from;
        double foreign = 0;
        for (int i = 0; i < rows && q < strip.size(); i++) {
            String label = strip.text(q, strip.lineEnd(q)).strip();
            if (Tokens.onlyNumbersOrYears(label)) {
                break;
            }
            facts.put(open.get(i), label);
            foreign += lexicon.foreign(List.of(label));
            q = strip.lineEnd(q);
            fits.add(
                    i == rows - 1
                            ? new Fit(q, foreign, Value.of(facts.toString(), facts))
                            : new Fit(
                                    q,
                                    Cost.ROW_BROKEN,
                                    Value.unknown(facts.toString(), open, Finding.Code.VALUE_UNREADABLE)));
        }
        if (fits.isEmpty()) {
            fits.add(new Fit(
                    from, Cost.ROW_BROKEN, Value.unknown(lines.toString(), open, Finding.Code.VALUE_UNREADABLE)));
        }
        return fits;
    }
}
