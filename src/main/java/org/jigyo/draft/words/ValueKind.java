package org.jigyo.draft.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.layout.CurrencyUnit;
import org.jigyo.sheet.Printed;

/**
 * What the values of one place are like.
 *
 * @param type type of the layout's field; null for a text
 * @param pattern what is printed around the value, or null
 * @param codes printed form → value of a closed list; empty for none
 * @param marks true if the codes are options in one cell, with a mark each or with a number that is circled
 */
public record ValueKind(String type, String pattern, Map<String, String> codes, boolean marks) {

    private static final ValueKind TEXT = new ValueKind(null, null, Map.of(), false);

    /** Share of the values that have to be of a type. */
    private static final double MOST = 0.95;

    private static final int FEWEST = 5;
    /** How often the values of a closed list are printed on the average at least. */
    private static final int OFTEN = 6;

    private static final int MOST_CODES = 9;
    private static final int LONGEST_CODE = 30;
    private static final String FIGURE = "[▲△−‐‑–ー-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final Pattern WITH_SUFFIX = Pattern.compile("(" + FIGURE + ")([^\\d,.]{1,6})");
    private static final Pattern AMOUNT = Pattern.compile(FIGURE + "(?:" + CurrencyUnit.WORDS + ")");
    private static final Pattern PERCENT = Pattern.compile(FIGURE + "%?");
    private static final Pattern CODED = Pattern.compile("([A-EＡ-Ｅ]|[1-5]|[ⅠⅡⅢⅣⅤ]|[◎○△×]|[SabcdS])[.．:：、)）]?(?=\\D).+");
    private static final Pattern NUMBER = Pattern.compile("^[0-9０-９ア-ン][.．、　 ]?(?=..)");
    private static final Pattern OPTIONS =
            Pattern.compile("[\\s　]*[・／/、，,|｜][\\s　]*|[\\s　]+(?=[0-9０-９ア-ン][.．、　 ])|\\n+|　+(?![0-9０-９])");
    /** What stands between grades that are a letter or figure each: 5　4　3　2　1. */
    private static final Pattern BETWEEN_GRADES = Pattern.compile("[\\s　・/／、，,|｜～〜~-]+");

    private static final Pattern ONE_GRADE = Pattern.compile("[0-9０-９A-Ea-eＡ-ＥSＳ◎○△×ⅠⅡⅢⅣⅤ]");
    private static final Pattern NUMBERED =
            Pattern.compile("([①-⑨]|[1-9１-９])[\\s　.．:：、)）]*([^1-9１-９①-⑨\\s　][^1-9１-９①-⑨]*)");
    private static final Pattern GOALS =
            Pattern.compile("[0-9０-９]{1,2}(?:([\\s　]+|[、，,・/／])[\\s　]*[0-9０-９]{1,2})(?:(?:\\1|[\\s　])+[0-9０-９]{1,2})*");
    private static final Pattern GRADE = Pattern.compile("[A-EＡ-ＥS◎○△×]|[ⅠⅡⅢⅣⅤ]");
    private static final Pattern WITH_UNIT = Pattern.compile(".*[(（][^()（）]{1,8}[)）]", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("([■□☑☐●○◯レ✓])([^■□☑☐●○◯レ✓]+)");

    /** The kind of these values, none of which is blank. */
    public static ValueKind of(List<String> texts) {
        List<String> keys = texts.stream().map(Printed::key).toList();
        if (keys.isEmpty()) {
            return TEXT;
        }
        if (share(keys, k -> Printed.number(k).isPresent()) >= MOST) {
            return new ValueKind("number", null, Map.of(), false);
        }
        if (share(keys, k -> PERCENT.matcher(k).matches()) >= MOST) {
            return new ValueKind("percent", null, Map.of(), false);
        }
        if (share(keys, k -> AMOUNT.matcher(k).matches() || Printed.number(k).isPresent()) >= MOST) {
            return new ValueKind("amount", null, Map.of(), false);
        }
        String suffix = suffix(keys);
        if (suffix != null) {
            return new ValueKind("number", "{}" + suffix, Map.of(), false);
        }
        Map<String, String> options = options(texts);
        if (options.isEmpty()) {
            options = circled(texts);
        }
        return options.isEmpty() ? TEXT : new ValueKind("options", null, options, true);
    }

    /** The kind of options of which one is ringed, as every one of these texts prints them; a text if they differ. */
    public static ValueKind ringed(List<String> texts) {
        Set<List<String>> lists = texts.stream().map(ValueKind::listed).collect(Collectors.toSet());
        Map<String, String> codes = codes(lists, o -> NUMBER.matcher(o).replaceFirst(""));
        return codes.isEmpty() ? TEXT : new ValueKind("options", null, codes, true);
    }

    /** The options that a text lists. */
    private static List<String> listed(String text) {
        List<String> grades = BETWEEN_GRADES
                .splitAsStream(text.strip())
                .filter(o -> !o.isEmpty())
                .toList();
        return grades.size() > 1
                        && grades.stream().allMatch(o -> ONE_GRADE.matcher(o).matches())
                ? grades
                : OPTIONS.splitAsStream(text.strip())
                        .map(String::strip)
                        .filter(o -> !o.isEmpty())
                        .toList();
    }

    /** The options of a cell with their values, if all cells have the same ones; else empty. */
    private static Map<String, String> codes(Set<List<String>> lists, UnaryOperator<String> value) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (lists.size() == 1 && lists.iterator().next().size() > 1) {
            lists.iterator().next().forEach(o -> codes.put(o, value.apply(o)));
        }
        return codes;
    }

    /** True if the chosen option is the one whose number is circled. */
    public boolean circled() {
        return marks && codes.keySet().stream().allMatch(option -> option.matches("[1-9] .*"));
    }

    /** True if no value chooses several options. */
    public boolean single(List<String> texts) {
        return circled() || texts.stream().allMatch(t -> t.split("[■☑●レ✓]", -1).length <= 2);
    }

    /** True if the values come from a closed list of grades. */
    public static boolean grades(List<String> texts) {
        Map<String, String> codes = codes(texts);
        return !codes.isEmpty()
                && codes.values().stream().allMatch(v -> GRADE.matcher(v).matches());
    }

    /** True for words that come from a closed list, each printed often enough to see that. */
    public static boolean oneOf(List<String> texts) {
        Map<String, String> codes = codes(texts);
        return !codes.isEmpty()
                && texts.size() >= OFTEN * codes.size()
                && texts.stream().noneMatch(t -> Printed.key(t).matches("\\d+|.*\\d{2}.*"));
    }

    /** True if every value ends with a unit in brackets. */
    public static boolean withUnits(List<String> texts) {
        return texts.stream().allMatch(t -> WITH_UNIT.matcher(t.strip()).matches());
    }

    /** What stands between the numbers of several goals in one cell, as the layout names it; null where each cell has one. */
    public static String between(List<String> texts) {
        return texts.stream()
                .map(t -> GOALS.matcher(t.strip()))
                .filter(Matcher::matches)
                .map(m -> m.group(1).isBlank() ? "blank" : m.group(1))
                .findFirst()
                .orElse(null);
    }

    private static double share(List<String> keys, Predicate<String> is) {
        return (double) keys.stream().filter(is).count() / keys.size();
    }

    /** What stands behind the figure of every value; null if that differs. */
    private static String suffix(List<String> keys) {
        Set<String> suffixes = keys.stream()
                .map(WITH_SUFFIX::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(2))
                .collect(Collectors.toSet());
        long matching =
                keys.stream().filter(k -> WITH_SUFFIX.matcher(k).matches()).count();
        return suffixes.size() == 1 && matching == keys.size() && keys.size() >= FEWEST
                ? suffixes.iterator().next()
                : null;
    }

    /** The options that every value lists with marks; empty if they do not. */
    private static Map<String, String> options(List<String> texts) {
        Set<List<String>> lists = texts.stream()
                .map(t -> OPTION.matcher(Printed.key(t))
                        .results()
                        .map(r -> r.group(2))
                        .toList())
                .collect(Collectors.toSet());
        return codes(lists, UnaryOperator.identity());
    }

    /** The numbered options of which every value circles one: 1 拡充 ② 継続 3 縮小; empty if they do not. */
    private static Map<String, String> circled(List<String> texts) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String text : texts) {
            Map<String, String> own = new LinkedHashMap<>();
            int circles = 0;
            for (MatchResult option : NUMBERED.matcher(text).results().toList()) {
                String words = Printed.text(option.group(2).lines().toList()).replace("\n", "");
                own.put(own.size() + 1 + " " + words, words);
                boolean ring =
                        option.group(1).charAt(0) >= '①' && option.group(1).charAt(0) <= '⑨';
                circles += ring ? 1 : 0;
                int number = ring
                        ? option.group(1).charAt(0) - '①' + 1
                        : Character.digit(option.group(1).charAt(0), 10);
                if (number != own.size()) {
                    return Map.of();
                }
            }
            if (own.size() < 2 || circles != 1 || (!codes.isEmpty() && !codes.equals(own))) {
                return Map.of();
            }
            codes = own;
        }
        return codes;
    }

    /** The closed list that these values seem to come from, printed form → value; empty if there is none. */
    public static Map<String, String> codes(List<String> texts) {
        Map<String, String> printed = new TreeMap<>();
        texts.forEach(t -> printed.putIfAbsent(
                Printed.key(t), Printed.text(t.lines().toList()).replace("\n", "")));
        boolean closed = printed.size() <= MOST_CODES
                && printed.size() <= Math.max(2, texts.size() / 2)
                && printed.keySet().stream().allMatch(k -> k.length() <= LONGEST_CODE);
        Map<String, String> codes = new LinkedHashMap<>();
        if (closed) { // of a grade the width is nobody's meaning
            boolean coded =
                    printed.keySet().stream().allMatch(k -> CODED.matcher(k).matches());
            List<String> values = printed.keySet().stream()
                    .map(k -> coded ? k.substring(0, 1) : GRADE.matcher(k).matches() ? k : printed.get(k))
                    .toList();
            boolean distinct = values.stream().distinct().count() == values.size();
            int i = 0;
            for (Map.Entry<String, String> e : printed.entrySet()) {
                codes.put(e.getValue(), distinct ? values.get(i) : e.getValue());
                i++;
            }
        }
        return codes;
    }
}
