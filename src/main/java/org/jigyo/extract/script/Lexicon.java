package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;
import org.jigyo.sheet.Printed;

/** Evaluates a run of text against a page's labels and code lists, independent of the slot. */
final class Lexicon {

    /** A shorter label is too common to show that a text is not a narrative. */
    private static final int TELLING = 3;

    private final Map<String, CodeList> codes;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    /** The lists of endings that contain an ending. */
    private final Map<String, Set<String>> endings = new HashMap<>();

    /** The length of the longest ending. */
    private int longest;

    private final Map<String, Set<String>> kin = new HashMap<>();
    private final Set<String> goals = new HashSet<>();
    private final Set<String> anywhere = new HashSet<>();
    private final List<Set<String>> columns = new ArrayList<>();
    private final Set<String> rightOf = new HashSet<>();
    private final Set<String> sayings = new HashSet<>();
    private final Map<String, Boolean> foreign = new HashMap<>();
    private final Map<String, Map<String, String>> lists = new HashMap<>();
    private final Map<String, Set<String>> endingsOf = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    Lexicon(Layout layout, ScriptPage page) {
        this.codes = layout.codes();
        page.chunks().forEach(c -> c.elements().forEach(this::learn));
        // Values with a recognisable type are not narratives on any page of the form.
        layout.script().pages().stream()
                .flatMap(p -> p.chunks().stream())
                .flatMap(c -> c.elements().stream())
                .filter(e -> e.codes() != null)
                .forEach(this::learnEverywhere);
    }

    private void learnEverywhere(ScriptElement e) {
        Set<String> keys = list(e.codes()).keySet();
        if (e.slot() == SlotType.GOAL) {
            goals.add(e.codes());
        } else if (e.slot() == SlotType.ROW) {
            columns.add(keys);
        } else if (e.slot() == SlotType.CODE) {
            anywhere.addAll(keys);
            keys.stream().filter(v -> v.length() > TELLING).forEach(values::add);
        }
    }

    private void learn(ScriptElement e) {
        if (e.label() != null && Printed.key(e.label()).length() >= TELLING) {
            labels.add(Printed.key(e.label()));
        }
        if (e.slot() != SlotType.GOAL && e.codes() != null) {
            values.addAll(list(e.codes()).keySet());
        }
        if (e.ends() != null) {
            list(e.ends()).keySet().forEach(end -> learnEnding(end, e.ends()));
            kin.computeIfAbsent(String.valueOf(e.per()), k -> new HashSet<>()).add(e.ends());
        }
        if (e.says() != null) {
            sayings.add(e.says());
        }
        if (e.rightOf() != null) {
            rightOf.add(Printed.key(e.rightOf()));
        }
    }

    private void learnEnding(String ending, String list) {
        endings.computeIfAbsent(ending, unknown -> new HashSet<>()).add(list);
        longest = Math.max(longest, ending.length());
    }

    /** The values of a code list by comparison key of the printed form; empty for an unknown name. */
    Map<String, String> list(String name) {
        return lists.computeIfAbsent(name, n -> {
            Map<String, String> values = new LinkedHashMap<>();
            codes.getOrDefault(n, new CodeList(Map.of())).values().forEach((k, v) -> values.put(Printed.key(k), v));
            return values;
        });
    }

    /** Labels next to cells. */
    Set<String> rightOf() {
        return rightOf;
    }

    /** The cost of lines in a narrative that are labels, numbers or codes of other cells. */
    double foreign(List<String> lines) {
        long others = lines.stream()
                .filter(l -> foreign.computeIfAbsent(l, this::looksForeign))
                .count();
        // Within a narrative, a short line may be a word that is also a code; a narrative that is nothing else is that
        // code.
        boolean alone = others == 0 && lines.size() == 1;
        boolean code = alone && anywhere.contains(key(lines.get(0)));
        boolean torn = alone && key(lines.get(0)).codePoints().noneMatch(Character::isLetter);
        return Cost.TEXT_LOOKS_OTHER * (code || torn ? 1 : others);
    }

    /** The cost of taking the run of text as the narrative of this slot. */
    double narrative(ScriptElement slot, Span span) {
        double cost = span.foreign();
        if (slot.lines() != null && span.lines().size() > slot.lines()) {
            cost += Cost.TEXT_LOOKS_OTHER;
        }
        if (slot.says() != null) {
            cost += says(slot.says(), span.key()) ? 0 : Cost.SAYING_UNUSUAL;
        } else if (sayings.stream().anyMatch(list -> says(list, span.key()))) {
            cost += Cost.ENDING_UNUSUAL / 2;
        }
        return cost + endings(slot, span.key()) + form(slot, span.key());
    }

    private boolean says(String list, String key) {
        return list(list).keySet().stream().anyMatch(key::contains);
    }

    /** The cost of a text that is shorter than such texts are, or that breaks off within a sentence. */
    private static double form(ScriptElement slot, String key) {
        double cost = slot.longer() != null && key.length() <= slot.longer() ? Cost.TEXT_SHORT : 0;
        return cost + (slot.sentence() && !key.endsWith("。") ? Cost.SENTENCE_TORN : 0);
    }

    /** True if a text has one of the endings in a list. */
    boolean ends(String list, String text) {
        return endingLists(key(text)).contains(list);
    }

    private double endings(ScriptElement slot, String key) {
        Set<String> lists = endingLists(key);
        if (slot.ends() != null && lists.contains(slot.ends())) {
            return 0;
        }
        if (slot.always()) {
            return Cost.DOUBT;
        }
        if (slot.ends() == null) {
            // A description of an indicator ends as its name does.
            Set<String> own = slot.per() == null ? Set.of() : kin.getOrDefault(slot.per(), Set.of());
            return own.containsAll(lists) ? 0 : Cost.ENDING_UNUSUAL / 2;
        }
        return Cost.ENDING_UNUSUAL + (lists.isEmpty() ? 0 : Cost.ENDING_OF_OTHER);
    }

    /** The lists of endings that contain the end of the text or, in a list of names, the end of one of them. */
    private Set<String> endingLists(String key) {
        return endingsOf.computeIfAbsent(key, this::endings);
    }

    private Set<String> endings(String key) {
        List<String> ends = new ArrayList<>(List.of(key, bare(key)));
        if (!key.contains("。")) {
            for (String item : key.split("[、,]")) {
                ends.add(bare(item));
            }
        }
        Set<String> lists = new HashSet<>();
        for (String end : ends) {
            for (int from = Math.max(0, end.length() - longest); from <= end.length(); from++) {
                lists.addAll(endings.getOrDefault(end.substring(from), Set.of()));
            }
        }
        return lists;
    }

    /** True if the list gives the numbered goal this name. Forms abbreviate long names and vary their punctuation. */
    boolean goal(String list, String number, String name) {
        String full = list(list).get(Integer.toString(Integer.parseInt(number)));
        return full != null
                && name.startsWith(full.substring(0, Math.min(TELLING, full.length())))
                && name.length() <= full.length() + 1
                && name.chars().noneMatch(Character::isDigit);
    }

    /** The key of a piece of text, cached. */
    String key(String text) {
        return keys.computeIfAbsent(text, Printed::key);
    }

    /** The text without a closing bracketed part and without the final full stop. */
    private static String bare(String key) {
        String text = key;
        while (text.endsWith(")") && text.lastIndexOf('(') > 0) {
            text = text.substring(0, text.lastIndexOf('('));
        }
        return text.endsWith("。") || text.endsWith("等") ? text.substring(0, text.length() - 1) : text;
    }

    private boolean looksForeign(String line) {
        String key = Printed.key(line);
        // A long code with very little text around it is a code glued to its neighbour.
        boolean glued = values.stream()
                        .anyMatch(v -> v.length() > TELLING && key.contains(v) && key.length() - v.length() <= TELLING)
                || values.stream().anyMatch(v -> v.length() > TELLING + 1 && leads(v, key));
        return glued
                || labels.contains(key)
                || values.contains(key)
                || Tokens.onlyNumbersOrYears(line)
                || Tokens.mostlyYears(line)
                || Tokens.account(line)
                || Tokens.plan(line)
                || goal(key)
                || row(line);
    }

    /** True if a text begins with a code that is not connected to the rest by a particle. */
    private static boolean leads(String code, String key) {
        if (!key.startsWith(code) || key.length() == code.length()) {
            return false;
        }
        char next = key.charAt(code.length());
        return Character.isDigit(next) || Character.UnicodeScript.of(next) == Character.UnicodeScript.HAN;
    }

    private boolean goal(String key) {
        Matcher m = Tokens.GOAL.matcher(key);
        return m.matches() && goals.stream().anyMatch(list -> goal(list, m.group(1), m.group(2)));
    }

    /** True for several words that are all codes of one row. */
    private boolean row(String line) {
        List<String> words = Tokens.words(line);
        return words.size() > 1
                && columns.stream().anyMatch(list -> words.stream().allMatch(w -> list.contains(key(w))));
    }
}
