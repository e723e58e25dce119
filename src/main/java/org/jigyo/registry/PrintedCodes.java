package org.jigyo.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Numbers for printed values that are words instead of codes (the directions of a city and the steps of its rating
 * scales), so that their IRIs need not contain the words. A number never changes once assigned.
 */
final class PrintedCodes {

    private final TreeMap<String, Integer> numbers;

    PrintedCodes(Map<String, Integer> given) {
        numbers = new TreeMap<>(given);
    }

    /** Assigns numbers to all new words of a run, in order. */
    void take(List<Appearance> sheets) {
        TreeSet<String> fresh = new TreeSet<>();
        sheets.forEach(sheet -> sheet.words().forEach(word -> fresh.add(key(word.list(), word.value()))));
        fresh.removeAll(numbers.keySet());
        Map<String, Integer> last = new HashMap<>();
        numbers.forEach((key, number) -> last.merge(list(key), number, Math::max));
        fresh.forEach(key -> numbers.put(key, last.merge(list(key), 1, Integer::sum)));
    }

    static String key(String list, String value) {
        return Tables.cell(list) + "\t" + Tables.cell(value);
    }

    private static String list(String key) {
        return key.substring(0, key.indexOf('\t'));
    }

    Map<String, Integer> all() {
        return numbers;
    }
}
