package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** Patterns of the small values in cells (numbers, years, codes), the same for every form. */
final class Tokens {

    static final Pattern ACCOUNT = Pattern.compile("(\\d{2,}(?:-\\d+)+)(?:[\\s\\u3000]+(\\S.*))?", Pattern.DOTALL);
    /** The beginning of an account that follows other text on a line. */
    static final Pattern ACCOUNT_BEGINS = Pattern.compile("(?<![\\d-])\\d{2,}(?:-\\d+){2,}(?=[\\s\\u3000])");

    /** The beginning of a plan element that follows other text on a line. */
    static final Pattern PLAN_BEGINS =
            Pattern.compile("[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+-\\d{1,2}(?=[\\s\\u3000]+\\d{1,2}[\\s\\u3000]+\\d{1,2}[\\s\\u3000])");

    static final Pattern GOAL = Pattern.compile("(\\d{1,2})([^\\d\\s,.%-].{2,})", Pattern.DOTALL);
    static final Pattern PLEDGE = Pattern.compile("[1-9]\\d{0,2}(?:-\\d{1,2})?");
    static final Pattern PLAN = Pattern.compile("[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+-\\d{1,2}");
    static final Pattern PLAN_NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern YEARS = Pattern.compile("(?:" + Era.WORDS + ")(?:元|\\d{1,2})年度|\\d{4}年度");

    static final Pattern LAST_YEARS = Pattern.compile("(?:(?:" + Era.WORDS + ")\\s?(?:元|\\d{1,2})年度\\s*)+$");

    private Tokens() {}

    /** The words of a text, separated by spaces and line breaks. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s\\u3000]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The western years if the text consists only of fiscal years, else none. */
    static List<Integer> years(String text) {
        String key = Printed.key(text);
        List<Integer> years = new ArrayList<>();
        Matcher m = YEARS.matcher(key);
        int at = 0;
        while (m.find() && m.start() == at) {
            Printed.year(m.group()).ifPresent(years::add);
            at = m.end();
        }
        return at == key.length() ? years : List.of();
    }

    /** True if most of a text is fiscal years: a row of years with one wrong letter. */
    static boolean mostlyYears(String line) {
        String key = Printed.key(line);
        int years =
                YEARS.matcher(key).results().mapToInt(r -> r.group().length()).sum();
        return years > 0 && 2 * years >= key.length();
    }

    static boolean onlyNumbersOrYears(String line) {
        List<String> words = words(line);
        return !words.isEmpty()
                && (words.stream().allMatch(w -> Printed.number(w).isPresent())
                        || !years(line).isEmpty());
    }

    static boolean account(String line) {
        return ACCOUNT.matcher(line.strip()).matches();
    }

    static boolean plan(String line) {
        List<String> words = words(line);
        return !words.isEmpty() && PLAN.matcher(words.get(0)).matches();
    }
}
