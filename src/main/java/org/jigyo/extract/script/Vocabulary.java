package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.sheet.Printed;

/** What a page's labels and code lists say about a run of text, whichever slot asks. */
final class Vocabulary {

    /** A shorter label is too common to say that a narrative is none. */
    private static final int TELLING = 3;

    private final Map<String, CodeList> codes;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final List<String> endings = new ArrayList<>();
    private final Map<String, Boolean> foreign = new HashMap<>();
    private final Map<String, List<String>> phrases = new HashMap<>();

    Vocabulary(Layout layout, ScriptPage page) {
        this.codes = layout.codes();
        page.chunks().forEach(c -> c.elements().forEach(this::learn));
    }

    private void learn(ScriptElement e) {
        if (e.label() != null && Printed.key(e.label()).length() >= TELLING) {
            labels.add(Printed.key(e.label()));
        }
        if (e.codes() != null) {
            list(e.codes()).values().keySet().stream().map(Printed::key).forEach(values::add);
        }
        if (e.ends() != null) {
            endings.add(e.ends());
        }
    }

    /** The code list of that name; an unknown name is an empty list. */
    CodeList list(String name) {
        return codes.getOrDefault(name, new CodeList(Map.of()));
    }

    boolean label(String text) {
        return labels.contains(Printed.key(text));
    }

    /** What it costs that lines of a narrative are labels, numbers or codes of other cells. */
    double foreign(List<String> lines) {
        return Cost.TEXT_LOOKS_OTHER
                * lines.stream()
                        .filter(l -> foreign.computeIfAbsent(l, this::looksForeign))
                        .count();
    }

    /** What it costs to take the run of text as a narrative of that slot. */
    double narrative(ScriptElement slot, Span span) {
        double cost = span.foreign();
        if (slot.lines() != null && span.lines().size() > slot.lines()) {
            cost += Cost.TEXT_LOOKS_OTHER;
        }
        if (slot.says() != null && phrases(slot.says()).stream().noneMatch(span.key()::contains)) {
            cost += Cost.ENDING_UNUSUAL;
        }
        return cost + endings(slot, span.key());
    }

    private double endings(ScriptElement slot, String key) {
        if (slot.ends() != null && ends(key, slot.ends())) {
            return 0;
        }
        double cost = slot.ends() == null ? 0 : Cost.ENDING_UNUSUAL;
        boolean other = endings.stream().anyMatch(list -> !list.equals(slot.ends()) && ends(key, list));
        if (!other) {
            return cost;
        }
        return cost + (slot.ends() == null ? Cost.ENDING_UNUSUAL / 2 : Cost.ENDING_OF_OTHER);
    }

    private boolean ends(String key, String list) {
        String bare = bare(key);
        return phrases(list).stream().anyMatch(e -> bare.endsWith(e) || key.endsWith(e));
    }

    /** Without closing brackets with what they hold, and without the last full stop. */
    private static String bare(String key) {
        String text = key;
        while (text.endsWith(")") && text.lastIndexOf('(') > 0) {
            text = text.substring(0, text.lastIndexOf('('));
        }
        return text.endsWith("。") || text.endsWith("等") ? text.substring(0, text.length() - 1) : text;
    }

    private List<String> phrases(String list) {
        return phrases.computeIfAbsent(
                list, k -> list(k).values().keySet().stream().map(Printed::key).toList());
    }

    private boolean looksForeign(String line) {
        String key = Printed.key(line);
        return labels.contains(key) || values.contains(key) || Tokens.onlyNumbersOrYears(line) || Tokens.account(line);
    }
}
