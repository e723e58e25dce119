package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jigyo.Finding;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.SlotType;
import org.jigyo.sheet.Printed;

/** Fits values with a recognisable type (digits, accounts, goals, pledges), one on each line or sometimes several. */
final class TokenFitter implements Fitter {

    private final Lexicon lexicon;

    TokenFitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Fit> at(Strip strip, Step step, int p) {
        List<Fit> fits = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Value.Spot> spots = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        int most = step.element().most() == null ? 1 : step.element().most();
        double cost = 0;
        int at = p;
        for (int n = 0; n < most && at < strip.size(); n++) {
            Optional<Fit> one = one(strip, step, at);
            if (one.isEmpty()) {
                break;
            }
            Value.Spot spot = new Value.Spot(at, one.get().end());
            one.get().value().facts().forEach((path, fact) -> {
                facts.put(path, fact);
                spots.put(path, spot);
            });
            unknown.addAll(one.get().value().fields());
            cost += one.get().cost();
            at = one.get().end();
            fits.add(new Fit(at, cost, value(facts, spots, unknown)));
        }
        return fits;
    }

    private static Value value(Map<String, Object> facts, Map<String, Value.Spot> spots, List<String> unknown) {
        return new Value(
                facts + " " + unknown,
                new LinkedHashMap<>(facts),
                Map.copyOf(spots),
                List.copyOf(unknown),
                unknown.isEmpty() ? null : Finding.Code.CODE_UNKNOWN);
    }

    /** The best reading of a line or of its beginning; of a torn line, together with the next one. */
    private Optional<Fit> one(Strip strip, Step step, int p) {
        int line = strip.lineEnd(p);
        List<Fit> fits = new ArrayList<>();
        for (int q = line; q > p; q--) {
            read(step, strip.text(p, q).strip(), q).ifPresent(fits::add);
        }
        if (step.slot() == SlotType.GOAL && fits.isEmpty() && line < strip.size()) {
            int end = strip.lineEnd(line);
            read(step, strip.text(p, end).strip(), end)
                    .filter(f -> f.cost() == 0)
                    .ifPresent(f -> fits.add(new Fit(end, Cost.CODE_UNKNOWN, f.value())));
        }
        return fits.stream().min(Comparator.comparingDouble(Fit::cost));
    }

    private Optional<Fit> read(Step step, String text, int end) {
        return switch (step.slot()) {
            case DIGITS -> digits(step, text, end);
            case ACCOUNT -> account(text, end);
            case GOAL -> goal(step.element(), text, end);
            default -> pledges(text, end);
        };
    }

    private static Optional<Fit> digits(Step step, String text, int end) {
        String key = Printed.key(text);
        if (key.isEmpty() || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        Integer digits = step.element().digits();
        double cost = digits == null || digits == key.length() ? 0 : Cost.CODE_UNKNOWN;
        return Optional.of(new Fit(end, cost, Value.of(step.paths().get(0), key)));
    }

    private static Optional<Fit> account(String text, int end) {
        Matcher m = Tokens.ACCOUNT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String path = "budgetAccounts/" + Printed.key(m.group(1));
        Object name = m.group(2) == null ? true : m.group(2).strip();
        // An account without a name was torn off it; one whose name continues with figures was glued to them.
        double cost =
                m.group(2) == null ? Cost.CODE_UNKNOWN + Cost.CODE_TORN : figures(m.group(2)) ? Cost.ROW_BROKEN : 0;
        return Optional.of(new Fit(end, cost, Value.of(path + name, Map.of(path, name))));
    }

    private static boolean figures(String name) {
        List<String> words = Tokens.words(name);
        return Tokens.account(words.get(words.size() - 1))
                || words.stream().filter(w -> Printed.number(w).isPresent()).count() > 1;
    }

    private Optional<Fit> goal(ScriptElement element, String text, int end) {
        Matcher m = Tokens.GOAL.matcher(Printed.key(text));
        if (!m.matches() || Integer.parseInt(m.group(1)) < 1 || Integer.parseInt(m.group(1)) > 17) {
            return Optional.empty();
        }
        if (element.digits() != null && element.digits() != m.group(1).length()) {
            return Optional.empty();
        }
        String path = "sdgs/" + Integer.parseInt(m.group(1));
        if (element.codes() != null && !lexicon.goal(element.codes(), m.group(1), m.group(2))) {
            Value unknown = Value.unknown(text, List.of(path), Finding.Code.CODE_UNKNOWN);
            return Optional.of(new Fit(end, Cost.CODE_UNKNOWN, unknown));
        }
        return Optional.of(new Fit(end, 0, Value.of(path, true)));
    }

    private static Optional<Fit> pledges(String text, int end) {
        List<String> words = Tokens.words(text);
        if (words.isEmpty()
                || !words.stream()
                        .allMatch(w -> Tokens.PLEDGE.matcher(Printed.key(w)).matches())) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        words.forEach(w -> facts.put("pledges/" + Printed.key(w), true));
        return Optional.of(new Fit(end, 0, Value.of(facts.toString(), facts)));
    }
}
